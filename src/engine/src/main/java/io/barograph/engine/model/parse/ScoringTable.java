package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Cell;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scoring: a condition on one indicator, and on anything else, → its sub-score. */
final class ScoringTable {

    static final Column<Field> INDICATOR = Column.subject("Indicator", Cells.scoringIndicator());
    static final Column<Condition> VALUE = new Column<>(
                    "Value", Column.Need.HEADER, Column.Part.SUBJECT, ScoringTable::value)
            .exceptFor(ConditionParser::isAny);

    static final Column<BigDecimal> SCORE = Column.result("Score", Cells.points());
    static final Column<Row.Ramp> SCORE_AT_END = Column.detail("Score at end", ScoringTable::ramp);

    static final TableKind<Row.ScoringRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.SCORING, TableForm.Others.CONDITIONS, List.of(INDICATOR, VALUE, SCORE, SCORE_AT_END), SCORE),
            (row, head) -> new Row.ScoringRow(
                    head,
                    row.scope().vocabulary().of(row.need(INDICATOR)),
                    row.get(VALUE),
                    row.need(SCORE),
                    row.get(SCORE_AT_END)));

    private ScoringTable() {}

    private static @Nullable Condition value(Cell cell, Place place, TableRow row) {
        Field indicator = row.get(INDICATOR);
        return indicator == null ? null : ConditionParser.parse(cell, Domain.of(indicator), place);
    }

    private static Row.@Nullable Ramp ramp(Cell cell, Place place, TableRow row) {
        BigDecimal atEnd = Cells.points(cell, place);
        if (atEnd == null || row.isFaulty(VALUE)) {
            return null;
        }
        if (row.get(VALUE) instanceof Condition.Range range
                && range.from() instanceof BigDecimal from
                && range.to() instanceof BigDecimal to
                && from.compareTo(to) < 0) {
            return new Row.Ramp(from, to, atEnd);
        }
        place.error(
                IssueCode.BAD_CONDITION,
                "`Score at end` needs a range with two ends as Value",
                "write Value like `60..80`, or leave this cell empty");
        return null;
    }
}
