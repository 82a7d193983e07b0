package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trends: the change of a measure over some days, and conditions → a flag. */
final class TrendsTable {

    private static final List<String> PERCENT = List.of("percent", "%");

    static final Column<String> MEASURE = Column.subject("Measure", TrendsTable::measure);
    static final Column<Integer> OVER_DAYS =
            Column.detail("Over days", Cells.whole(1, Scope.LONGEST_SPAN)).withNeed(Column.Need.VALUE);
    static final Column<String> UNIT = Column.detail("Unit", Cells.oneOf(List.of("points", "percent", "%")))
            .withNeed(Column.Need.VALUE);
    static final Column<Condition> CHANGE =
            Column.subject("Change", TrendsTable::change).exceptFor(ConditionParser::isAny);
    static final Column<String> FLAG = Column.result("Flag", Cells.nameInSets());
    static final Column<String> SEVERITY =
            Column.detail("Severity", Cells.oneOf(Scope.SEVERITIES)).withNeed(Column.Need.VALUE);

    /** Change is read last of what it depends on. */
    static final TableKind<Row.TrendRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.TRENDS,
                    TableForm.Others.CONDITIONS,
                    List.of(MEASURE, OVER_DAYS, UNIT, CHANGE, FLAG, SEVERITY),
                    FLAG),
            TrendsTable::row);

    private TrendsTable() {}

    private static @Nullable String measure(Cell cell, Place place, TableRow row) {
        String measure = row.scope().measure(cell.text());
        if (measure == null) {
            place.error(
                    IssueCode.UNKNOWN_INDICATOR,
                    Wording.quoted(cell.text()) + " is neither a score nor an indicator that is a number",
                    Wording.hint(cell.text(), row.scope().measures()));
        }
        return measure;
    }

    private static @Nullable Condition change(Cell cell, Place place, TableRow row) {
        Named.Value change = changing(row);
        if (change == null) {
            return null;
        }
        if (isPercentage(cell) && !change.domain().percent()) {
            place.error(
                    IssueCode.BAD_NUMBER,
                    Wording.quoted(cell.text()) + " is in percent, but Unit says points",
                    "write `percent` under Unit");
            return null;
        }
        return ConditionParser.parse(cell, change.domain(), place);
    }

    private static boolean isPercentage(Cell cell) {
        return cell instanceof Cell.Numeric number
                ? number.percentage()
                : cell.text().contains("%");
    }

    private static Row.TrendRow row(TableRow row, RowHead head) {
        Named.Value change = changing(row);
        if (change == null) {
            throw new IllegalStateException("a sound row names a measure");
        }
        return new Row.TrendRow(head, change.term(), row.need(CHANGE), row.need(FLAG), row.need(SEVERITY));
    }

    /** What the row watches; null when a cell that says so is faulty. */
    static Named.@Nullable Value changing(TableRow row) {
        String measure = row.get(MEASURE);
        Integer days = row.get(OVER_DAYS);
        String unit = row.get(UNIT);
        if (measure == null || days == null || unit == null) {
            return null;
        }
        return row.scope().changeIn(measure, days, PERCENT.contains(unit)) instanceof Named.Value value ? value : null;
    }
}
