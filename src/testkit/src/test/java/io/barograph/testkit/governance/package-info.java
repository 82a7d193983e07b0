@NullMarked
package io.barograph.testkit.governance;

import org.jspecify.annotations.NullMarked;
