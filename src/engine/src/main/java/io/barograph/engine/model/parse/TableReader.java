package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Clause;
import io.barograph.engine.model.Condition;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a sheet as a table, whatever kind it is. */
final class TableReader {

    private final SheetTable table;
    private final NavigableMap<Integer, Integer> firstOutside = new TreeMap<>();
    /** By column and text: what text cells asked for that nothing was to be said about; rows repeat each other much. */
    private final Map<Integer, Map<String, Condition>> plain = new HashMap<>();

    private TableReader(SheetTable table) {
        this.table = table;
    }

    static SheetTable read(Sheet sheet, TableForm form, Scope scope, Issues issues) {
        SheetTable table = new SheetTable(form, sheet, scope.in(form.table()), issues);
        HeaderReader.read(table);
        TableReader reader = new TableReader(table);
        sheet.rows().tailMap(2).forEach(reader::row);
        reader.reportContentOutside();
        SheetLayout.check(table);
        return table;
    }

    private void row(int number, NavigableMap<Integer, Cell> cells) {
        NavigableMap<Integer, Cell> headed = headed(number, cells);
        if (headed.isEmpty() || isTotal(headed)) {
            return;
        }
        TableRow row = new TableRow(table, number, headed);
        table.add(row);
        readOwn(row);
        if (row.isActive()) {
            table.conditions().forEach((position, named) -> readCondition(row, position, named));
        }
    }

    private NavigableMap<Integer, Cell> headed(int number, NavigableMap<Integer, Cell> cells) {
        boolean all = true;
        for (Map.Entry<Integer, Cell> cell : cells.entrySet()) {
            boolean blank = isBlank(cell.getValue());
            boolean counts = !blank && table.hasHeader(cell.getKey());
            if (!blank && !counts) {
                firstOutside.putIfAbsent(cell.getKey(), number);
            }
            all &= counts;
        }
        if (all) {
            return cells;
        }
        NavigableMap<Integer, Cell> headed = new TreeMap<>(cells);
        headed.entrySet().removeIf(cell -> isBlank(cell.getValue()) || !table.hasHeader(cell.getKey()));
        return headed;
    }

    private static boolean isBlank(Cell cell) {
        return cell instanceof Cell.Text && Names.clean(cell.text()).isEmpty();
    }

    private boolean isTotal(NavigableMap<Integer, Cell> cells) {
        Column<?> counted = table.form().totals();
        Cell cell = counted == null ? null : cells.get(table.position(counted));
        if (cell == null || !Outline.isTotal(cell.text())) {
            return false;
        }
        table.issues()
                .notice(IssueCode.TOTAL_ROW, cell.address(), "the row " + Wording.quoted(cell.text()) + " is skipped");
        return true;
    }

    /** Of a row that is switched off only its Rule ID is read. */
    private void readOwn(TableRow row) {
        for (Column<?> column : table.form().own()) {
            if (row.isActive() || column.header().equals(TableForm.RULE_ID.header())) {
                read(row, column);
            }
        }
        if (row.isActive()) {
            table.dimensions().forEach(column -> read(row, column));
            table.examples().forEach(example -> read(row, example.column()));
        }
    }

    private <T> void read(TableRow row, Column<T> column) {
        if (column.header().equals(TableForm.NOTE.header())) {
            return;
        }
        Cell cell = row.cell(column);
        if (cell == null || column.saysNothing().test(cell)) {
            if (column.need() == Column.Need.VALUE && row.isActive()) {
                row.markFaulty(column.header());
                requireFilled(row, column);
            }
            return;
        }
        Place place = row.place(column);
        T value = CellChecks.isUsable(cell, place) ? column.reader().read(cell, place, row) : null;
        if (value == null) {
            row.markFaulty(column.header());
        } else {
            row.put(column, value);
        }
    }

    private void requireFilled(TableRow row, Column<?> column) {
        if (!table.has(column)) {
            return;
        }
        IssueCode code = IssueCode.MISSING_CELL;
        if (column.header().equals(TableForm.RULE_ID.header())) {
            code = IssueCode.MISSING_RULE_ID;
        } else if (column.header().equals(TableForm.BECAUSE.header())) {
            code = IssueCode.MISSING_BECAUSE;
        }
        row.place(column).error(code, "the row has no " + column.header());
    }

    private void readCondition(TableRow row, int position, Named named) {
        Cell cell = row.cell(position);
        if (cell == null || ConditionParser.isAny(cell)) {
            return;
        }
        Place place = row.place(position);
        List<Clause> clauses = CellChecks.isUsable(cell, place) ? clauses(cell, position, place, named) : List.of();
        if (clauses.isEmpty()) {
            row.markFaulty(SheetTable.CONDITIONS);
        }
        row.add(clauses);
    }

    private @Nullable Condition condition(Cell cell, int position, Place place, Domain domain) {
        if (!(cell instanceof Cell.Text)) {
            return ConditionParser.parse(cell, domain, place);
        }
        Map<String, Condition> known = plain.computeIfAbsent(position, unused -> new HashMap<>());
        Condition same = known.get(cell.text());
        if (same != null) {
            return same;
        }
        int before = table.issues().count();
        Condition condition = ConditionParser.parse(cell, domain, place);
        if (condition != null && table.issues().count() == before) {
            known.put(cell.text(), condition);
        }
        return condition;
    }

    private List<Clause> clauses(Cell cell, int position, Place place, Named named) {
        String text = Names.clean(cell.text());
        if (named instanceof Named.Value value) {
            Condition condition = condition(cell, position, place, value.domain());
            return condition == null ? List.of() : List.of(new Clause(value.term(), condition, cell.address(), text));
        }
        if (!(named instanceof Named.Crossing crossing)) {
            return List.of();
        }
        BigDecimal bound = Cells.points(cell, place);
        if (bound == null) {
            return List.of();
        }
        Condition.Operator before = crossing.below() ? Condition.Operator.AT_LEAST : Condition.Operator.LESS;
        Condition.Operator after = crossing.below() ? Condition.Operator.LESS : Condition.Operator.AT_LEAST;
        return List.of(
                new Clause(crossing.previous(), new Condition.Comparison(before, bound), cell.address(), text),
                new Clause(crossing.now(), new Condition.Comparison(after, bound), cell.address(), text));
    }

    private void reportContentOutside() {
        firstOutside.forEach((position, number) -> table.issues()
                .notice(
                        IssueCode.CONTENT_OUTSIDE_TABLE,
                        table.sheet().address(number, position),
                        "values under an empty header are ignored",
                        null,
                        "write a header into " + table.sheet().address(1, position)));
    }
}
