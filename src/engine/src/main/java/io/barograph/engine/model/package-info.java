/** The tables CS leaders edit, as typed rows, and the checks that keep them sound. */
@NullMarked
package io.barograph.engine.model;

import org.jspecify.annotations.NullMarked;
