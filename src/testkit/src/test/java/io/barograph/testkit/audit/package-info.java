/** Records of decisions: what they hide, and that they can be decided again. */
@NullMarked
package io.barograph.testkit.audit;

import org.jspecify.annotations.NullMarked;
