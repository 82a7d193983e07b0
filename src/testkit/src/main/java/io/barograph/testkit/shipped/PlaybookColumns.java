package io.barograph.testkit.shipped;

import io.barograph.engine.workbook.Choices;
import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.ColumnPlan.Format;
import java.util.List;
import java.util.Optional;

/** The columns of Playbooks that say what to do. */
final class PlaybookColumns {

    private PlaybookColumns() {}

    static Optional<ColumnPlan> known(String header) {
        return Optional.ofNullable(
                switch (header) {
                    case "Playbook" ->
                        text(header, 26).explained("The playbook's name. Several rows may recommend the same one.");
                    case "Action" -> text(header, 40).explained("What to do, for whoever does it.");
                    case "Owner role" -> text(header, 22).explained("The role that acts.");
                    case "Channel" ->
                        text(header, 11)
                                .choosing(Choices.suggest(List.of("call", "meeting", "email", "in-app", "task")))
                                .explained("How the customer, or the colleague, is reached.");
                    case "Due (days)" -> number(header).explained("Days until it should be done.");
                    case "Priority" -> number(header).explained("1 comes first; empty comes last.");
                    case "Cool-down (days)" ->
                        number(header)
                                .explained("For so many days after it was recommended, the playbook is listed but not"
                                        + " offered again.");
                    case "Suppresses" ->
                        text(header, 24)
                                .explained(
                                        "Playbooks or channels, with commas between, that must not run beside this one.");
                    default -> null;
                });
    }

    private static ColumnPlan text(String header, int width) {
        return ColumnPlan.outcome(header, Format.TEXT, width);
    }

    private static ColumnPlan number(String header) {
        return ColumnPlan.outcome(header, Format.NUMBER, 11);
    }
}
