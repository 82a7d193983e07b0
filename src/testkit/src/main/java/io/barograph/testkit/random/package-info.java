/** Seeded random models and accounts, for tests that compare two readings of the format. */
@NullMarked
package io.barograph.testkit.random;

import org.jspecify.annotations.NullMarked;
