/** The engine and the reference must decide every account alike, in every field. */
@NullMarked
package io.barograph.testkit.differential;

import org.jspecify.annotations.NullMarked;
