package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Sentence;
import io.barograph.engine.model.Table;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one sheet says, sound or not, for those who compare or edit workbooks rather than decide by them.
 *
 * @param sheet its name as written
 * @param columns headers by position, from 1, as written
 * @param rows in sheet order, those switched off too
 */
public record TableContent(
        String file, Table table, String sheet, Map<Integer, String> columns, List<RowContent> rows) {

    /** What a cell is to its row. */
    public enum Role {
        RULE_ID,
        ACTIVE,
        BECAUSE,
        NOTE,
        /** Says what the row is about: the indicator, the setting. */
        SUBJECT,
        CONDITION,
        /** Says what the row does. */
        OUTCOME
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet shows it
     * @param ruleId as written; null when there is none
     * @param words the row as a person would tell it
     */
    public record RowContent(
            int number, @Nullable String ruleId, boolean active, String words, List<CellContent> cells) {
        public RowContent {
            cells = List.copyOf(cells);
        }

        /** Rule ID, else what the row is about, else its place. */
        public String subject() {
            if (ruleId != null) {
                return ruleId;
            }
            String about = cells.stream()
                    .filter(cell -> cell.role() == Role.SUBJECT)
                    .map(CellContent::text)
                    .reduce((one, other) -> one + " " + other)
                    .orElse("");
            return about.isEmpty() ? "row " + number : about;
        }
    }

    /**
     * One filled cell under a header.
     *
     * @param column what stands in this column, the same however the header is written
     * @param header as written
     * @param text cleaned; a percentage as {@code 60 %}
     * @param meaning equal for cells that mean the same; null when the cell is faulty, or its row switched off
     */
    public record CellContent(
            String column,
            String header,
            Role role,
            CellAddress address,
            String text,
            @Nullable Object meaning) {}

    public TableContent {
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static TableContent of(SheetTable table) {
        Map<Integer, String> columns = new TreeMap<>();
        var headers = table.sheet().rows().get(1);
        if (headers != null) {
            headers.forEach((position, cell) -> columns.put(position, Names.clean(cell.text())));
        }
        List<RowContent> rows = table.rows().stream().map(TableContent::row).toList();
        return new TableContent(
                table.sheet().file(), table.form().table(), table.sheet().name(), columns, rows);
    }

    private static RowContent row(TableRow row) {
        List<CellContent> cells = new ArrayList<>();
        row.table().positions().forEach(position -> {
            Cell cell = row.cell(position);
            if (cell != null && !saysNothing(row, position, cell)) {
                cells.add(cell(row, position, cell));
            }
        });
        Cell id = row.cell(TableForm.RULE_ID);
        return new RowContent(
                row.number(), id == null ? null : Names.clean(id.text()), row.isActive(), row.words(), cells);
    }

    private static boolean saysNothing(TableRow row, int position, Cell cell) {
        Column<?> column = row.table().columnAt(position);
        return column == null
                ? ConditionParser.isAny(cell)
                : column.saysNothing().test(cell);
    }

    private static CellContent cell(TableRow row, int position, Cell cell) {
        SheetTable table = row.table();
        Column<?> column = table.columnAt(position);
        String header = table.headerAt(position);
        if (column != null) {
            return new CellContent(
                    column.header(), header, role(column), cell.address(), shown(cell), meaning(row.get(column)));
        }
        Named named = table.conditions().get(position);
        List<Object> meaning = new ArrayList<>();
        for (Clause clause : row.clauses()) {
            if (clause.cell().equals(cell.address())) {
                meaning.add(List.of(clause.term().key(), clause.condition()));
            }
        }
        String what = named instanceof Named.Value value
                ? value.term().kind() + " " + value.term().key()
                : Names.fold(header);
        return new CellContent(
                what, header, Role.CONDITION, cell.address(), shown(cell), meaning.isEmpty() ? null : meaning);
    }

    private static Role role(Column<?> column) {
        String header = column.header();
        if (header.equals(TableForm.RULE_ID.header())) {
            return Role.RULE_ID;
        }
        if (header.equals(TableForm.ACTIVE.header())) {
            return Role.ACTIVE;
        }
        if (header.equals(TableForm.BECAUSE.header())) {
            return Role.BECAUSE;
        }
        if (header.equals(TableForm.NOTE.header())) {
            return Role.NOTE;
        }
        return column.part() == Column.Part.SUBJECT ? Role.SUBJECT : Role.OUTCOME;
    }

    /** Of what is defined elsewhere only the name counts, so that a change there is not told in every row. */
    private static @Nullable Object meaning(@Nullable Object value) {
        if (value instanceof Sentence) {
            return null;
        }
        if (value instanceof Term term) {
            return term.key();
        }
        if (value instanceof Field field) {
            return field.name();
        }
        if (value instanceof Row.Ramp ramp) {
            return ramp.scoreAtEnd();
        }
        return value instanceof SettingsTable.Setting<?> setting ? setting.name() : value;
    }

    /** A cell's content as people read it, cleaned; a percentage as {@code 60 %}. */
    public static String shown(Cell cell) {
        if (cell instanceof Cell.Numeric numeric && numeric.percentage()) {
            return WrittenNumber.plain(numeric.value().movePointRight(2)) + " %";
        }
        return Names.clean(Characters.visible(cell.text()));
    }
}
