package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Playbooks suppress playbooks and channels that exist, and never each other in a circle. */
final class SuppressionCheck implements Check {

    @Override
    public void run(ParsedWorkbook workbook, Issues issues) {
        ParsedTable<?> table = workbook.table(PlaybooksTable.KIND);
        if (table == null) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        for (TableRow row : table.table().rows()) {
            known.add(Names.clean(row.text(PlaybooksTable.PLAYBOOK)));
            known.add(Names.clean(row.text(PlaybooksTable.CHANNEL)));
        }
        known.remove("");
        Set<String> folded = known.stream().map(Names::fold).collect(Collectors.toSet());
        table.sources().forEach(row -> names(row, known, folded));
        new SuppressionGraph(table.sources()).circles().forEach(SuppressionCheck::report);
    }

    private static void names(TableRow row, Set<String> known, Set<String> folded) {
        for (String name : SuppressionGraph.suppressed(row)) {
            if (Names.same(name, row.text(PlaybooksTable.PLAYBOOK))) {
                row.place(PlaybooksTable.SUPPRESSES)
                        .notice(
                                IssueCode.NO_EFFECT,
                                "a playbook does not suppress itself: " + Wording.quoted(name) + " has no effect here",
                                "take it out of Suppresses");
            } else if (!folded.contains(Names.fold(name))) {
                row.error(
                        PlaybooksTable.SUPPRESSES,
                        IssueCode.UNKNOWN_NAME,
                        "no playbook and no channel is called " + Wording.quoted(name),
                        Wording.hint(name, List.copyOf(known)));
            }
        }
    }

    private static void report(List<TableRow> circle) {
        TableRow first = circle.get(0);
        String names = circle.stream()
                .map(each -> Wording.quoted(each.text(PlaybooksTable.PLAYBOOK)))
                .collect(Collectors.joining(" suppresses "));
        first.error(
                PlaybooksTable.SUPPRESSES,
                IssueCode.SUPPRESSION_CYCLE,
                "playbooks suppress each other: " + names + " suppresses "
                        + Wording.quoted(first.text(PlaybooksTable.PLAYBOOK)),
                "let one of them suppress nothing");
    }
}
