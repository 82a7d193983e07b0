package io.barograph.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** How numbers read and print. */
public final class Numbers {

    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d+|\\d{1,3}(?:,\\d{3})++)(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private Numbers() {}

    /** The shortest decimal that reads back as the same double, with at most 15 significant digits. */
    public static BigDecimal ofDouble(double value) {
        return canonical(new BigDecimal(Double.toString(value)).round(FIFTEEN_DIGITS));
    }

    /** ASCII digits with optional comma groups of three and a dot; empty when the text is not such a number. */
    public static Optional<BigDecimal> parse(String text) {
        String trimmed = text.strip();
        return PLAIN.matcher(trimmed).matches()
                ? Optional.of(canonical(new BigDecimal(trimmed.replace(",", ""))))
                : Optional.empty();
    }

    /** The same number without trailing zeros and never with a negative scale, so that equal numbers are equal objects. */
    public static BigDecimal canonical(BigDecimal value) {
        if (value.scale() == 0) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** As people see it in a sentence: at most two decimals, half-up. */
    public static String display(BigDecimal value) {
        return canonical(value.setScale(2, RoundingMode.HALF_UP)).toPlainString();
    }
}
