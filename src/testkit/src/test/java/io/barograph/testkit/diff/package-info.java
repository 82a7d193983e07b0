@NullMarked
package io.barograph.testkit.diff;

import org.jspecify.annotations.NullMarked;
