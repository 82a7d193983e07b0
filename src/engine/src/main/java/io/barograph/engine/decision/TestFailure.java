package io.barograph.engine.decision;

import io.barograph.engine.issue.CellAddress;

/**
 * An expectation of a Tests row that a decision did not meet.
 *
 * @param cell the cell that says what is expected
 * @param subject what it is about, for example {@code Overall}
 * @param expected the condition, for example {@code >= 75}
 * @param found what the decision said, {@code nothing} when there was no value
 * @param difference how far off it was, for example {@code 3.75 short}; empty where values have no distance
 */
public record TestFailure(CellAddress cell, String subject, String expected, String found, String difference) {

    /** As people read it: {@code expected Overall `>= 75`, found 71.25, 3.75 short}. */
    public String message() {
        return "expected " + subject + " `" + expected + "`, found " + found
                + (difference.isEmpty() ? "" : ", " + difference);
    }
}
