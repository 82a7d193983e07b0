package io.barograph.engine.workbook;

import io.barograph.engine.issue.Issue;

/** What came of reading a file: its content, or the one reason why it is refused. */
public sealed interface Reading {

    record Read(Workbook workbook) implements Reading {}

    /** @param reason an error on the file */
    record Refused(Issue reason) implements Reading {}
}
