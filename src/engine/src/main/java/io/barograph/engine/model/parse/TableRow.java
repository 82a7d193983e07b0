package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.RowCells;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.workbook.Cell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of a table while it is read: its cells by column, and what they turned out to mean. */
final class TableRow {

    private final SheetTable table;
    private final int number;
    private final NavigableMap<Integer, Cell> cells;
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> faulty = new HashSet<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final String words;

    /** @param cells the usable cells under headers, by position */
    TableRow(SheetTable table, int number, NavigableMap<Integer, Cell> cells) {
        this.table = table;
        this.number = number;
        this.cells = cells;
        this.words = RowWords.of(table, cells);
    }

    Scope scope() {
        return table.scope();
    }

    SheetTable table() {
        return table;
    }

    int number() {
        return number;
    }

    /** The row as a person would tell it: {@code SC-014: Seat utilisation 60..80 → 65}. */
    String words() {
        return words;
    }

    boolean isActive() {
        return !Boolean.FALSE.equals(values.get(TableForm.ACTIVE.header()));
    }

    /** Whether every cell was filled where it must be, and could be read. */
    boolean isSound() {
        return faulty.isEmpty() && table.headersSound();
    }

    boolean isFaulty(Column<?> column) {
        return faulty.contains(column.header());
    }

    /** Whether all condition cells could be read. */
    boolean hasSoundConditions() {
        return !faulty.contains(SheetTable.CONDITIONS) && table.headersSound();
    }

    void markFaulty(String header) {
        faulty.add(header);
    }

    List<Clause> clauses() {
        return clauses;
    }

    void add(List<Clause> more) {
        clauses.addAll(more);
    }

    /** A column's value; null when the cell is empty or faulty. */
    @SuppressWarnings("unchecked")
    <T> @Nullable T get(Column<T> column) {
        return (T) values.get(column.header());
    }

    /** The value of a column that sound rows always fill. */
    <T> T need(Column<T> column) {
        return Objects.requireNonNull(get(column), column.header());
    }

    void put(Column<?> column, Object value) {
        values.put(column.header(), value);
    }

    @Nullable Cell cell(Column<?> column) {
        return cells.get(table.position(column));
    }

    @Nullable Cell cell(int position) {
        return cells.get(position);
    }

    /** What a column's cell shows; empty when there is no cell. */
    String text(Column<?> column) {
        Cell cell = cell(column);
        return cell == null ? "" : cell.text();
    }

    boolean hasCell(Column<?> column) {
        return cell(column) != null;
    }

    /** A column's cell in this row, for findings; the whole row when the table lacks the column. */
    CellAddress address(Column<?> column) {
        return table.sheet().address(number, table.position(column));
    }

    Place place(Column<?> column) {
        return new Place(table.issues(), address(column), words);
    }

    Place place(int position) {
        return new Place(table.issues(), table.sheet().address(number, position), words);
    }

    void error(Column<?> column, IssueCode code, String message, @Nullable String suggestion) {
        place(column).error(code, message, suggestion);
    }

    RowHead head(int order) {
        CellAddress says = table.form().says().stream()
                .filter(this::hasCell)
                .findFirst()
                .map(this::address)
                .orElseGet(() -> table.sheet().address(number, cells.isEmpty() ? 0 : cells.firstKey()));
        return new RowHead(
                table.form().table(),
                get(TableForm.RULE_ID),
                get(TableForm.BECAUSE),
                says,
                order,
                clauses,
                addresses(),
                words);
    }

    private Map<String, CellAddress> addresses() {
        BitSet filled = new BitSet();
        cells.keySet().forEach(filled::set);
        return new RowCells(table.sheet().address(number, 0), table.ownPositions(), filled);
    }
}
