package io.barograph.engine.model.parse;

import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Puts a row in words, so that a reader recognises it without opening the file. */
final class RowWords {

    private static final int LONGEST_CELL = 40;

    private RowWords() {}

    /** An example of Tests that has a note goes by it. */
    static String of(SheetTable table, SortedMap<Integer, Cell> cells) {
        List<String> conditions = new ArrayList<>();
        List<String> results = new ArrayList<>();
        String subject = subject(table, cells);
        if (!subject.isEmpty()) {
            conditions.add(subject);
        }
        cells.forEach((position, cell) -> {
            Column<?> column = table.columnAt(position);
            if (column == null || column.part() == Column.Part.CONDITION) {
                (table.isExpected(position) ? results : conditions)
                        .add(table.headerAt(position) + " " + shortened(cell));
            } else if (column.part() == Column.Part.RESULT) {
                results.add(0, shortened(cell));
            } else if (column.part() == Column.Part.DETAIL) {
                results.add(column.header() + " " + shortened(cell));
            }
        });
        Cell note =
                table.form().others() == TableForm.Others.EXAMPLES ? cells.get(table.position(TableForm.NOTE)) : null;
        if (note != null) {
            return withId(table, cells, shortened(note));
        }
        String what = String.join(", ", conditions) + (results.isEmpty() ? "" : " → " + String.join(", ", results));
        return withId(table, cells, what);
    }

    private static String withId(SheetTable table, SortedMap<Integer, Cell> cells, String what) {
        Cell id = cells.get(table.position(TableForm.RULE_ID));
        return ((id == null ? "" : shortened(id) + ": ") + what.strip()).strip();
    }

    /** {@code Seat utilisation 60..80}: the own columns that say what the row is about, in the form's order. */
    private static String subject(SheetTable table, SortedMap<Integer, Cell> cells) {
        List<String> subject = new ArrayList<>();
        for (Column<?> column : table.form().own()) {
            @Nullable Cell cell = cells.get(table.position(column));
            if (column.part() == Column.Part.SUBJECT && cell != null) {
                subject.add(shortened(cell));
            }
        }
        return String.join(" ", subject);
    }

    private static String shortened(Cell cell) {
        String text = Names.clean(Characters.visible(cell.text()));
        if (cell instanceof Cell.Numeric numeric && numeric.percentage()) {
            return WrittenNumber.plain(numeric.value().movePointRight(2)) + "%";
        }
        return text.length() <= LONGEST_CELL
                ? text
                : text.substring(0, LONGEST_CELL - 1).strip() + "…";
    }
}
