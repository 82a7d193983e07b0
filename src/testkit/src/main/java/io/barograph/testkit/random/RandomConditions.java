package io.barograph.testkit.random;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws condition cells in every form of the grammar; each can hold, and can fail to. */
final class RandomConditions {

    static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
    private static final int DAYS = 400;

    private final Dice dice;

    RandomConditions(Dice dice) {
        this.dice = dice;
    }

    Object cell(Word word) {
        return switch (word.sort()) {
            case NUMBER -> number(word);
            case BOOLEAN -> dice.of(true, false, "yes", "No", "TRUE", "false", "missing", "present");
            case TEXT -> text(word);
            case DATE -> date();
            case SET -> set(word);
            case MARK -> dice.number(word.low(), word.high(), dice.between(0, 2));
        };
    }

    private Object number(Word word) {
        List<BigDecimal> ascending = inside(word, 3);
        if (ascending.size() < 3) {
            return dice.of("missing", "present");
        }
        BigDecimal low = ascending.get(0);
        BigDecimal high = ascending.get(1);
        BigDecimal higher = ascending.get(2);
        if (dice.chance(12)) {
            return low;
        }
        String a = written(low, word);
        String b = written(high, word);
        String c = written(higher, word);
        return switch (dice.between(0, 11)) {
            case 0 -> a;
            case 1, 2, 3 -> dice.of(">= ", ">", "<= ", "<", "= ", "<> ", "≥", "≤ ", "≠") + b;
            case 4 -> a + dice.of("..", " .. ", " to under ") + c;
            case 5 -> range(a, c);
            case 6 -> dice.of(a + "..", ".." + c);
            case 7 -> a + ".." + word.high().toPlainString();
            case 8 -> dice.of("", "not ") + a + ", " + b + (dice.chance(50) ? ", " + c : "");
            case 9 -> dice.of("<= ", "< ") + a + " or " + dice.of(">= ", "> ") + c;
            case 10 ->
                dice.of(
                        "missing or < " + b,
                        "missing or " + a + ".." + b,
                        a + ".." + b + " or > " + c,
                        "<" + a + " or missing");
            default -> dice.of("missing", "present", "Missing", "PRESENT");
        };
    }

    private String range(String low, String high) {
        return dice.of("[", "(") + low + ".." + high + dice.of("]", ")");
    }

    /** Distinct numbers between the word's ends, ascending. */
    List<BigDecimal> inside(Word word, int count) {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        for (int i = 0; i < 3 * count && numbers.size() < count; i++) {
            BigDecimal number = dice.number(word.low(), word.high(), word.whole() ? 0 : dice.of(0, 0, 1, 2, 3));
            if (number.compareTo(word.low()) > 0 && number.compareTo(word.high()) < 0) {
                numbers.add(number);
            }
        }
        return new ArrayList<>(numbers);
    }

    /** As a person may type it: with comma groups, a typographic minus, a percent sign. */
    String written(BigDecimal number, Word word) {
        String text = number.toPlainString();
        if (number.compareTo(BigDecimal.valueOf(1000)) >= 0 && dice.chance(50)) {
            text = String.format(Locale.ROOT, "%,d", number.toBigInteger())
                    + (text.contains(".") ? text.substring(text.indexOf('.')) : "");
        }
        if (number.signum() < 0 && dice.chance(20)) {
            text = text.replace('-', '−');
        }
        return word.percent() && dice.chance(20) ? text + "%" : text;
    }

    private Object text(Word word) {
        List<String> texts = word.texts();
        if (texts.size() < 2 || dice.chance(15)) {
            return dice.of("missing", "present");
        }
        String listed = dice.some(texts, 1, texts.size() - 1).stream()
                .map(this::cased)
                .collect(Collectors.joining(dice.of(", ", ",", " , ")));
        return dice.chance(35) ? "not " + listed : listed;
    }

    private Object set(Word word) {
        if (dice.chance(8)) {
            return "present";
        }
        String listed = dice.some(word.texts(), 1, 3).stream()
                .map(this::cased)
                .collect(Collectors.joining(dice.of(", ", ",", " , ")));
        return dice.of("contains ", "contains ", "Contains ", "not contains ", "NOT  contains ") + listed;
    }

    String cased(String text) {
        return dice.of(text, text, text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
    }

    private Object date() {
        int first = dice.between(0, DAYS);
        LocalDate day = FIRST_DAY.plusDays(first);
        LocalDate later = day.plusDays(dice.between(1, 60));
        return switch (dice.between(0, 9)) {
            case 0 -> day;
            case 1 -> day.toString();
            case 2, 3 -> dice.of(">= ", "> ", "<= ", "<", "= ", "<> ", "≥ ") + day;
            case 4 -> day + dice.of("..", " to under ") + later;
            case 5 -> range(day.toString(), later.toString());
            case 6 -> dice.of(day + "..", ".." + day);
            case 7 -> dice.of("", "not ") + day + ", " + later;
            case 8 -> dice.of("missing or < " + day, "<= " + day + " or >= " + later, "> " + later + " or missing");
            default -> dice.of("missing", "present");
        };
    }
}
