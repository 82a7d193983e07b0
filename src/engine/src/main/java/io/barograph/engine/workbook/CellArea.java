package io.barograph.engine.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell or rectangle as files write it, {@code B7} or {@code B2:D9}. Inclusive, from 1. */
record CellArea(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    static final int LAST_ROW = 1_048_576;
    static final int LAST_COLUMN = 16_384;

    static final int COLUMNS_BASE = 1 << 15;

    private static final Pattern AREA =
            Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})(?::\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7}))?");

    /**
     * The place of a single cell that is written without ado, {@code B7}: its row times {@link #COLUMNS_BASE} plus its
     * column; -1 for anything else.
     */
    static long plain(String reference) {
        int length = reference.length();
        int at = 0;
        int column = 0;
        while (at < length && at < 3 && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
            column = column * 26 + reference.charAt(at++) - 'A' + 1;
        }
        int row = 0;
        int digits = at;
        while (at < length && at - digits < 7 && reference.charAt(at) >= '0' && reference.charAt(at) <= '9') {
            row = row * 10 + reference.charAt(at++) - '0';
        }
        boolean exists = at == length && column >= 1 && column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW;
        return exists ? (long) row * COLUMNS_BASE + column : -1;
    }

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
