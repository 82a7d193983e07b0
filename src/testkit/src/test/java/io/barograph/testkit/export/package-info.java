/** Holds what a model is exported as against what the engine decides. */
@NullMarked
package io.barograph.testkit.export;

import org.jspecify.annotations.NullMarked;
