package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.RowHead;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights: what each indicator weighs in each dimension. */
final class WeightsTable {

    static final Column<Field> INDICATOR = Column.subject("Indicator", Cells.scoringIndicator());

    static final TableKind<Row.WeightRow> KIND = new TableKind<>(
            TableForm.of(Table.WEIGHTS, TableForm.Others.DIMENSIONS, List.of(INDICATOR), INDICATOR), WeightsTable::row);

    private WeightsTable() {}

    private static Row.WeightRow row(TableRow row, RowHead head) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (Column<BigDecimal> dimension : row.table().dimensions()) {
            BigDecimal weight = row.get(dimension);
            if (weight != null) {
                weights.put(dimension.header(), weight);
            }
        }
        return new Row.WeightRow(head, row.need(INDICATOR), weights);
    }
}
