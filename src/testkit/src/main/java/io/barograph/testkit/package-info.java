/** What tests need to build models and accounts of their own. */
@NullMarked
package io.barograph.testkit;

import org.jspecify.annotations.NullMarked;
