/** Reading and writing, over seeded accounts and random models. */
@NullMarked
package io.barograph.testkit.exchange;

import org.jspecify.annotations.NullMarked;
