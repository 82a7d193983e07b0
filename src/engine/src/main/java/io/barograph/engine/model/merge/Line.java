package io.barograph.engine.model.merge;

import io.barograph.engine.model.parse.TableContent.RowContent;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a sheet, wherever it stands in each of the three. */
final class Line {

    private final Map<Source, Integer> numbers = new EnumMap<>(Source.class);
    private final Map<Source, RowContent> rows = new EnumMap<>(Source.class);

    /** A row of a table. */
    Line with(Source source, RowContent row) {
        rows.put(source, row);
        return with(source, row.number());
    }

    /** Any other row: the header, a total, a remark. */
    Line with(Source source, int number) {
        numbers.put(source, number);
        return this;
    }

    /** The row of one side alone. */
    Line only(Source source) {
        RowContent row = rows.get(source);
        return row == null ? new Line().with(source, number(source)) : new Line().with(source, row);
    }

    boolean in(Source source) {
        return numbers.containsKey(source);
    }

    /** As a spreadsheet shows it; 0 when the row is not there. */
    int number(Source source) {
        return numbers.getOrDefault(source, 0);
    }

    @Nullable RowContent row(Source source) {
        return rows.get(source);
    }

    /** The row as theirs, else mine, else the base has it; null of what is no row of a table. */
    @Nullable RowContent row() {
        for (Source source : new Source[] {Source.THEIRS, Source.MINE, Source.BASE}) {
            if (rows.containsKey(source)) {
                return rows.get(source);
            }
        }
        return null;
    }

    /** Rule ID, what it is about, or its place. */
    String subject() {
        RowContent row = row();
        if (row != null) {
            return row.subject();
        }
        int number = in(Source.THEIRS) ? number(Source.THEIRS) : number(Source.MINE);
        return number == 1 ? "header" : "row " + number;
    }

    boolean isHeader() {
        return rows.isEmpty() && numbers.containsValue(1);
    }
}
