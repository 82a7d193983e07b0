package io.barograph.engine.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell or rectangle as files write it, {@code B7} or {@code B2:D9}. Inclusive, from 1. */
record CellArea(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    static final int LAST_ROW = 1_048_576;
    static final int LAST_COLUMN = 16_384;

    private static final Pattern AREA =
            Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})(?::\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7}))?");

    /** Empty when the text is no area of a sheet. */
    static Optional<CellArea> of(String reference) {
        Matcher parts = AREA.matcher(reference.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int column = column(parts.group(1));
        int row = Integer.parseInt(parts.group(2));
        boolean single = parts.group(3) == null;
        int otherColumn = single ? column : column(parts.group(3));
        int otherRow = single ? row : Integer.parseInt(parts.group(4));
        CellArea area = new CellArea(
                Math.min(row, otherRow),
                Math.min(column, otherColumn),
                Math.max(row, otherRow),
                Math.max(column, otherColumn));
        boolean exists = area.firstRow >= 1 && area.lastRow <= LAST_ROW && area.lastColumn <= LAST_COLUMN;
        return exists ? Optional.of(area) : Optional.empty();
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + Character.toUpperCase(letters.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    boolean single() {
        return firstRow == lastRow && firstColumn == lastColumn;
    }
}
