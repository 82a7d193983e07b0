/** Tells what another model would do to accounts, and which of its changes would do it. */
@NullMarked
package io.barograph.engine.simulation;

import org.jspecify.annotations.NullMarked;
