package io.barograph.testkit.random;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws what rows of all tables have in common: a Rule ID, a sentence, conditions. */
final class RowDraws {

    final RandomConditions conditions;
    private final Dice dice;
    private final Supplier<String> ruleIds;
    private final Sentences sentences;

    RowDraws(Dice dice, Supplier<String> ruleIds) {
        this.dice = dice;
        this.ruleIds = ruleIds;
        conditions = new RandomConditions(dice);
        sentences = new Sentences(dice);
    }

    List<Word> columns(TableDraft table, List<Word> words, int most) {
        List<Word> columns = dice.some(words, 1, most);
        columns.forEach(table::column);
        return columns;
    }

    /** A row with some conditions, at times switched off. */
    Map<String, @Nullable Object> row(TableDraft table, List<Word> columns, List<Word> words) {
        return fill(dice.chance(7) ? table.inactiveRow() : table.row(), columns, words);
    }

    /** A row with some conditions that counts. */
    Map<String, @Nullable Object> activeRow(TableDraft table, List<Word> columns, List<Word> words) {
        return fill(table.row(), columns, words);
    }

    private Map<String, @Nullable Object> fill(
            Map<String, @Nullable Object> row, List<Word> columns, List<Word> words) {
        name(row, words);
        for (Word word : columns) {
            if (dice.chance(45)) {
                row.put(word.header(), conditions.cell(word));
            } else if (dice.chance(10)) {
                row.put(word.header(), "-");
            }
        }
        return row;
    }

    void name(Map<String, @Nullable Object> row, List<Word> words) {
        row.put("Rule ID", ruleIds.get());
        row.put("Because", sentences.because(words));
    }

    /**
     * A table of which the first matching row counts. Every row but the last fills a column that all later rows leave
     * empty, so that no row hides a later one.
     *
     * @param catchAll whether the last row has no conditions
     */
    SheetDraft firstMatch(String name, String outcome, List<String> outcomes, List<Word> words, boolean catchAll) {
        TableDraft table = new TableDraft(name, dice, "Rule ID", outcome, "Because");
        List<Word> columns = dice.some(words, outcomes.size() + 1, outcomes.size() + 2);
        columns.forEach(table::column);
        for (int i = 0; i < outcomes.size(); i++) {
            Map<String, @Nullable Object> row = table.row();
            name(row, words);
            row.put(outcome, outcomes.get(i));
            if (i + 1 < outcomes.size() || !catchAll) {
                Word one = columns.get(i);
                Word another = columns.get(outcomes.size());
                boolean both = dice.chance(15) && !isCrossing(one) && !isCrossing(another);
                row.put(one.header(), conditions.cell(one));
                row.put(another.header(), both ? conditions.cell(another) : null);
            }
        }
        return table.sheet(Set.of());
    }

    /** A crossing can contradict what a row says of Overall besides, and then nobody gets there. */
    private static boolean isCrossing(Word word) {
        return word.sort() == Word.Sort.MARK;
    }
}
