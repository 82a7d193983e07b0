package io.barograph.engine.model.parse;

import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import java.util.List;
import java.util.function.Predicate;

/**
 * One of a table's own columns.
 *
 * @param <T> what its cells mean
 * @param otherHeaders what it may be called as well
 * @param saysNothing which cells read as if they were empty
 */
record Column<T>(
        String header,
        List<String> otherHeaders,
        Need need,
        Part part,
        CellReader<T> reader,
        Predicate<Cell> saysNothing) {

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
        /** With its header, where conditions stand: {@code For at least (days) 14}. */
        CONDITION,
        NONE
    }

    Column(String header, Need need, Part part, CellReader<T> reader) {
        this(header, List.of(), need, part, reader, cell -> false);
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
        return new Column<>(header, otherHeaders, other, part, reader, saysNothing);
    }

    /** The same column, under further headers. */
    Column<T> alsoCalled(String... others) {
        return new Column<>(header, List.of(others), need, part, reader, saysNothing);
    }

    /** Whether a header, however it is written, is this column's. */
    boolean isCalled(String text) {
        return Names.same(header, text) || otherHeaders.stream().anyMatch(other -> Names.same(other, text));
    }

    /** The same column, with cells that read as if they were empty. */
    Column<T> exceptFor(Predicate<Cell> nothing) {
        return new Column<>(header, otherHeaders, need, part, reader, nothing);
    }
}
