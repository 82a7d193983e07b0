package io.barograph.engine.workbook;

import io.barograph.engine.issue.CellAddress;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One non-empty cell: its place and its typed content. */
public sealed interface Cell {

    CellAddress address();

    /** Whether the value is a formula's cached result. */
    boolean formula();

    /** The content as a person would type it: texts as they are, numbers plain, dates ISO, booleans yes or no. */
    String text();

    /** Text exactly as stored in the file (rich text joined), never empty after trimming. */
    record Text(CellAddress address, boolean formula, String text) implements Cell {}

    /**
     * @param value the shortest decimal with the same double, at most 15 significant digits
     * @param percentage whether the cell's format shows it as a percentage (0.6 shown as 60 %)
     */
    record Numeric(CellAddress address, boolean formula, BigDecimal value, boolean percentage) implements Cell {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    record Logical(CellAddress address, boolean formula, boolean value) implements Cell {
        @Override
        public String text() {
            return value ? "yes" : "no";
        }
    }

    /** A number whose format shows a date; its time of day, if any, is dropped. */
    record Day(CellAddress address, boolean formula, LocalDate value) implements Cell {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /**
     * A cell that has no usable value: an error value, or a formula without a cached result.
     *
     * @param text what the cell shows, for example {@code #DIV/0!}, or the formula
     */
    record Faulty(CellAddress address, boolean formula, String text) implements Cell {}
}
