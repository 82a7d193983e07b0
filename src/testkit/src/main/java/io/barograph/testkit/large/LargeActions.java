package io.barograph.testkit.large;

import io.barograph.testkit.WorkbookBuilder;
import io.barograph.testkit.WorkbookBuilder.SheetBuilder;
import java.util.List;

/** What follows from a score: cohorts, playbooks, escalations. */
final class LargeActions {

    private static final List<String> BANDS = List.of("green", "yellow", "red");
    private static final List<String> CHANNELS = List.of("call", "email", "meeting", "task");
    private static final List<String> VERBS = List.of("Call", "Review", "Plan", "Training", "Offer", "Survey");
    private static final int MOST_COHORTS = 20;

    private final LargeRows draw;
    private final LargeContract contract;
    private final List<String> flags;

    LargeActions(LargeRows draw, LargeContract contract, List<String> flags) {
        this.draw = draw;
        this.contract = contract;
        this.flags = flags;
    }

    /** @return how many rows it took */
    int write(WorkbookBuilder workbook, int rows) {
        int cohorts = Math.min(MOST_COHORTS, 4 + rows / 100);
        int playbooks = Math.max(4, rows / 14);
        int escalations = Math.max(3, rows / 40);
        cohorts(workbook, cohorts);
        playbooks(workbook, playbooks, cohorts);
        escalations(workbook, escalations);
        return cohorts + playbooks + escalations;
    }

    private void cohorts(WorkbookBuilder workbook, int count) {
        LargeField shown = contract.indicators(1).get(0);
        SheetBuilder sheet = workbook.sheet("Cohorts")
                .header("Rule ID", "Overall band", contract.stage().label(), shown.label(), "Cohort", "Because");
        for (int i = 0; i < count - 1; i++) {
            sheet.row(
                    draw.id("CO"),
                    BANDS.get(i % BANDS.size()),
                    contract.stage()
                            .texts()
                            .get(i / BANDS.size() % contract.stage().texts().size()),
                    i < 15 ? ">= " + 5 * (i + 1) : null,
                    "cohort-" + i,
                    draw.sentence("puts the account among its like"));
        }
        sheet.row(draw.id("CO"), null, null, null, "steady", "Nothing stands out.");
    }

    /** A playbook suppresses only later ones, so that there is no circle. */
    private void playbooks(WorkbookBuilder workbook, int count, int cohorts) {
        SheetBuilder sheet = workbook.sheet("Playbooks")
                .header(
                        "Rule ID",
                        "Overall band",
                        "Overall crosses below",
                        contract.industry().label(),
                        contract.stage().label(),
                        "Cohort",
                        "Flags",
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
                        "Because");
        for (int i = 0; i < count; i++) {
            boolean expansion = draw.chance(30);
            sheet.row(
                    draw.id("PB"),
                    draw.chance(60) ? draw.pick(BANDS) : null,
                    draw.chance(5) ? draw.between(40, 80) : null,
                    draw.chance(50) ? draw.texts(contract.industry()) : null,
                    draw.chance(40) ? draw.texts(contract.stage()) : null,
                    draw.chance(15) ? "cohort-" + draw.between(0, cohorts - 2) : null,
                    "contains " + draw.pick(flags),
                    name(i),
                    "Do step " + draw.between(1, 999) + " of the handbook and note what came of it",
                    "Customer success manager",
                    draw.pick(CHANNELS),
                    draw.between(1, 30),
                    draw.between(1, 9),
                    draw.between(1, 12) * 15,
                    i < count - 1 && draw.chance(25) ? name(draw.between(i + 1, count - 1)) : null,
                    expansion ? "expansion" : null,
                    expansion ? null : draw.between(1, 20),
                    expansion ? draw.between(1, 20) : null,
                    draw.between(1, 50) * 10,
                    draw.sentence("asks for action while the account is {Overall band}"));
        }
    }

    private static String name(int number) {
        return VERBS.get(number % VERBS.size()) + " " + (number / VERBS.size() + 1);
    }

    private void escalations(WorkbookBuilder workbook, int count) {
        SheetBuilder sheet = workbook.sheet("Escalations")
                .header(
                        "Rule ID",
                        "Applies to",
                        "Band",
                        "For at least (days)",
                        contract.industry().label(),
                        "Account tier",
                        "Escalate to",
                        "Action",
                        "Due (days)",
                        "Because");
        for (int i = 0; i < count; i++) {
            sheet.row(
                    draw.id("ES"),
                    draw.chance(70) ? null : draw.pick(LargeSegment.DIMENSIONS),
                    draw.chance(80) ? "red" : "yellow, red",
                    i,
                    draw.texts(contract.industry()),
                    draw.chance(50) ? draw.pick(LargeContract.TIERS) : null,
                    "Lead of region " + draw.between(1, 20),
                    "Look into it",
                    draw.between(1, 14),
                    draw.sentence("has been so for {Days in band} days"));
        }
    }
}
