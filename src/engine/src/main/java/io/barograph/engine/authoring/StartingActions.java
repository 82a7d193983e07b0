package io.barograph.engine.authoring;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.model.Table;
import java.util.List;

/** The sheets of a starting workbook that bound and name scores and say what to do: Caps to Tests. */
final class StartingActions {

    private final Contract contract;
    private final Field first;
    private final String dimension;
    private final StartingTable.Ids ids;
    private final StartingTests tests;

    /**
     * @param first the indicator that examples watch
     * @param dimension the one that cohorts look at
     */
    StartingActions(Contract contract, Field first, String dimension, StartingTable.Ids ids, StartingTests tests) {
        this.contract = contract;
        this.first = first;
        this.dimension = dimension;
        this.ids = ids;
        this.tests = tests;
    }

    List<StartingTable> tables() {
        return List.of(
                caps(),
                thresholds(),
                calibration(),
                trends(),
                signals(),
                cohorts(),
                playbooks(),
                escalations(),
                tests.table());
    }

    private StartingTable caps() {
        return new StartingTable(
                        Table.CAPS,
                        ids,
                        "Rule ID",
                        first.label(),
                        "Applies to",
                        "At most",
                        "At least",
                        "Band at most",
                        "Because")
                .row(
                        ScoringSteps.of(first).nearWorst(),
                        "Overall",
                        "60",
                        "",
                        "yellow",
                        Sentences.of(first, "so bad that nothing else makes up for it"));
    }

    private StartingTable thresholds() {
        return new StartingTable(
                        Table.THRESHOLDS,
                        ids,
                        "Rule ID",
                        "Applies to",
                        "Account tier",
                        "Band",
                        "From",
                        "Leave below",
                        "Because")
                .row("Overall", "strategic", "green", "80", "77", "{Overall} is healthy even for a strategic account.")
                .row("Overall", "strategic", "yellow", "60", "57", "{Overall} is too little for a strategic account.")
                .row("Overall", "strategic", "red", "", "", "{Overall} puts a strategic account at risk.")
                .row("Overall", "", "green", "75", "72", "{Overall} is healthy: green starts at 75.")
                .row("Overall", "", "yellow", "50", "47", "{Overall} is neither healthy nor at risk.")
                .row("Overall", "", "red", "", "", "{Overall} is under 50: the account is at risk.");
    }

    private StartingTable calibration() {
        StartingTable table = new StartingTable(
                Table.CALIBRATION,
                ids,
                "Horizon (days)",
                "Score from",
                "Churn probability",
                "Expansion probability",
                "Between rows",
                "Note");
        return table.row("30", "0", "0.12", "0.01", "linear", "Guesses to start from; replace them by what happened.")
                .row("30", "50", "0.04", "0.02", "linear")
                .row("30", "75", "0.01", "0.05", "step")
                .row("60", "0", "0.22", "0.01", "linear")
                .row("60", "50", "0.08", "0.04", "linear")
                .row("60", "75", "0.02", "0.1", "step")
                .row("90", "0", "0.32", "0.02", "linear", "The row set that ARR at risk and expected values use.")
                .row("90", "50", "0.12", "0.06", "linear")
                .row("90", "75", "0.04", "0.15", "step");
    }

    private StartingTable trends() {
        boolean lower = first.direction() == Field.Direction.LOWER_IS_BETTER;
        return new StartingTable(
                        Table.TRENDS,
                        ids,
                        "Rule ID",
                        "Measure",
                        "Over days",
                        "Change",
                        "Unit",
                        "Flag",
                        "Severity",
                        "Because")
                .row(
                        "Overall",
                        "30",
                        "<= -15",
                        "points",
                        "rapid-decline",
                        "high",
                        "The score fell by 15 points or more within a month, whatever its band.")
                .row(
                        first.label(),
                        "30",
                        lower ? ">= 20" : "<= -20",
                        "percent",
                        "worsening",
                        "medium",
                        first.label() + (lower ? " rose" : " fell") + " by a fifth or more within a month.");
    }

