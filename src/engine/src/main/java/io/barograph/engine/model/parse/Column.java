package io.barograph.engine.model.parse;

import io.barograph.engine.workbook.Cell;
import java.util.function.Predicate;

/**
 * One of a table's own columns.
 *
 * @param <T> what its cells mean
 * @param saysNothing which cells read as if they were empty
 */
record Column<T>(String header, Need need, Part part, CellReader<T> reader, Predicate<Cell> saysNothing) {

    /** What must be there. */
    enum Need {
        /** The header, and a value in every active row. */
        VALUE,
        /** The header; cells may be empty. */
        HEADER,
        /** Nothing. */
        NOTHING
    }

    /** Its part when a row is put in words: {@code Seat utilisation 60..80 → 65, Score at end 80}. */
    enum Part {
        SUBJECT,
        RESULT,
        DETAIL,
        /** With its header, where conditions stand: {@code For at least 14}. */
        CONDITION,
        NONE
    }

    Column(String header, Need need, Part part, CellReader<T> reader) {
        this(header, need, part, reader, cell -> false);
    }

    static <T> Column<T> subject(String header, CellReader<T> reader) {
        return new Column<>(header, Need.VALUE, Part.SUBJECT, reader);
    }

    static <T> Column<T> result(String header, CellReader<T> reader) {
        return new Column<>(header, Need.VALUE, Part.RESULT, reader);
    }

    static <T> Column<T> detail(String header, CellReader<T> reader) {
        return new Column<>(header, Need.NOTHING, Part.DETAIL, reader);
    }

    static <T> Column<T> condition(String header, CellReader<T> reader) {
        return new Column<>(header, Need.NOTHING, Part.CONDITION, reader);
    }

    static <T> Column<T> optional(String header, CellReader<T> reader) {
        return new Column<>(header, Need.NOTHING, Part.NONE, reader);
    }

    Column<T> withNeed(Need other) {
        return new Column<>(header, other, part, reader, saysNothing);
    }

    /** The same column, with cells that read as if they were empty. */
    Column<T> exceptFor(Predicate<Cell> nothing) {
        return new Column<>(header, need, part, reader, nothing);
    }
}
