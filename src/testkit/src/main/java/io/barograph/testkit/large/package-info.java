/** Seeded models of any size, as large organisations write them. */
@NullMarked
package io.barograph.testkit.large;

import org.jspecify.annotations.NullMarked;
