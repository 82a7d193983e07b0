package io.barograph.engine.issue;

import org.jspecify.annotations.Nullable;

/**
 * One finding about a workbook, a contract or a rule file.
 *
 * @param message one line in the user's words: lower-case start, no full stop, the user's own text in backticks
 * @param cell where it is
 * @param row the row in words, so that a reader recognises it without opening the file; null when there is none
 * @param suggestion what to do about it; null when the message says it all
 */
public record Issue(
        IssueCode code,
        Severity severity,
        String message,
        CellAddress cell,
        @Nullable String row,
        @Nullable String suggestion) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
