package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Only numbers are smoothed and discounted, and only where a share taken away leaves a value that can be. */
final class ProcessingCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        for (TableRow row : workbook.sources(IndicatorsTable.KIND)) {
            Field field = row.get(IndicatorsTable.INDICATOR);
            if (field == null) {
                continue;
            }
            if (!field.type().isNumeric()) {
                notNumeric(row, IndicatorsTable.HALF_LIFE, field, "smoothed");
                notNumeric(row, IndicatorsTable.CAMPAIGN_DISCOUNT, field, "discounted");
            } else if (row.get(IndicatorsTable.CAMPAIGN_DISCOUNT) != null && !holdsZero(field)) {
                row.error(
                        IndicatorsTable.CAMPAIGN_DISCOUNT,
                        IssueCode.CONTRADICTION,
                        "a discount needs a range that contains 0, but " + Wording.quoted(field.label()) + " runs from "
                                + end(field.minimum()) + " to " + end(field.maximum()),
                        "leave the cell empty");
            }
        }
    }

    private static void notNumeric(TableRow row, Column<BigDecimal> column, Field field, String what) {
        if (row.get(column) != null) {
            row.error(
                    column,
                    IssueCode.CONTRADICTION,
                    "only numbers are " + what + ", and " + Wording.quoted(field.label()) + " is none",
                    "leave the cell empty");
        }
    }

    private static boolean holdsZero(Field field) {
        return new Reach(Domain.of(field)).spans(BigDecimal.ZERO);
    }

    private static String end(@Nullable BigDecimal bound) {
        return bound == null ? "any number" : WrittenNumber.plain(bound);
    }
}
