package io.barograph.engine.issue;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file: the file, a sheet of it, a row of it or one cell, whichever is known.
 *
 * @param file file name within the model folder, for example {@code enterprise.xlsx}
 * @param sheet sheet name as written, or null for the whole file (or for a file without sheets)
 * @param row row number as a spreadsheet shows it, from 1; 0 for the whole sheet. In a text file: the line.
 * @param column column number from 1 (A); 0 for the whole row
 */
public record CellAddress(String file, @Nullable String sheet, int row, int column) implements Comparable<CellAddress> {

    private static final Comparator<CellAddress> BY_PLACE = Comparator.comparing(CellAddress::file)
            .thenComparing(CellAddress::sheet, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(CellAddress::row)
            .thenComparingInt(CellAddress::column);

    public static CellAddress ofFile(String file) {
        return new CellAddress(file, null, 0, 0);
    }

    /** A line of a text file; lines count from 1. */
    public static CellAddress ofLine(String file, int line) {
        return new CellAddress(file, null, line, 0);
    }

    public static CellAddress ofSheet(String file, String sheet) {
        return new CellAddress(file, sheet, 0, 0);
    }

    /** The same row, another column (from 1). */
    public CellAddress withColumn(int newColumn) {
        return new CellAddress(file, sheet, row, newColumn);
    }

    /** Column letters of a spreadsheet: 1 is A, 27 is AA. */
    public static String columnName(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** For example {@code enterprise.xlsx!Scoring!C14}, {@code data-contract.yaml:12} or {@code enterprise.xlsx!Scoring}. */
    @Override
    public String toString() {
        if (sheet == null) {
            return row > 0 ? file + ":" + row : file;
        }
        String place = file + "!" + sheet;
        if (row == 0) {
            return place;
        }
        return place + "!" + (column > 0 ? columnName(column) + row : "row " + row);
    }

    @Override
    public int compareTo(CellAddress other) {
        return BY_PLACE.compare(this, other);
    }
}
