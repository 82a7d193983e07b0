package io.barograph.engine.model.parse;

import io.barograph.engine.issue.Issues;

/**
 * One thing that must hold between the rows of a workbook. Checks look only at what could be read, so that one mistake
 * gives one message.
 */
@FunctionalInterface
interface Check {

    void run(ParsedWorkbook workbook, Issues issues);
}
