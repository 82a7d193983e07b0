package io.barograph.engine.contract;

import io.barograph.engine.text.Magnitude;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Least and greatest valid number, inclusive; null when open. */
record Bounds(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {

    private static final Bounds OPEN = new Bounds(null, null);
    private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0\\d.*");

    private static final Set<String> KEYS = Set.of(
            "minimum",
            "maximum",
            "format",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "timezone",
            "defaultTimezone");

    private static final Set<String> NOT_CHECKED =
            Set.of("exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern");

    /** Reads {@code logicalTypeOptions}. */
    static Bounds of(String name, @Nullable FieldType type, YamlMap property, Findings findings) {
        YamlMap options = property.map("logicalTypeOptions");
        if (options == null) {
            return OPEN;
        }
        options.noticeUnknownKeys(KEYS, "`logicalTypeOptions` of `" + name + "`");
        for (String key : options.keys()) {
            if (NOT_CHECKED.contains(key)) {
                findings.notice(
                        options.place(key),
                        "`" + key + "` of `" + name + "` is not checked; only `minimum`,"
                                + " `maximum` and `allowedValues` are");
            }
        }
        BigDecimal minimum = bound("minimum", name, type, options, findings);
        BigDecimal maximum = bound("maximum", name, type, options, findings);
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            findings.error(
                    options.place("minimum"),
                    "`minimum` " + minimum.toPlainString() + " of `" + name + "` is above its `maximum` "
                            + maximum.toPlainString() + "; swap them");
            return OPEN;
        }
        return new Bounds(minimum, maximum);
    }

    private static @Nullable BigDecimal bound(
            String key, String name, @Nullable FieldType type, YamlMap options, Findings findings) {
        String text = options.text(key);
        if (text == null) {
            return null;
        }
        if (type != null && !type.isNumeric()) {
            findings.error(
                    options.place(key),
                    "`" + name + "` is of type `" + type.label() + "`, so it cannot have a `" + key + "`; remove it");
            return null;
        }
        Optional<BigDecimal> number = LEADING_ZERO.matcher(text).matches() ? Optional.empty() : Numbers.parse(text);
        if (number.isEmpty() || !Magnitude.fits(number.get())) {
            findings.error(
                    options.place(key),
                    "`" + key + "` of `" + name + "` is `" + text + "`; write a number such as `100` or `0.5`, or"
                            + " leave it out when there is none");
            return null;
        }
        return number.get();
    }
}
