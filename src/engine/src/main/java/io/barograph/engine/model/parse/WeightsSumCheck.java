package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weights of each dimension, and those of the dimensions, add up to 100. */
final class WeightsSumCheck implements Check {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> weights = workbook.table(WeightsTable.KIND);
        if (weights != null) {
            weights.table()
                    .dimensions()
                    .forEach(column -> check(weights, column, "the weights of " + Wording.quoted(column.header())));
        }
        check(workbook.table(OverallTable.KIND), OverallTable.WEIGHT, "the weights of the dimensions");
    }

    private static void check(@Nullable ParsedTable<?> table, Column<BigDecimal> column, String what) {
        if (table == null || !table.table().has(column)) {
            return;
        }
        List<TableRow> rows = table.sources();
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.isFaulty(column))) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (TableRow row : rows) {
            BigDecimal weight = row.get(column);
            sum = weight == null ? sum : sum.add(weight);
        }
        BigDecimal off = sum.subtract(HUNDRED);
        if (off.signum() != 0) {
            SheetTable sheet = table.table();
            sheet.issues()
                    .error(
                            IssueCode.WEIGHTS_SUM,
                            sheet.sheet().address(1, sheet.position(column)),
                            what + " add up to " + WrittenNumber.plain(sum) + ", which is "
                                    + WrittenNumber.plain(off.abs()) + (off.signum() > 0 ? " more" : " less")
                                    + " than 100");
        }
    }
}
