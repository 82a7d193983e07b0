package io.barograph.engine.model.parse;

import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Term;
import io.barograph.engine.workbook.Sheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sheet as a table: which header stands where, and its rows. */
final class SheetTable {

    /** What faulty condition cells are marked with; no header can be empty. */
    static final String CONDITIONS = "";

    private final TableForm form;
    private final Sheet sheet;
    private final Scope scope;
    private final Issues issues;
    private final Map<Integer, Column<?>> columns = new TreeMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Integer, Named> conditions = new TreeMap<>();
    private final Map<Term, Domain> domains = new LinkedHashMap<>();
    private final Map<Integer, String> headers = new TreeMap<>();
    private final List<Column<BigDecimal>> dimensions = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();
    private final BitSet expected = new BitSet();
    private boolean headersSound = true;

    SheetTable(TableForm form, Sheet sheet, Scope scope, Issues issues) {
        this.form = form;
        this.sheet = sheet;
        this.scope = scope;
        this.issues = issues;
    }

    TableForm form() {
        return form;
    }

    Sheet sheet() {
        return sheet;
    }

    Scope scope() {
        return scope;
    }

    Issues issues() {
        return issues;
    }

    void put(int position, Column<?> column) {
        columns.put(position, column);
        positions.put(column.header(), position);
        headers.put(position, column.header());
    }

    void put(int position, String header, Named condition) {
        conditions.put(position, condition);
        headers.put(position, header);
        expected.set(position, Example.expected(header) != null);
        if (condition instanceof Named.Value value) {
            domains.put(value.term(), value.domain());
        } else if (condition instanceof Named.Crossing crossing) {
            domains.put(crossing.previous(), Domain.HUNDRED);
            domains.put(crossing.now(), Domain.HUNDRED);
        }
    }

    /** What the terms of condition columns can be. */
    Map<Term, Domain> domains() {
        return domains;
    }

    void putDimension(int position, Column<BigDecimal> column) {
        put(position, column);
        dimensions.add(column);
    }

    void putExample(int position, Example example) {
        put(position, example.column());
        examples.add(example);
    }

    void add(TableRow row) {
        rows.add(row);
    }

    void headersUnsound() {
        headersSound = false;
    }

    /** Whether every header could be read; otherwise rows lack something, and checks between them would mislead. */
    boolean headersSound() {
        return headersSound;
    }

    boolean has(Column<?> column) {
        return positions.containsKey(column.header());
    }

    /** Column number from 1; 0 when the sheet lacks it. */
    int position(Column<?> column) {
        return positions.getOrDefault(column.header(), 0);
    }

    @Nullable Column<?> columnAt(int position) {
        return columns.get(position);
    }

    /** Whether the column says what must come of an account, rather than what is known about it. */
    boolean isExpected(int position) {
        return expected.get(position);
    }

    /** Column numbers by header, of the table's own columns; the same for all rows. */
    Map<String, Integer> ownPositions() {
        return positions;
    }

    boolean hasHeader(int position) {
        return headers.containsKey(position);
    }

    String headerAt(int position) {
        return headers.getOrDefault(position, "");
    }

    /** Every column under a header, from the left. */
    Set<Integer> positions() {
        return headers.keySet();
    }

    Map<Integer, Column<?>> columns() {
        return columns;
    }

    Map<Integer, Named> conditions() {
        return conditions;
    }

    /** Of Weights: one column a dimension. */
    List<Column<BigDecimal>> dimensions() {
        return dimensions;
    }

    /** Of Tests: what is known about the accounts. */
    List<Example> examples() {
        return examples;
    }

    /** All rows, those switched off too. */
    List<TableRow> rows() {
        return rows;
    }

    List<TableRow> activeRows() {
        return rows.stream().filter(TableRow::isActive).toList();
    }
}
