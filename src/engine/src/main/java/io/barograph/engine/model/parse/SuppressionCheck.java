package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashSet;
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
        List<String> known = new ArrayList<>();
        for (TableRow row : table.table().rows()) {
            known.add(Names.clean(row.text(PlaybooksTable.PLAYBOOK)));
            known.add(Names.clean(row.text(PlaybooksTable.CHANNEL)));
        }
        known.removeIf(String::isEmpty);
        List<TableRow> rows = table.sources();
        rows.forEach(row -> names(row, known));
        Set<TableRow> told = new HashSet<>();
        for (TableRow row : rows) {
            if (!told.contains(row)) {
                circle(row, rows, new ArrayList<>(), new HashSet<>(), told);
            }
        }
    }

    private static void names(TableRow row, List<String> known) {
        for (String name : suppressed(row)) {
            if (Names.same(name, row.text(PlaybooksTable.PLAYBOOK))) {
                row.place(PlaybooksTable.SUPPRESSES)
                        .notice(
                                IssueCode.NO_EFFECT,
                                "a playbook does not suppress itself: " + Wording.quoted(name) + " has no effect here",
                                "take it out of Suppresses");
            } else if (Scope.same(name, known) == null) {
                row.error(
                        PlaybooksTable.SUPPRESSES,
                        IssueCode.UNKNOWN_NAME,
                        "no playbook and no channel is called " + Wording.quoted(name),
                        Wording.hint(name, known.stream().distinct().toList()));
            }
        }
    }

    private static List<String> suppressed(TableRow row) {
        List<String> names = row.get(PlaybooksTable.SUPPRESSES);
        return names == null ? List.of() : names;
    }

    /** Follows who suppresses whom from a row, and tells the first way back to it. */
    private static boolean circle(
            TableRow row, List<TableRow> rows, List<TableRow> path, Set<TableRow> visited, Set<TableRow> told) {
        if (!path.isEmpty() && row == path.get(0)) {
            String names = path.stream()
                    .map(each -> Wording.quoted(each.text(PlaybooksTable.PLAYBOOK)))
                    .collect(Collectors.joining(" suppresses "));
            path.get(0)
                    .error(
                            PlaybooksTable.SUPPRESSES,
                            IssueCode.SUPPRESSION_CYCLE,
                            "playbooks suppress each other: " + names + " suppresses "
                                    + Wording.quoted(row.text(PlaybooksTable.PLAYBOOK)),
                            "let one of them suppress nothing");
            told.addAll(path);
            return true;
        }
        if (!visited.add(row)) {
            return false;
        }
        path.add(row);
        for (TableRow other : rows) {
            if (suppresses(row, other) && circle(other, rows, path, visited, told)) {
                return true;
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    private static boolean suppresses(TableRow row, TableRow other) {
        String playbook = other.text(PlaybooksTable.PLAYBOOK);
        if (Names.same(playbook, row.text(PlaybooksTable.PLAYBOOK))) {
            return false;
        }
        String channel = other.text(PlaybooksTable.CHANNEL);
        return suppressed(row).stream()
                .anyMatch(name -> Names.same(name, playbook) || (!channel.isEmpty() && Names.same(name, channel)));
    }
}
