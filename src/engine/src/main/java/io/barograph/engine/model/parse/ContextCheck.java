package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Context row is about an indicator or about a category, and there is a weight to multiply. */
final class ContextCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        Set<Field> weighed = weighed(workbook.table(WeightsTable.KIND));
        for (TableRow row : workbook.sources(ContextTable.KIND)) {
            boolean indicator = row.hasCell(ContextTable.INDICATOR);
            boolean category = row.hasCell(ContextTable.CATEGORY);
            if (indicator && category) {
                row.error(
                        ContextTable.CATEGORY,
                        IssueCode.CONTRADICTION,
                        "the row names both an indicator and a category",
                        "keep one of them, or write two rows");
            } else if (!indicator && !category && row.table().headersSound()) {
                row.error(
                        ContextTable.FACTOR,
                        IssueCode.MISSING_CELL,
                        "the row says neither which indicator nor which category it is about",
                        "fill Indicator or Category");
            } else if (weighed != null) {
                requireWeight(row, weighed);
            }
        }
    }

    /** Indicators that weigh something in some dimension; null when Weights could not be read whole. */
    private static @Nullable Set<Field> weighed(@Nullable ParsedTable<?> weights) {
        if (weights == null || !weights.sources().stream().allMatch(TableRow::isSound)) {
            return null;
        }
        Set<Field> weighed = new HashSet<>();
        for (TableRow row : weights.sources()) {
            boolean weighs = weights.table().dimensions().stream()
                    .map(row::get)
                    .anyMatch(weight -> weight != null && weight.signum() > 0);
            if (weighs) {
                weighed.add(row.need(WeightsTable.INDICATOR));
            }
        }
        return weighed;
    }

    private static void requireWeight(TableRow row, Set<Field> weighed) {
        Field field = row.get(ContextTable.INDICATOR);
        String category = row.get(ContextTable.CATEGORY);
        if (field != null && !weighed.contains(field)) {
            row.place(ContextTable.INDICATOR)
                    .notice(
                            IssueCode.NO_EFFECT,
                            Wording.quoted(field.label()) + " has no weight in any dimension, so there is nothing to"
                                    + " multiply",
                            "give it a weight in Weights, or take the row out");
        } else if (category != null && weighed.stream().noneMatch(each -> category.equals(each.category()))) {
            row.place(ContextTable.CATEGORY)
                    .notice(
                            IssueCode.NO_EFFECT,
                            "no indicator of the category " + Wording.quoted(category)
                                    + " has a weight, so there is nothing to multiply",
                            "give one a weight in Weights, or take the row out");
        }
    }
}
