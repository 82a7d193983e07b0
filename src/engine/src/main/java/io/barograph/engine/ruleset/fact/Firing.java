package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.Nullable;

/** A row that fired, and the values by slot it saw. */
@SuppressWarnings("ArrayRecordComponent")
public record Firing(RowFact row, @Nullable Object[] values) {}
