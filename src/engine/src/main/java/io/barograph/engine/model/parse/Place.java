package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import org.jspecify.annotations.Nullable;

/**
 * Where findings about one cell go, and what they carry besides their message.
 *
 * @param row the row in words; null outside rule rows
 */
record Place(Issues issues, CellAddress cell, @Nullable String row) {

    void error(IssueCode code, String message) {
        error(code, message, null);
    }

    void error(IssueCode code, String message, @Nullable String suggestion) {
        issues.error(code, cell, message, row, suggestion);
    }

    void notice(IssueCode code, String message) {
        notice(code, message, null);
    }

    void notice(IssueCode code, String message, @Nullable String suggestion) {
        issues.notice(code, cell, message, row, suggestion);
    }
}
