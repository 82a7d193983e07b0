package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.workbook.Cell;

/** What must hold for any cell, whatever it means. */
final class CellChecks {

    private CellChecks() {}

    /** Whether the cell has a value that can be read; complains otherwise. Formulas count, with a notice. */
    static boolean isUsable(Cell cell, Place place) {
        if (cell instanceof Cell.Faulty) {
            place.error(
                    IssueCode.BAD_CELL,
                    cell.formula()
                            ? "the formula " + Wording.quoted(cell.text()) + " has no usable value"
                            : Wording.quoted(cell.text()) + " is an error value",
                    "write the value itself");
            return false;
        }
        String bad = cell instanceof Cell.Text ? Characters.firstBad(cell.text()) : null;
        if (bad != null) {
            place.error(
                    IssueCode.BAD_CHARACTER,
                    "the text " + Wording.quoted(Characters.visible(cell.text())) + " holds the invisible character `"
                            + bad + "`",
                    "type the text again");
            return false;
        }
        if (cell.formula()) {
            place.notice(
                    IssueCode.FORMULA,
                    "a formula counts with the value it had when the file was saved, " + Wording.quoted(cell.text()));
        }
        return true;
    }
}