    /** The flag of the one row of Signals. */
    private String signal() {
        return contract.named("renewal_date") == null ? "look-closer" : "renewal-at-risk";
    }

    private StartingTable signals() {
        return contract.named("renewal_date") == null
                ? new StartingTable(
                                Table.SIGNALS,
                                ids,
                                "Rule ID",
                                "Overall band",
                                "Confidence",
                                "Flag",
                                "Severity",
                                "Because")
                        .row("red", "low, medium", signal(), "medium", "The score is bad, and data is missing.")
                : new StartingTable(
                                Table.SIGNALS,
                                ids,
                                "Rule ID",
                                "Overall band",
                                "Days to renewal",
                                "Flag",
                                "Severity",
                                "Because")
                        .row(
                                "yellow, red",
                                "0..90",
                                signal(),
                                "high",
                                "{Days to renewal} days before renewal the account is not healthy.");
    }

    private StartingTable cohorts() {
        String score = dimension + " score";
        return new StartingTable(Table.COHORTS, ids, "Rule ID", "Flags", score, "Cohort", "Because")
                .row("contains rapid-decline, worsening, " + signal(), "", "at-risk", "There are warnings: {Flags}.")
                .row("", ">= 75", "active", dimension + " of {" + score + "}: they take part.")
                .row("", "< 50", "passive", dimension + " of {" + score + "}: they have stopped taking part.");
    }

    private StartingTable playbooks() {
        return new StartingTable(
                        Table.PLAYBOOKS,
                        ids,
                        "Rule ID",
                        "Overall band",
                        "Overall crosses below",
                        "Confidence",
                        "Playbook",
                        "Action",
                        "Owner role",
                        "Channel",
                        "Due (days)",
                        "Priority",
                        "Cool-down (days)",
                        "Suppresses",
                        "Value from",
                        "Expected save rate %",
                        "Expected uplift %",
                        "Cost",
                        "Because")
                .row(
                        "",
                        "50",
                        "",
                        "CSM alert",
                        "Call the customer and ask what changed.",
                        "CSM",
                        "call",
                        "2",
                        "1",
                        "14",
                        "Expansion conversation",
                        "churn",
                        "20",
                        "",
                        "200",
                        "The score has just fallen below 50.")
                .row(
                        "red",
                        "",
                        "",
                        "Success plan",
                        "Agree on two goals for the next quarter.",
                        "CSM",
                        "meeting",
                        "7",
                        "2",
                        "60",
                        "Expansion conversation",
                        "churn",
                        "15",
                        "",
                        "400",
                        "The account is at risk with a score of {Overall}.")
                .row(
                        "green",
                        "",
                        "",
                        "Expansion conversation",
                        "Ask what else would help them.",
                        "Account manager",
                        "call",
                        "21",
                        "3",
                        "90",
                        "",
                        "expansion",
                        "",
                        "10",
                        "150",
                        "A score of {Overall} is a good moment to talk about more.")
                .row(
                        "",
                        "",
                        "low",
                        "Data check",
                        "Find out why readings are missing.",
                        "Revenue operations",
                        "task",
                        "5",
                        "",
                        "30",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "Only {Coverage}% of what the score needs is known.");
    }

    private StartingTable escalations() {
        return new StartingTable(
                        Table.ESCALATIONS,
                        ids,
                        "Rule ID",
                        "Applies to",
                        "Band",
                        "For at least (days)",
                        "Escalate to",
                        "Action",
                        "Due (days)",
                        "Because")
                .row(
                        "Overall",
                        "red",
                        "14",
                        "Head of Customer Success",
                        "Join the next call.",
                        "3",
                        "The account has been red for two weeks.")
                .row(
                        "Overall",
                        "red",
                        "45",
                        "Chief Customer Officer",
                        "Call their executive.",
                        "3",
                        "The account has been red for six weeks.");
    }
}
