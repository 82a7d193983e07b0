package io.barograph.testkit.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws a Playbooks table whose suppressions have no cycle: a playbook only suppresses those later in one order. */
final class RandomPlaybooks {

    static final List<String> NAMES =
            List.of("save-call", "Upsell", "referral", "Executive check-in", "newsletter", "success plan");
    private static final List<String> CHANNELS = List.of("email", "Phone", "in-app", "visit");

    private record Row(int rank, String channel, Map<String, @Nullable Object> cells) {}

    private final Dice dice;

    RandomPlaybooks(Dice dice) {
        this.dice = dice;
    }

    SheetDraft sheet(List<Word> words, Supplier<String> ruleIds) {
        TableDraft table = new TableDraft(
                "Playbooks", dice, "Rule ID", "Playbook", "Action", "Owner role", "Channel", "Due (days)", "Because");
        for (String optional : dice.some(List.of("Priority", "Cool-down (days)", "Suppresses"), 2, 3)) {
            table.column(optional);
        }
        RandomConditions conditions = new RandomConditions(dice);
        List<Word> columns = dice.some(words, 1, 5);
        columns.forEach(table::column);
        List<Row> rows = new ArrayList<>();
        int count = dice.between(2, 8);
        for (int i = 0; i < count; i++) {
            boolean off = dice.chance(7);
            int rank = dice.between(0, NAMES.size() - 1);
            Row row = new Row(rank, dice.pick(CHANNELS), off ? table.inactiveRow() : table.row());
            rows.add(row);
            fill(row, ruleIds.get(), new Sentences(dice).because(words));
            for (Word word : columns) {
                if (dice.chance(30)) {
                    row.cells().put(word.header(), conditions.cell(word));
                }
            }
        }
        rows.forEach(row -> row.cells().put("Suppresses", suppresses(row, rows)));
        return table.sheet(Set.of());
    }

    private void fill(Row row, String ruleId, String because) {
        row.cells().put("Rule ID", ruleId);
        row.cells().put("Because", because);
        row.cells().put("Playbook", NAMES.get(row.rank()));
        row.cells().put("Action", dice.of("call the sponsor", "", "${action}"));
        row.cells().put("Owner role", dice.of("CSM", "Account manager", ""));
        row.cells().put("Channel", row.channel());
        row.cells().put("Due (days)", dice.of(0, 1, 7, 30));
        row.cells().put("Priority", dice.chance(25) ? null : dice.of(1, 2, 3));
        row.cells().put("Cool-down (days)", dice.chance(25) ? null : dice.of(1, 7, 14, 30));
    }

    private @Nullable String suppresses(Row row, List<Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        for (Row other : rows) {
            if (other.rank() > row.rank() && dice.chance(35)) {
                names.add(NAMES.get(other.rank()));
            }
        }
        for (String channel : CHANNELS) {
            boolean used = rows.stream().anyMatch(other -> other.channel().equals(channel));
            boolean onlyLater = rows.stream()
                    .filter(other -> other.channel().equals(channel))
                    .allMatch(other -> other.rank() > row.rank());
            if (used && onlyLater && dice.chance(35)) {
                names.add(channel);
            }
        }
        return names.isEmpty() ? null : String.join(dice.of(", ", ","), names);
    }
}
