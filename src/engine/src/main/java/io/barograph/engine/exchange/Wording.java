package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How fields, values and points read. */
record Wording(Contract contract) {

    String label(String name) {
        Field field = contract.named(name);
        return field == null ? name : field.label();
    }

    /** With its unit, for example {@code 41 %} or {@code 3 tickets}. */
    String value(String name, @Nullable Object value) {
        String shown = value(value);
        Field field = contract.named(name);
        if (field == null || field.unit() == null || !(value instanceof BigDecimal)) {
            return shown;
        }
        return shown + " " + (field.isPercent() ? "%" : field.unit());
    }

    static String value(@Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        if (value instanceof BigDecimal number) {
            return Numbers.display(number);
        }
        return value instanceof Boolean flag ? (flag ? "yes" : "no") : value.toString();
    }

    /** What a field takes, for whoever sends it, for example {@code number from 0 to 100, percent, at most 30 days old}. */
    static String accepts(Field field) {
        StringBuilder text = new StringBuilder(field.type().label());
        if (field.minimum() != null) {
            text.append(" from ").append(Numbers.display(field.minimum()));
        }
        if (field.maximum() != null) {
            text.append(" to ").append(Numbers.display(field.maximum()));
        }
        if (!field.allowedValues().isEmpty()) {
            text.append(": ").append(String.join(", ", field.allowedValues()));
        }
        if (field.unit() != null) {
            text.append(", ").append(field.unit());
        }
        if (field.freshnessDays() != null) {
            text.append(", at most ").append(field.freshnessDays()).append(" days old");
        }
        return text.toString();
    }

    /** Two decimals. */
    static String score(BigDecimal score) {
        return score.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Two decimals, always with a sign. */
    static String points(BigDecimal points) {
        String size = score(points.abs());
        return points.signum() < 0 ? "−" + size : "+" + size;
    }

    /** A fraction of one as percent, at most two decimals. */
    static String percent(BigDecimal fraction) {
        return Numbers.display(fraction.movePointRight(2)) + " %";
    }

    /** In groups of three; a word in place of an amount as it is. */
    static String amount(Object amount) {
        return amount instanceof BigDecimal number ? String.format(Locale.ROOT, "%,.2f", number) : amount.toString();
    }
}
