/** The models and sample accounts that ship with the product, as tables that read like tables. */
@NullMarked
package io.barograph.testkit.shipped;

import org.jspecify.annotations.NullMarked;
