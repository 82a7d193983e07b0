/** What records hide, over whole models. */
@NullMarked
package io.barograph.testkit.audit;

import org.jspecify.annotations.NullMarked;
