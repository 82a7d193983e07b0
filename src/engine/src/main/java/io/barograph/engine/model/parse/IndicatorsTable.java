package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Indicators: how observations of an indicator are processed. */
final class IndicatorsTable {

    static final Column<Field> INDICATOR = Column.subject("Indicator", Cells.indicator());
    static final Column<Integer> MAX_AGE = Column.detail("Max age (days)", Cells.whole(0));
    /** Empty means ignore; ignore written out reads the same. */
    static final Column<Optional<BigDecimal>> IF_MISSING = Column.detail("If missing", (cell, place, row) -> {
        if (Names.same(cell.text(), "ignore")) {
            return Optional.empty();
        }
        BigDecimal score = Cells.points(cell, place);
        return score == null ? null : Optional.of(score);
    });

    static final TableKind<Row.IndicatorRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.INDICATORS,
                    TableForm.Others.NONE,
                    List.of(
                            INDICATOR,
                            Column.notEvaluated("Smoothing half-life (days)"),
                            MAX_AGE,
                            IF_MISSING,
                            Column.notEvaluated("Campaign discount %")),
                    IF_MISSING,
                    INDICATOR),
            (row, head) -> {
                Optional<BigDecimal> ifMissing = row.get(IF_MISSING);
                return new Row.IndicatorRow(
                        head,
                        row.scope().vocabulary().of(row.need(INDICATOR)),
                        null,
                        row.get(MAX_AGE),
                        ifMissing == null ? null : ifMissing.orElse(null),
                        null);
            });

    private IndicatorsTable() {}
}
