package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a condition column may be about.
 *
 * @param header how a workbook may name it
 * @param texts what texts it may take; for free texts a few that accounts have
 * @param low least number that makes sense
 * @param high greatest number that makes sense
 * @param whole whether only whole numbers occur
 * @param percent whether cells may end in a percent sign
 */
record Word(
        String header, Sort sort, List<String> texts, BigDecimal low, BigDecimal high, boolean whole, boolean percent) {

    static final List<String> FREE_TEXTS = List.of("alpha", "Beta  gamma", "Zürich", "O'Neil & Sons", "42nd street");

    private static final BigDecimal REACH = BigDecimal.valueOf(500);

    /** What forms its cells take. */
    enum Sort {
        NUMBER,
        BOOLEAN,
        TEXT,
        DATE,
        /** Names that flags or playbooks have. */
        SET,
        /** Only a plain number, as for Overall crosses below. */
        MARK
    }

    static Word of(Field field, Dice dice) {
        String header = dice.chance(70) ? field.label() : field.name();
        Sort sort = switch (field.type()) {
            case NUMBER, INTEGER -> Sort.NUMBER;
            case BOOLEAN -> Sort.BOOLEAN;
            case STRING -> Sort.TEXT;
            case DATE -> Sort.DATE;
        };
        List<String> texts = field.allowedValues().isEmpty() ? FREE_TEXTS : field.allowedValues();
        return new Word(
                header, sort, texts, low(field), high(field), field.type() == FieldType.INTEGER, field.isPercent());
    }

    static BigDecimal low(Field field) {
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        return minimum != null ? minimum : maximum != null ? maximum.subtract(REACH) : REACH.negate();
    }

    static BigDecimal high(Field field) {
        BigDecimal maximum = field.maximum();
        return maximum != null ? maximum : low(field).add(REACH).add(REACH);
    }

    static Word number(String header, int low, int high) {
        return new Word(
                header, Sort.NUMBER, List.of(), BigDecimal.valueOf(low), BigDecimal.valueOf(high), false, false);
    }

    static Word days(String header, int low, int high) {
        return new Word(header, Sort.NUMBER, List.of(), BigDecimal.valueOf(low), BigDecimal.valueOf(high), true, false);
    }

    static Word text(String header, List<String> texts) {
        return new Word(header, Sort.TEXT, texts, BigDecimal.ZERO, BigDecimal.ZERO, false, false);
    }

    static Word set(String header, List<String> names) {
        return new Word(header, Sort.SET, names, BigDecimal.ZERO, BigDecimal.ZERO, false, false);
    }

    static Word mark(String header) {
        return new Word(header, Sort.MARK, List.of(), BigDecimal.ZERO, BigDecimal.valueOf(100), false, false);
    }

    /** Splits all of its values, the missing one among them, into two: over or under a bound. Null for other sorts. */
    @Nullable List<Object> halves(Dice dice) {
        return switch (sort) {
            case NUMBER -> {
                BigDecimal bound = dice.number(low, high, whole ? 0 : 2);
                yield bound.compareTo(low) == 0
                        ? List.of("present", "missing")
                        : List.of(">= " + bound.toPlainString(), "missing or < " + bound.toPlainString());
            }
            case BOOLEAN -> List.of("yes", "no", "missing");
            default -> null;
        };
    }
}
