package io.barograph.engine.authoring;

import static io.barograph.engine.authoring.ColumnPlans.number;
import static io.barograph.engine.authoring.ColumnPlans.text;

import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of the tables that say what to do. */
final class PlaybookColumns {

    private static final int NUMBER = 11;

    private PlaybookColumns() {}

    static @Nullable ColumnPlan of(String header) {
        return switch (header) {
            case "Playbook" ->
                text(header, 26).explained("The playbook's name. Several rows may recommend the same one.");
            case "Action" -> text(header, 40).explained("What to do, for whoever does it.");
            case "Owner role" -> text(header, 22).explained("The role that acts.");
            case "Channel" ->
                text(header, 11)
                        .choosing(Choices.suggest(List.of("call", "meeting", "email", "in-app", "task")))
                        .explained("How the customer, or the colleague, is reached.");
            case "Due (days)" -> number(header, NUMBER).explained("Days until it should be done.");
            case "Priority" -> number(header, NUMBER).explained("1 comes first; empty comes last.");
            case "Cool-down (days)" ->
                number(header, NUMBER)
                        .explained("For so many days after it was recommended, the playbook is listed but not offered"
                                + " again.");
            case "Suppresses" ->
                text(header, 24)
                        .explained("Playbooks or channels, with commas between, that must not run beside this one.");
            default -> value(header);
        };
    }

    /** What a playbook is expected to bring. */
    private static @Nullable ColumnPlan value(String header) {
        return switch (header) {
            case "Value from" ->
                text(header, 12)
                        .choosing(Choices.only("churn", "expansion"))
                        .explained(
                                "What the playbook earns: `churn` saves revenue at risk (save rate), `expansion` wins"
                                        + " more (uplift). Empty: churn.");
            case "Expected save rate %" ->
                number(header, 12)
                        .explained("Of a hundred accounts that would have left, how many stay because of it. Expected"
                                + " value is churn probability times ARR times this, less Cost.");
            case "Expected uplift %" ->
                number(header, 12)
                        .explained("By how many percent ARR grows when it works. Expected value is expansion"
                                + " probability times ARR times this, less Cost.");
            case "Cost" -> number(header, NUMBER).explained("What running it once costs, in the currency of ARR.");
            default -> null;
        };
    }

    static @Nullable ColumnPlan escalation(String header, List<String> bands) {
        return switch (header) {
            case "Applies to" ->
                text(header, 16)
                        .choosing(BandColumns.SCORES)
                        .explained("The score whose band is watched: Overall or a dimension. Empty: Overall.");
            case "Band" ->
                ColumnPlan.condition(header)
                        .choosing(Choices.suggest(bands))
                        .explained("In which bands the row applies: a word, several with commas, or `not` and words.");
            case "For at least (days)" ->
                number(header, NUMBER).explained("How long the score must have been in that band. Empty: at once.");
            case "Escalate to" -> text(header, 24).explained("The role that is told.");
            case "Action" -> text(header, 40).explained("What that role is to do.");
            case "Due (days)" -> number(header, NUMBER).explained("Days until it should be done.");
            default -> null;
        };
    }
}
