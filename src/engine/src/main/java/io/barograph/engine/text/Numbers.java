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
    private static final int SURE_DIGITS = 15;
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private Numbers() {}

    /** The shortest decimal that reads back as the same double, with at most 15 significant digits. */
    public static BigDecimal ofDouble(double value) {
        return canonical(new BigDecimal(Double.toString(value)).round(FIFTEEN_DIGITS));
    }

    /**
     * Whether a text is an optional minus and at most fifteen ASCII digits, with or without a dot between two of them: numbers as
     * nearly everybody writes them, which no double confuses with others.
     */
    public static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int digits = 0;
        int dot = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && dot < 0) {
                dot = i;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && digits <= SURE_DIGITS && dot != start && dot != text.length() - 1;
    }

    /** ASCII digits with optional comma groups of three and a dot; empty when the text is not such a number. */
    public static Optional<BigDecimal> parse(String text) {
        String trimmed = text.strip();
        if (isPlain(trimmed)) {
            return Optional.of(canonical(new BigDecimal(trimmed)));
        }
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
