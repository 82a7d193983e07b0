package io.barograph.service.decisions;

/**
 * A decision that has its place in the log.
 *
 * @param index of its record; a larger one is a later decision
 */
record LoggedDecision(long index, AnsweredDecision answered) {}
