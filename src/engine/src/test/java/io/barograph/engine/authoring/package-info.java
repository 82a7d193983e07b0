@NullMarked
package io.barograph.engine.authoring;

import org.jspecify.annotations.NullMarked;
