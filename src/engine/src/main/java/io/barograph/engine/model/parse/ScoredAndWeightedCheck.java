package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Field;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is weighed is scored; what is scored and not weighed, or not listed in Indicators, is told. */
final class ScoredAndWeightedCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        if (!has(workbook, ScoringTable.KIND, ScoringTable.INDICATOR)
                || !has(workbook, WeightsTable.KIND, WeightsTable.INDICATOR)) {
            return;
        }
        List<TableRow> weights = workbook.sources(WeightsTable.KIND);
        List<TableRow> scoring = workbook.sources(ScoringTable.KIND);
        Set<Field> scored = MeantIndicators.named(scoring, ScoringTable.INDICATOR);
        Set<Field> weighed = MeantIndicators.named(weights, WeightsTable.INDICATOR);
        scored.addAll(MeantIndicators.guessed(scoring, ScoringTable.INDICATOR));
        for (TableRow row : weights) {
            Field field = row.get(WeightsTable.INDICATOR);
            if (field != null && !scored.contains(field)) {
                row.error(
                        WeightsTable.INDICATOR,
                        IssueCode.NOT_SCORED,
                        Wording.quoted(field.label()) + " has weights but no row in Scoring",
                        "add Scoring rows for it, or take its weights out");
            }
        }
        if (weights.stream().noneMatch(row -> row.isFaulty(WeightsTable.INDICATOR))) {
            reportUnweighed(scoring, weighed);
        }
        reportUnlisted(workbook, weights);
    }

    private static boolean has(ParsedWorkbook workbook, TableKind<?> kind, Column<?> column) {
        ParsedTable<?> table = workbook.table(kind);
        return table != null && table.table().has(column);
    }

    private static void reportUnweighed(List<TableRow> scoring, Set<Field> weighed) {
        Set<Field> told = new HashSet<>(weighed);
        for (TableRow row : scoring) {
            Field field = row.get(ScoringTable.INDICATOR);
            if (field != null && told.add(field)) {
                row.place(ScoringTable.INDICATOR)
                        .notice(
                                IssueCode.NOT_WEIGHTED,
                                Wording.quoted(field.label()) + " is scored but weighs nothing in any dimension");
            }
        }
    }

    private static void reportUnlisted(ParsedWorkbook workbook, List<TableRow> weights) {
        List<TableRow> indicators = workbook.sources(IndicatorsTable.KIND);
        if (!has(workbook, IndicatorsTable.KIND, IndicatorsTable.INDICATOR)) {
            return;
        }
        Set<Field> listed = MeantIndicators.named(indicators, IndicatorsTable.INDICATOR);
        listed.addAll(MeantIndicators.guessed(indicators, IndicatorsTable.INDICATOR));
        for (TableRow row : weights) {
            Field field = row.get(WeightsTable.INDICATOR);
            if (field != null && listed.add(field)) {
                row.place(WeightsTable.INDICATOR)
                        .notice(
                                IssueCode.UNKNOWN_INDICATOR,
                                Wording.quoted(field.label())
                                        + " is not listed in Indicators: values of any age count, and it drops out when missing");
            }
        }
    }
}
