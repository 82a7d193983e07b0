package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws Trends and Signals: every flag is raised by at least one row that counts. */
final class RandomFlags {

    private static final BigDecimal MOST = BigDecimal.valueOf(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Dice dice;
    private final RowDraws rows;

    RandomFlags(Dice dice, Supplier<String> ruleIds) {
        this.dice = dice;
        rows = new RowDraws(dice, ruleIds);
    }

    SheetDraft trends(List<String> flags, List<Field> fields, List<String> dimensions, List<Word> words) {
        TableDraft table = new TableDraft(
                "Trends", dice, "Rule ID", "Measure", "Over days", "Change", "Unit", "Flag", "Severity", "Because");
        List<Word> columns = rows.columns(table, words, 3);
        List<String> scores = new ArrayList<>(List.of(RandomVocabulary.OVERALL));
        dimensions.forEach(dimension -> scores.add(dimension + " score"));
        List<Field> numeric = fields.stream()
                .filter(field -> field.isIndicator() && field.type().isNumeric())
                .toList();
        for (Map<String, @Nullable Object> row : flagged(table, flags, columns, words)) {
            boolean percent = dice.chance(50);
            boolean aboutScore = numeric.isEmpty() || dice.chance(40);
            Field field = aboutScore ? null : dice.pick(numeric);
            String measure = field == null ? dice.pick(scores) : dice.chance(70) ? field.label() : field.name();
            row.put("Measure", rows.conditions.cased(measure));
            row.put("Over days", dice.of(7, 10, 30, 45));
            row.put("Unit", percent ? dice.of("percent", "Percent", "%") : dice.of("points", "Points"));
            row.put("Change", rows.conditions.cell(change(field, percent)));
        }
        return table.sheet(Set.of());
    }

    /** @param field null for a score */
    static Word change(@Nullable Field field, boolean percent) {
        BigDecimal most = percent || field == null
                ? MOST
                : Word.high(field)
                        .subtract(Word.low(field))
                        .divide(BigDecimal.valueOf(2))
                        .min(HUNDRED);
        return new Word("Change", Word.Sort.NUMBER, List.of(), most.negate(), most, false, percent);
    }

    SheetDraft signals(List<String> flags, List<Word> words) {
        TableDraft table = new TableDraft("Signals", dice, "Rule ID", "Flag", "Severity", "Because");
        List<Word> columns = rows.columns(table, words, 5);
        flagged(table, flags, columns, words);
        return table.sheet(Set.of());
    }

    private List<Map<String, @Nullable Object>> flagged(
            TableDraft table, List<String> flags, List<Word> columns, List<Word> words) {
        List<Map<String, @Nullable Object>> drawn = new ArrayList<>();
        for (String flag : flags) {
            drawn.add(raising(flag, rows.activeRow(table, columns, words)));
        }
        int more = dice.between(0, 3);
        for (int i = 0; i < more; i++) {
            drawn.add(raising(rows.conditions.cased(dice.pick(flags)), rows.row(table, columns, words)));
        }
        return drawn;
    }

    private Map<String, @Nullable Object> raising(String flag, Map<String, @Nullable Object> row) {
        row.put("Flag", flag);
        row.put("Severity", dice.of("low", "medium", "high", "High", "LOW"));
        return row;
    }
}
