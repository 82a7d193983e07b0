/** What changed between two models, in the words of those who edit them. */
@NullMarked
package io.barograph.engine.model.diff;

import org.jspecify.annotations.NullMarked;
