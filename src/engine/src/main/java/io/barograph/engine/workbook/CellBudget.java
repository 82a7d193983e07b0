package io.barograph.engine.workbook;

/** Counts the cells of all sheets of one workbook. */
final class CellBudget {

    private int spent;

    void spend() throws RefusedException {
        if (++spent > WorkbookLimits.CELLS) {
            throw RefusedException.tooLarge(
                    "the workbook has more than " + RefusedException.grouped(WorkbookLimits.CELLS)
                            + " cells with values",
                    "clear the cells that the model does not use");
        }
    }
}
