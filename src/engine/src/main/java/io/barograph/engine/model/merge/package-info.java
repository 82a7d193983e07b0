/** Two changes of one model brought together, cell by cell. */
@NullMarked
package io.barograph.engine.model.merge;

import org.jspecify.annotations.NullMarked;
