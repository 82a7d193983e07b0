package io.barograph.engine.export;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import java.util.Map;

/** Tables without conditions: they tell what arithmetic needs. */
final class SettingsTables extends SegmentTable {

    private static final String STAGE = "Settings";

    SettingsTables(String ruleSet, SegmentModel segment) {
        super(ruleSet, segment);
    }

    RuleTableDraft model() {
        RuleTableDraft draft = draft(Table.MODEL, NativeTables.STAGE);
        setting(draft, "minimum coverage", segment.minimumCoverage().toPlainString());
        setting(draft, "Overall has bands", Boolean.toString(isBanded(Decision.OVERALL)));
        return draft;
    }

    private void setting(RuleTableDraft draft, String name, String value) {
        at(draft.row(name + " of " + CellCode.of(segment.segment()), ""), STAGE)
                .then("setting($s, \"$1\", \"$2\");", "Setting, value", name + ", " + value);
    }

    RuleTableDraft weights() {
        RuleTableDraft draft = draft(Table.WEIGHTS, NativeTables.STAGE);
        for (Row.WeightRow row : segment.weights()) {
            RuleTableDraft.RowDraft rule = row(draft, row, STAGE)
                    .then(
                            "String indicator = text(\"$param\");",
                            "Indicator",
                            CellCode.of(row.indicator().name()));
            for (Map.Entry<String, java.math.BigDecimal> weight : row.weights().entrySet()) {
                rule.then(
                        "weight($s, indicator, \"" + CellCode.of(dimension(weight.getKey())) + "\", \"$param\");",
                        weight.getKey(),
                        cell(weight.getValue()));
            }
        }
        return draft;
    }

    /** As Overall writes it. */
    private String dimension(String name) {
        return segment.overall().stream()
                .map(Row.DimensionRow::dimension)
                .filter(dimension -> Names.same(dimension, name))
                .findFirst()
                .orElse(name);
    }

    RuleTableDraft overall() {
        RuleTableDraft draft = draft(Table.OVERALL, NativeTables.STAGE);
        for (Row.DimensionRow row : segment.overall()) {
            row(draft, row, STAGE)
                    .then(silentEntry("dimensions", "name"), "Dimension", CellCode.of(row.dimension()))
                    .then(number("weight"), "Weight in overall", cell(row.weight()))
                    .then(flag("banded"), "Has bands", Boolean.toString(isBanded(row.dimension())));
        }
        return draft;
    }

    private boolean isBanded(String score) {
        return segment.thresholds().stream().anyMatch(row -> Names.same(row.score(), score));
    }

    RuleTableDraft calibration() {
        RuleTableDraft draft = draft(Table.CALIBRATION, NativeTables.STAGE);
        for (Row.CalibrationRow row : segment.calibration()) {
            row(draft, row, STAGE)
                    .then(
                            "Map row = entry($s, \"calibration\"); " + whole("horizon"),
                            "Horizon (days)",
                            Integer.toString(row.horizonDays()))
                    .then(number("from"), "Score from", cell(row.scoreFrom()))
                    .then(number("churn"), "Churn probability", cell(row.churnProbability()))
                    .then(number("expansion"), "Expansion probability", cell(row.expansionProbability()))
                    .then(flag("linear"), "Linear to the next row", Boolean.toString(row.linear()));
        }
        return draft;
    }
}
