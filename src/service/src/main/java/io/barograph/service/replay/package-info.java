/** Deciding recorded decisions again: one, or all that the log holds. */
@NullMarked
package io.barograph.service.replay;

import org.jspecify.annotations.NullMarked;
