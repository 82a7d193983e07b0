/** Snapshots and decisions as JSON, NDJSON and CSV. */
@NullMarked
package io.barograph.engine.exchange;

import org.jspecify.annotations.NullMarked;
