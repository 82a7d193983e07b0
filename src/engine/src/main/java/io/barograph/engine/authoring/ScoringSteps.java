package io.barograph.engine.authoring;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A first scoring of an indicator over its contract range, to be adjusted: weak, fair and good values, whose scores run from
 * 0 over 50 and 75 to 100, or the other way round where lower is better.
 */
final class ScoringSteps {

    /**
     * One row of Scoring.
     *
     * @param scoreAtEnd empty when the score is the same throughout
     * @param grade {@code weak}, {@code fair} or {@code good}
     */
    record Step(String value, String score, String scoreAtEnd, String grade) {}

    private static final BigDecimal WEAK = new BigDecimal("0.4");
    private static final BigDecimal FAIR = new BigDecimal("0.7");
    private static final BigDecimal WORST = new BigDecimal("0.1");
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private final Field indicator;
    private final boolean lower;
    private final BigDecimal minimum;
    private final BigDecimal maximum;

    private ScoringSteps(Field indicator) {
        this.indicator = indicator;
        this.lower = indicator.direction() == Field.Direction.LOWER_IS_BETTER;
        this.minimum = Objects.requireNonNull(indicator.minimum());
        this.maximum = Objects.requireNonNull(indicator.maximum());
    }

    /** Whether an indicator has what this needs: a finite range of numbers, and a direction. */
    static boolean fit(Field field) {
        return field.isIndicator()
                && field.usableInScoring()
                && field.type().isNumeric()
                && field.direction() != Field.Direction.NEITHER
                && field.minimum() != null
                && field.maximum() != null
                && field.minimum().compareTo(field.maximum()) < 0;
    }

    static ScoringSteps of(Field indicator) {
        return new ScoringSteps(indicator);
    }

    List<Step> steps() {
        BigDecimal first = at(lower ? BigDecimal.ONE.subtract(FAIR) : WEAK);
        BigDecimal second = at(lower ? BigDecimal.ONE.subtract(WEAK) : FAIR);
        boolean apart = first.compareTo(minimum) > 0 && second.compareTo(first) > 0 && maximum.compareTo(second) > 0;
        if (!apart) {
            return List.of(new Step(range(minimum, maximum), lower ? "100" : "0", lower ? "0" : "100", "known"));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(range(minimum, first), lower ? "100" : "0", lower ? "75" : "50", lower ? "good" : "weak"));
        steps.add(new Step(range(first, second), lower ? "75" : "50", lower ? "50" : "75", "fair"));
        steps.add(new Step(range(second, maximum), lower ? "50" : "75", lower ? "0" : "100", lower ? "weak" : "good"));
        return steps;
    }

    /** The value that scores 100. */
    String best() {
        return plain(lower ? minimum : maximum);
    }

    /** The value that scores 0. */
    String worst() {
        return plain(lower ? maximum : minimum);
    }

    /** A condition that only values close to the worst one meet. */
    String nearWorst() {
        BigDecimal bound = at(lower ? BigDecimal.ONE.subtract(WORST) : WORST);
        return (lower ? ">= " : "<= ") + plain(bound);
    }

    /** Such a part of the range, as a number people would choose. */
    private BigDecimal at(BigDecimal part) {
        BigDecimal value = minimum.add(maximum.subtract(minimum).multiply(part));
        BigDecimal rounded = value.round(TWO_DIGITS);
        boolean whole = indicator.type() == FieldType.INTEGER;
        return Numbers.canonical(whole ? rounded.setScale(0, RoundingMode.HALF_UP) : rounded);
    }

    private static String range(BigDecimal from, BigDecimal to) {
        return plain(from) + ".." + plain(to);
    }

    private static String plain(BigDecimal number) {
        return Numbers.canonical(number).toPlainString();
    }
}
