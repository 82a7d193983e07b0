/** Large models: that they are sound, and what compiling them takes. */
@NullMarked
package io.barograph.testkit.large;

import org.jspecify.annotations.NullMarked;
