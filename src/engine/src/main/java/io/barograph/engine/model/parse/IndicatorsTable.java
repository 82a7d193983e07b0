package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.List;

/** Indicators: how observations of an indicator are processed. */
final class IndicatorsTable {

    static final Column<Field> INDICATOR = Column.subject("Indicator", Cells.indicator());
    static final Column<BigDecimal> HALF_LIFE = Column.detail("Smoothing half-life (days)", Cells.positive());
    static final Column<Integer> MAX_AGE = Column.detail("Max age (days)", Cells.whole(0));
    static final Column<BigDecimal> IF_MISSING =
            Column.detail("If missing", Cells.points()).exceptFor(cell -> Names.same(cell.text(), "ignore"));

    static final Column<BigDecimal> CAMPAIGN_DISCOUNT = Column.detail("Campaign discount %", Cells.points());

    static final TableKind<Row.IndicatorRow> KIND = new TableKind<>(
            TableForm.of(
                    Table.INDICATORS,
                    TableForm.Others.NONE,
                    List.of(INDICATOR, HALF_LIFE, MAX_AGE, IF_MISSING, CAMPAIGN_DISCOUNT),
                    IF_MISSING,
                    INDICATOR),
            (row, head) -> new Row.IndicatorRow(
                    head,
                    row.scope().vocabulary().of(row.need(INDICATOR)),
                    row.get(HALF_LIFE),
                    row.get(MAX_AGE),
                    row.get(IF_MISSING),
                    row.get(CAMPAIGN_DISCOUNT)));

    private IndicatorsTable() {}
}
