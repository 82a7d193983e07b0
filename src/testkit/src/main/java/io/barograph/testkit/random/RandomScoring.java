package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws a Scoring table: each indicator's values split into rows without gap or overlap. */
final class RandomScoring {

    private final Dice dice;
    private final RandomConditions conditions;
    private final TableDraft table;
    private final List<Word> words;
    private final Supplier<String> ruleIds;
    private final Sentences sentences;

    RandomScoring(Dice dice, List<Word> words, Supplier<String> ruleIds) {
        this.dice = dice;
        this.words = words;
        this.ruleIds = ruleIds;
        conditions = new RandomConditions(dice);
        sentences = new Sentences(dice);
        table = new TableDraft("Scoring", dice, "Rule ID", "Indicator", "Value", "Score", "Score at end", "Because");
    }

    /** A part of an indicator's values. */
    private record Part(Object value, boolean finite) {}

    static boolean canScore(Field field) {
        return field.isIndicator();
    }

    /** @param mayScoreMissing whether a row {@code missing} may stand here */
    void score(Field field, boolean mayScoreMissing) {
        List<Part> parts = new ArrayList<>(
                switch (field.type()) {
                    case NUMBER, INTEGER -> ofNumbers(field);
                    case BOOLEAN -> ofBooleans();
                    case STRING -> field.allowedValues().isEmpty() ? ofFreeTexts() : ofTexts(field.allowedValues());
                    case DATE -> ofDates();
                });
        if (mayScoreMissing && dice.chance(40)) {
            parts.add(new Part("missing", false));
        }
        Word splitter = dice.pick(words);
        List<Object> halves = dice.chance(25) && !isSame(splitter, field) ? splitter.halves(dice) : null;
        boolean splitAll = dice.chance(50);
        for (Part part : parts) {
            if (halves == null || !(splitAll || dice.chance(30))) {
                add(field, part, null, null);
            } else {
                halves.forEach(half -> add(field, part, splitter, half));
            }
        }
    }

    private static boolean isSame(Word word, Field field) {
        return word.header().equals(field.label()) || word.header().equals(field.name());
    }

    /** One row, at times with the same row switched off before it, which must neither overlap nor fire. */
    private void add(Field field, Part part, @Nullable Word splitter, @Nullable Object half) {
        if (dice.chance(5)) {
            fill(table.inactiveRow(), field, part);
        }
        Map<String, @Nullable Object> row = table.row();
        fill(row, field, part);
        if (splitter != null) {
            table.column(splitter);
            row.put(splitter.header(), half);
        }
    }

    private void fill(Map<String, @Nullable Object> row, Field field, Part part) {
        row.put("Rule ID", ruleIds.get());
        row.put("Indicator", dice.chance(80) ? field.label() : field.name());
        row.put("Value", part.value());
        row.put("Score", TableDraft.points(dice));
        row.put("Score at end", part.finite() && dice.chance(60) ? TableDraft.points(dice) : null);
        row.put("Because", sentences.because(words));
    }

    private List<Part> ofBooleans() {
        return dice.chance(50)
                ? List.of(new Part(true, false), new Part(dice.of("no", false), false))
                : List.of(new Part("present", false));
    }

    private List<Part> ofTexts(List<String> allowed) {
        List<String> order = dice.shuffled(allowed);
        int cut = dice.between(1, order.size() - 1);
        String first = String.join(", ", order.subList(0, cut));
        String rest = String.join(dice.of(",", ", "), order.subList(cut, order.size()));
        return List.of(
                new Part(conditions.cased(first), false),
                new Part(dice.chance(50) ? rest : "not " + conditions.cased(first), false));
    }

    private List<Part> ofFreeTexts() {
        if (dice.chance(40)) {
            return List.of(new Part("present", false));
        }
        String some = String.join(", ", dice.some(Word.FREE_TEXTS, 1, 3));
        return List.of(new Part(conditions.cased(some), false), new Part("not " + some, false));
    }

    private List<Part> ofDates() {
        LocalDate day = RandomConditions.FIRST_DAY.plusDays(dice.between(60, 200));
        LocalDate later = day.plusDays(dice.between(1, 60));
        return switch (dice.between(0, 3)) {
            case 0 -> List.of(new Part("present", false));
            case 1 -> List.of(new Part("< " + day, false), new Part(dice.of(">= " + day, day + ".."), false));
            case 2 -> List.of(new Part("<= " + day, false), new Part("> " + day, false));
            default ->
                List.of(
                        new Part("< " + day, false),
                        new Part(day + ".." + later, false),
                        new Part(dice.chance(50) ? "> " + later : ">= " + later.plusDays(1), false));
        };
    }

    private List<Part> ofNumbers(Field field) {
        Word word = Word.of(field, dice);
        List<BigDecimal> cuts = conditions.inside(word, dice.between(0, 4));
        if (cuts.isEmpty()) {
            return List.of(whole(field));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(lowest(field, word, cuts.get(0)));
        for (int i = 0; i < cuts.size(); i++) {
            boolean point = !word.whole() && dice.chance(15);
            if (point) {
                parts.add(new Part(dice.chance(50) ? cuts.get(i) : "= " + text(cuts.get(i), word), false));
            }
            boolean last = i + 1 == cuts.size();
            parts.add(last ? highest(field, word, cuts.get(i), point) : between(word, cuts, i, point));
        }
        return parts.size() > 2 && dice.chance(15) ? joinEnds(parts) : parts;
    }

    private Part whole(Field field) {
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        if (minimum == null || maximum == null) {
            return new Part("present", false);
        }
        String low = minimum.toPlainString();
        String high = maximum.toPlainString();
        return new Part(dice.of(low + ".." + high, "[" + low + ".." + high + "]"), true);
    }

    /** Up to the cut, without it. */
    private Part lowest(Field field, Word word, BigDecimal cut) {
        String end = text(cut, word);
        BigDecimal minimum = field.minimum();
        if (minimum == null || dice.chance(25)) {
            return new Part(dice.of("< ", "..", "<") + end, false);
        }
        String low = text(minimum, word);
        return new Part(dice.of(low + ".." + end, low + " to under " + end, "[" + low + ".." + end + ")"), true);
    }

    private Part between(Word word, List<BigDecimal> cuts, int index, boolean openBefore) {
        String low = text(cuts.get(index), word);
        String high = text(cuts.get(index + 1), word);
        return openBefore
                ? new Part("(" + low + ".." + high + ")", true)
                : new Part(dice.of(low + ".." + high, low + " to under " + high, "[" + low + ".." + high + ")"), true);
    }

    private Part highest(Field field, Word word, BigDecimal cut, boolean openBefore) {
        String low = text(cut, word);
        BigDecimal maximum = field.maximum();
        if (maximum == null || dice.chance(25)) {
            return new Part(openBefore ? "> " + low : dice.of(">= " + low, low + ".."), false);
        }
        String high = text(maximum, word);
        return openBefore
                ? new Part("(" + low + ".." + high + "]", true)
                : new Part(dice.of(low + ".." + high, "[" + low + ".." + high + "]"), true);
    }

    private String text(BigDecimal number, Word word) {
        return conditions.written(number, word);
    }

    /** The lowest and the highest values in one row. */
    private static List<Part> joinEnds(List<Part> parts) {
        List<Part> joined = new ArrayList<>(parts.subList(1, parts.size() - 1));
        joined.add(new Part(
                parts.get(0).value() + " or " + parts.get(parts.size() - 1).value(), false));
        return joined;
    }

    SheetDraft sheet() {
        table.shuffleRows();
        return table.sheet(Set.of("Score", "Score at end"));
    }
}
