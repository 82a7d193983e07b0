package io.barograph.testkit.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws an Escalations table: by band, by days in it, by conditions, or by all of them. */
final class RandomEscalations {

    private final Dice dice;
    private final RowDraws rows;

    RandomEscalations(Dice dice, Supplier<String> ruleIds) {
        this.dice = dice;
        rows = new RowDraws(dice, ruleIds);
    }

    /** @param bands with {@code unknown}, by target; only targets that have bands */
    SheetDraft sheet(Map<String, List<String>> bands, List<String> dimensions, List<Word> words) {
        TableDraft table = new TableDraft("Escalations", dice, "Rule ID", "Band", "Escalate to", "Because");
        String lasting = dice.of("For at least (days)", "For at least");
        for (String optional : dice.some(List.of("Applies to", lasting, "Action", "Due (days)"), 2, 4)) {
            table.column(optional);
        }
        boolean targeted = table.has("Applies to");
        List<Word> columns = rows.columns(table, words, 4);
        List<String> targets = new ArrayList<>(dimensions);
        targets.add(RandomVocabulary.OVERALL);
        targets.add("");
        int count = dice.between(1, 6);
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> row = rows.row(table, columns, words);
            String appliesTo = targeted ? dice.pick(targets) : "";
            String target = appliesTo.isEmpty() ? RandomVocabulary.OVERALL : appliesTo;
            List<String> known = bands.get(target);
            row.put("Applies to", rows.conditions.cased(appliesTo));
            row.put("Band", known == null || dice.chance(25) ? dice.of("", "-") : band(known));
            row.put(lasting, known == null || dice.chance(40) ? null : dice.of(0, 1, 7, 14, 30, 60));
            row.put("Escalate to", dice.of("CS manager", "VP", "Account team"));
            row.put("Action", dice.of("call", "", "{review}"));
            row.put("Due (days)", dice.chance(30) ? null : dice.of(0, 2, 30));
        }
        return table.sheet(Set.of());
    }

    private Object band(List<String> known) {
        return rows.conditions.cell(Word.text("Band", known));
    }
}
