package io.barograph.testkit.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the format writes and compares words, numbers and values (workbooks.md, section 1). */
final class Words {

    /** Cells are read anew for each account, so their keys are asked for again and again. */
    private static final Map<String, String> TIDY = new ConcurrentHashMap<>();

    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private Words() {}

    /** NFC, single blanks, plain quotes and signs; case stays. */
    static String tidy(String text) {
        return TIDY.computeIfAbsent(text, Words::tidied);
    }

    private static String tidied(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00A0\\u2007\\u202F]+", " ")
                .strip()
                .replaceAll("[\u2018\u2019\u201A]", "'")
                .replaceAll("[\u201C\u201D\u201E]", "\"")
                .replace("\u2265", ">=")
                .replace("\u2264", "<=")
                .replace("\u2260", "<>")
                .replace("\u2212", "-");
    }

    /** What two names have in common when they are the same. */
    static String key(String text) {
        return KEYS.computeIfAbsent(
                text, any -> tidy(any).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && key(one).equals(key(other));
    }

    /** A number as people type it, with optional comma groups, blanks and a percent sign at its end. */
    static BigDecimal number(String text) {
        String digits = tidy(text);
        if (digits.endsWith("%")) {
            digits = digits.substring(0, digits.length() - 1).strip();
        }
        return new BigDecimal(digits.replaceAll(",(?=\\d{3})", ""));
    }

    /** A value as a sentence shows it: at most two decimals, {@code unknown} when there is none. */
    static String shown(@Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        if (value instanceof BigDecimal number) {
            BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP);
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value instanceof List<?> items) {
            return items.isEmpty() ? "none" : items.stream().map(Words::shown).collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}
