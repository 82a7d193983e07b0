/** Deciding accounts: from a snapshot and prior state to scores, reasons and recommendations. */
@NullMarked
package io.barograph.engine.decision;

import org.jspecify.annotations.NullMarked;
