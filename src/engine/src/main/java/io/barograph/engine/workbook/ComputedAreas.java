package io.barograph.engine.workbook;

import java.util.BitSet;
import java.util.Optional;

/**
 * The cells that an array formula or data table fills besides the one that holds it. Areas never overlap, so marking
 * them all takes no longer than the sheet is large.
 */
final class ComputedAreas {

    private static final int WIDTH = WorkbookLimits.COLUMNS + 1;

    private final BitSet cells = new BitSet();

    /** @param reference the area as the file writes it */
    void mark(String reference) throws RefusedException {
        Optional<CellArea> area = CellArea.of(reference);
        if (area.isEmpty()) {
            throw RefusedException.unreadable("the formula range " + RefusedException.quoted(reference) + " is none");
        }
        int lastRow = Math.min(area.get().lastRow(), WorkbookLimits.ROWS);
        int lastColumn = Math.min(area.get().lastColumn(), WorkbookLimits.COLUMNS);
        for (int row = area.get().firstRow(); row <= lastRow && area.get().firstColumn() <= lastColumn; row++) {
            int from = row * WIDTH + area.get().firstColumn();
            int to = row * WIDTH + lastColumn;
            int marked = cells.nextSetBit(from);
            if (marked >= 0 && marked <= to) {
                throw RefusedException.unreadable(
                        "the formula range " + RefusedException.quoted(reference) + " overlaps another one");
            }
            cells.set(from, to + 1);
        }
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    boolean contains(int row, int column) {
        return cells.get(row * WIDTH + column);
    }
}
