/** Invented customer accounts, the same ones for the same seed. */
@NullMarked
package io.barograph.testkit.accounts;

import org.jspecify.annotations.NullMarked;
