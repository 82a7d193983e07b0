package io.barograph.engine.authoring;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Table;
import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import java.util.List;
import java.util.Objects;

/**
 * The columns of every table as people see them: width, format, drop-down list and an explanation in the header. A
 * header that is none of a table's own is a dimension in Weights, an input in Tests and a condition elsewhere.
 */
public final class TableColumns {

    private final List<String> bands;
    private final List<String> categories;
    private final ConditionColumns conditions;

    /** @param bands names of the model's bands, best first */
    public TableColumns(Contract contract, List<String> bands) {
        this.bands = List.copyOf(bands);
        this.categories = contract.fields().stream()
                .map(Field::category)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        this.conditions = new ConditionColumns(contract, bands);
    }

    /** @throws IllegalArgumentException when the table has no such column and takes no others */
    public ColumnPlan of(Table table, String header) {
        return switch (header) {
            case "Rule ID" ->
                ColumnPlan.ruleId()
                        .explained(
                                "A stable name for this row. It stays when rows are sorted or moved; decisions, logs and"
                                        + " comparisons use it. Never reuse one.");
            case "Active" ->
                ColumnPlans.text(header, 9)
                        .choosing(Choices.only("yes", "no"))
                        .explained("`no` switches the row off without deleting it. Empty: the row counts.");
            case "Because" -> ColumnPlan.prose(header, 78).explained(because(table));
            case "Note" -> ColumnPlan.prose(header, 64).explained("Remarks of your own. They change nothing.");
            default -> ownOrOther(table, header);
        };
    }

    private static String because(Table table) {
        return table == Table.TESTS
                ? "One sentence for people: what this example shows."
                : "One sentence for people: why this row applies. Names in braces, for example {Overall}, are replaced"
                        + " by the account's values.";
    }

    private ColumnPlan ownOrOther(Table table, String header) {
        ColumnPlan own = switch (table) {
            case SEGMENTS, ACCOUNT_TIERS, MODEL -> SegmentColumns.of(table, header);
            case INDICATORS, SCORING, OVERALL -> ScoreColumns.of(table, header);
            case WEIGHTS -> ScoreColumns.weight(header);
            case CONTEXT -> ScoreColumns.context(header, categories);
            case CAPS, THRESHOLDS -> BandColumns.of(table, header, bands);
            case CALIBRATION -> BandColumns.calibration(header);
            case TRENDS -> FlagColumns.trend(header);
            case SIGNALS, COHORTS -> FlagColumns.of(table, header);
            case PLAYBOOKS -> PlaybookColumns.of(header);
            case ESCALATIONS -> PlaybookColumns.escalation(header, bands);
            case TESTS -> conditions.test(header);
        };
        return own == null ? other(table, header) : own;
    }

    private ColumnPlan other(Table table, String header) {
        boolean conditional = switch (table) {
            case MODEL, INDICATORS, WEIGHTS, OVERALL, CALIBRATION, TESTS -> false;
            default -> true;
        };
        if (!conditional) {
            throw new IllegalArgumentException(table.sheet() + " has no column `" + header + "`");
        }
        return conditions.condition(header);
    }
}
