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
    private static final List<String> VALUE =
            List.of("Value from", "Expected save rate %", "Expected uplift %", "Cost");
    private static final List<String> CHANNELS = List.of("email", "Phone", "in-app", "visit");

    private record Row(int rank, String playbook, String channel, Map<String, @Nullable Object> cells) {}

    private final Dice dice;

    RandomPlaybooks(Dice dice) {
        this.dice = dice;
    }

    /** @param names of playbooks; each has a row that counts */
    SheetDraft sheet(List<String> names, List<Word> words, Supplier<String> ruleIds) {
        TableDraft table = new TableDraft(
                "Playbooks", dice, "Rule ID", "Playbook", "Action", "Owner role", "Channel", "Due (days)", "Because");
        for (String optional : dice.some(List.of("Priority", "Cool-down (days)", "Suppresses"), 2, 3)) {
            table.column(optional);
        }
        for (String optional : dice.some(VALUE, 0, VALUE.size())) {
            table.column(optional);
        }
        RandomConditions conditions = new RandomConditions(dice);
        List<Word> columns = dice.some(words, 1, 5);
        columns.forEach(table::column);
        List<Row> rows = new ArrayList<>();
        int count = names.size() + dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            boolean off = i >= names.size() && dice.chance(20);
            int rank = i < names.size() ? i : dice.between(0, names.size() - 1);
            Row row = new Row(rank, names.get(rank), dice.pick(CHANNELS), off ? table.inactiveRow() : table.row());
            rows.add(row);
            fill(row, ruleIds.get(), new Sentences(dice).because(words));
            for (Word word : columns) {
                if (dice.chance(30)) {
                    row.cells().put(word.header(), conditions.cell(word));
                }
            }
        }
        rows.forEach(row -> row.cells().put("Suppresses", suppresses(row, rows)));
        return table.sheet(Set.of("Expected save rate %", "Expected uplift %"));
    }

    private void fill(Row row, String ruleId, String because) {
        row.cells().put("Rule ID", ruleId);
        row.cells().put("Because", because);
        row.cells().put("Playbook", row.playbook());
        row.cells().put("Action", dice.of("call the sponsor", "", "${action}"));
        row.cells().put("Owner role", dice.of("CSM", "Account manager", ""));
        row.cells().put("Channel", row.channel());
        row.cells().put("Due (days)", dice.of(0, 1, 7, 30));
        row.cells().put("Priority", dice.chance(25) ? null : dice.of(1, 2, 3));
        row.cells().put("Cool-down (days)", dice.chance(25) ? null : dice.of(1, 7, 14, 30));
        row.cells().put("Value from", dice.of("churn", "Expansion", "expansion", ""));
        row.cells().put("Expected save rate %", dice.chance(20) ? null : dice.number(0, 100, dice.of(0, 1)));
        row.cells().put("Expected uplift %", dice.chance(20) ? null : dice.number(0, 150, dice.of(0, 1)));
        row.cells().put("Cost", dice.chance(40) ? null : dice.number(0, 60, dice.of(0, 2)));
    }

    private @Nullable String suppresses(Row row, List<Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        for (Row other : rows) {
            if (other.rank() > row.rank() && dice.chance(35)) {
                names.add(other.playbook());
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
