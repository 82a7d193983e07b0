package io.barograph.engine.export;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Tables that say what to make of a score: flags, cohorts, playbooks, escalations. */
final class ActionTables extends SegmentTable {

    ActionTables(String ruleSet, SegmentModel segment) {
        super(ruleSet, segment);
    }

    RuleTableDraft trends() {
        RuleTableDraft draft = draft(Table.TRENDS, NativeTables.STAGE);
        for (Row.TrendRow row : segment.trends()) {
            RuleTableDraft.RowDraft rule = row(draft, row, Table.TRENDS.sheet());
            if (row.value() != null) {
                rule.when(
                        0,
                        row.change().key(),
                        ConditionCode.of(
                                row.value(), RuleTableDraft.value(row.change().key())));
            }
            flag(rule.when(row.head()), row.flag(), row.severity());
        }
        return draft;
    }

    RuleTableDraft signals() {
        RuleTableDraft draft = draft(Table.SIGNALS, NativeTables.STAGE);
        for (Row.SignalRow row : segment.signals()) {
            flag(row(draft, row, Table.SIGNALS.sheet()).when(row.head()), row.flag(), row.severity());
        }
        return draft;
    }

    private static void flag(RuleTableDraft.RowDraft rule, String flag, String severity) {
        rule.then(entry("flags", "flag"), "Flag", CellCode.of(flag))
                .then(text("severity"), "Severity", CellCode.of(severity));
    }

    RuleTableDraft cohorts() {
        RuleTableDraft draft = draft(Table.COHORTS, NativeTables.STAGE);
        for (Row.CohortRow row : segment.cohorts()) {
            row(draft, row, Table.COHORTS.sheet())
                    .always("answered == $param", "Answered", "false")
                    .when(row.head())
                    .then(NativeTables.assign("cohort"), "Cohort", CellCode.of(row.cohort()));
        }
        return draft;
    }

    RuleTableDraft playbooks() {
        RuleTableDraft draft = draft(Table.PLAYBOOKS, NativeTables.STAGE);
        for (Row.PlaybookRow row : segment.playbooks()) {
            RuleTableDraft.RowDraft rule = row(draft, row, Table.PLAYBOOKS.sheet())
                    .when(row.head())
                    .then(entry("playbooks", "playbook"), "Playbook", CellCode.of(row.playbook()))
                    .then(text("action"), "Action", cell(row.action()))
                    .then(text("owner_role"), "Owner role", cell(row.ownerRole()))
                    .then(text("channel"), "Channel", cell(row.channel()))
                    .then(whole("due days"), "Due (days)", cell(row.dueDays()))
                    .then(whole("priority"), "Priority", cell(row.priority()))
                    .then(whole("cool-down"), "Cool-down (days)", cell(row.coolDownDays()))
                    .then(
                            "row.put(\"suppresses\", \"$param\");",
                            "Suppresses",
                            row.suppresses().isEmpty() ? null : CellCode.list(row.suppresses()));
            worth(rule, row.worth());
        }
        return draft;
    }

    private static void worth(RuleTableDraft.RowDraft rule, Row.Worth worth) {
        rule.then(text("value from"), "Value from", worth.fromExpansion() ? "expansion" : null)
                .then(number("save rate"), "Expected save rate %", cell(worth.saveRatePercent()))
                .then(number("uplift"), "Expected uplift %", cell(worth.upliftPercent()))
                .then(number("cost"), "Cost", cell(worth.cost()));
    }

    RuleTableDraft escalations() {
        RuleTableDraft draft = draft(Table.ESCALATIONS, NativeTables.STAGE);
        for (Row.EscalationRow row : segment.escalations()) {
            RuleTableDraft.RowDraft rule =
                    row(draft, row, Table.ESCALATIONS.sheet()).when(row.head());
            conditions(rule, row.score(), row.band(), row.forAtLeastDays());
            rule.then(entry("escalations", "escalate_to"), "Escalate to", CellCode.of(row.escalateTo()))
                    .then(text("action"), "Action", cell(row.action()))
                    .then(whole("due days"), "Due (days)", cell(row.dueDays()));
        }
        return draft;
    }

    private static void conditions(
            RuleTableDraft.RowDraft rule, String score, @Nullable Condition band, @Nullable Integer days) {
        if (band != null) {
            String name = score + " band";
            rule.when(0, name, ConditionCode.of(band, RuleTableDraft.value(name)));
        }
        if (days != null) {
            String name = daysIn(score);
            Condition least = new Condition.Comparison(Condition.Operator.AT_LEAST, BigDecimal.valueOf(days));
            rule.when(0, name, ConditionCode.of(least, RuleTableDraft.value(name)));
        }
    }

    /** The days in a score's band, as conditions name them. */
    static String daysIn(String score) {
        return score.equals(Decision.OVERALL) ? "Days in band" : "Days in " + score + " band";
    }
}
