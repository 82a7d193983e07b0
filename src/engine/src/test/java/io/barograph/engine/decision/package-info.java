/** Deciding, by hand-made examples and against slow oracles. */
@NullMarked
package io.barograph.engine.decision;

import org.jspecify.annotations.NullMarked;
