/** Hand-computed cases for the reference. */
@NullMarked
package io.barograph.testkit.reference;

import org.jspecify.annotations.NullMarked;
