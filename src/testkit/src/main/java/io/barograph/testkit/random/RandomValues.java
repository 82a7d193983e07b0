package io.barograph.testkit.random;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws single values of one account, most of them close to a boundary of the model. */
final class RandomValues {

    private static final List<BigDecimal> NUDGES = List.of(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            new BigDecimal("0.01"),
            new BigDecimal("-0.01"),
            BigDecimal.ONE,
            BigDecimal.ONE.negate(),
            new BigDecimal("0.0005"));

    private final Dice dice;
    private final Boundaries boundaries;
    private final LocalDate asOf;

    RandomValues(Dice dice, Boundaries boundaries, LocalDate asOf) {
        this.dice = dice;
        this.boundaries = boundaries;
        this.asOf = asOf;
    }

    /** @param faults how many of a hundred values shall be unusable */
    @Nullable Object sent(Field field, int faults) {
        if (dice.chance(faults)) {
            return faulty(field);
        }
        if (dice.chance(2)) {
            return dice.chance(50) ? null : dice.of("", "  ");
        }
        return switch (field.type()) {
            case NUMBER, INTEGER -> number(field);
            case BOOLEAN -> dice.of(true, false);
            case STRING -> text(field);
            case DATE -> dice.chance(50) ? date(field) : (Object) date(field).toString();
        };
    }

    private Object faulty(Field field) {
        BigDecimal maximum = field.maximum();
        BigDecimal minimum = field.minimum();
        if (field.type().isNumeric() && maximum != null && dice.chance(30)) {
            return maximum.add(new BigDecimal(dice.of("1", "0.001")));
        }
        if (field.type().isNumeric() && minimum != null && dice.chance(30)) {
            return minimum.subtract(BigDecimal.ONE);
        }
        return switch (field.type()) {
            case NUMBER -> dice.of("12", true, "n/a");
            case INTEGER -> dice.of("7", new BigDecimal("1.5"), false);
            case BOOLEAN -> dice.of("yes", BigDecimal.ONE);
            case STRING -> field.allowedValues().isEmpty() ? (Object) BigDecimal.TEN : dice.of("nowhere", true);
            case DATE -> dice.of("2026-13-01", "01/02/2026", BigDecimal.ONE);
        };
    }

    private BigDecimal number(Field field) {
        List<BigDecimal> around = new ArrayList<>(boundaries.numbers(field));
        BigDecimal low = Word.low(field);
        BigDecimal high = Word.high(field);
        around.add(low);
        around.add(high);
        int decimals = field.type() == FieldType.INTEGER ? 0 : dice.of(0, 1, 3);
        BigDecimal number =
                dice.chance(65) ? dice.pick(around).add(dice.pick(NUDGES)) : dice.number(low, high, decimals);
        if (field.type() == FieldType.INTEGER) {
            number = number.setScale(dice.of(0, 0, 1), RoundingMode.HALF_UP).setScale(0, RoundingMode.HALF_UP);
            number = dice.chance(20) ? number.setScale(1) : number;
        }
        return within(field, number);
    }

    private static BigDecimal within(Field field, BigDecimal number) {
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        BigDecimal floored = minimum == null ? number : number.max(minimum);
        return maximum == null ? floored : floored.min(maximum);
    }

    private String text(Field field) {
        String text = dice.pick(field.allowedValues().isEmpty() ? Word.FREE_TEXTS : field.allowedValues());
        return dice.chance(20) ? text.toUpperCase(Locale.ROOT) : text;
    }

    private LocalDate date(Field field) {
        List<LocalDate> around = boundaries.days(field);
        if (!boundaries.daysToRenewal.isEmpty() && dice.chance(40)) {
            return asOf.plusDays(dice.pick(boundaries.daysToRenewal).intValue() + dice.between(-1, 1));
        }
        return !around.isEmpty() && dice.chance(60)
                ? dice.pick(around).plusDays(dice.between(-1, 1))
                : asOf.plusDays(dice.between(-200, 300));
    }

    /** A day of an entry: at, just before or after an age the model speaks of; at times in the future. */
    LocalDate day(int faults) {
        if (dice.chance(faults / 3)) {
            return asOf.plusDays(dice.between(1, 3));
        }
        if (!boundaries.ages.isEmpty() && dice.chance(60)) {
            int age = dice.pick(boundaries.ages);
            int days = dice.of(age, age, age - 1, age + 1, age * 8 / 10, age * 2);
            return asOf.minusDays(Math.max(0, days));
        }
        return asOf.minusDays(dice.of(0, 1, 1, 2, dice.between(3, 60), dice.between(61, 200)));
    }

    BigDecimal score() {
        if (!boundaries.marks.isEmpty() && dice.chance(60)) {
            BigDecimal mark = dice.pick(boundaries.marks).add(dice.pick(NUDGES));
            return mark.max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)).setScale(2, RoundingMode.HALF_UP);
        }
        return dice.number(0, 100, 2);
    }
}
