package io.barograph.engine.model.parse;

import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.List;

/** Calibration: from a score on, the probabilities of churn and of expansion within a horizon. */
final class CalibrationTable {

    private static final String LINEAR = "linear";

    static final Column<Integer> HORIZON = Column.subject("Horizon (days)", Cells.whole(1));
    static final Column<BigDecimal> SCORE_FROM = Column.subject("Score from", Cells.points());
    static final Column<BigDecimal> CHURN = Column.result("Churn probability", Cells.probability());
    static final Column<BigDecimal> EXPANSION =
            Column.detail("Expansion probability", Cells.probability()).withNeed(Column.Need.VALUE);
    static final Column<String> BETWEEN_ROWS = Column.detail("Between rows", Cells.oneOf(List.of("step", LINEAR)));

    static final TableKind<Row.CalibrationRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.CALIBRATION,
                    TableForm.Others.NONE,
                    List.of(HORIZON, SCORE_FROM, CHURN, EXPANSION, BETWEEN_ROWS),
                    CHURN),
            (row, head) -> new Row.CalibrationRow(
                    head,
                    row.need(HORIZON),
                    row.need(SCORE_FROM),
                    row.need(CHURN),
                    row.need(EXPANSION),
                    LINEAR.equals(row.get(BETWEEN_ROWS))));

    private CalibrationTable() {}
}
