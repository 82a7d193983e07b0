package io.barograph.engine.audit.compact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes values; a text that the model does not know is spelt out the first time and named by number from then on. */
final class ValueSink {

    private static final int DATE_LENGTH = 10;

    private final ByteSink out;
    private final Texts texts;
    private final long asOf;
    private @Nullable Map<String, Integer> spelt;

    ValueSink(ByteSink out, Texts texts, LocalDate asOf) {
        this.out = out;
        this.texts = texts;
        this.asOf = asOf.toEpochDay();
    }

    ByteSink bytes() {
        return out;
    }

    /** 0 for none, 1 for one that is spelt out, then those of the model, then those spelt out before. */
    void text(@Nullable String text) {
        if (text == null) {
            out.varint(0);
            return;
        }
        Integer known = texts.number(text);
        if (known != null) {
            out.varint(2L + known);
            return;
        }
        if (spelt == null) {
            spelt = new HashMap<>();
        }
        Integer earlier = spelt.putIfAbsent(text, spelt.size());
        if (earlier == null) {
            out.varint(1);
            out.text(text);
        } else {
            out.varint(2L + texts.size() + earlier);
        }
    }

    void date(LocalDate date) {
        out.zigzag(date.toEpochDay() - asOf);
    }

    /** @param value null, a Boolean, String, BigDecimal, Integer or LocalDate, or a List or Map of such */
    void value(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            number(number);
        } else if (value instanceof String text) {
            LocalDate date = date(text);
            if (date == null) {
                out.octet(Tag.TEXT);
                text(text);
            } else {
                out.octet(Tag.DATE);
                date(date);
            }
        } else if (value instanceof Boolean flag) {
            out.octet(flag ? Tag.TRUE : Tag.FALSE);
        } else if (value == null) {
            out.octet(Tag.NULL);
        } else if (value instanceof LocalDate date) {
            value(date.toString());
        } else if (value instanceof Integer whole) {
            number(BigDecimal.valueOf(whole));
        } else if (value instanceof List<?> items) {
            out.octet(Tag.LIST);
            out.varint(items.size());
            items.forEach(this::value);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else {
            throw new IllegalArgumentException("a record cannot hold a value of this kind");
        }
    }

    private void object(Map<?, ?> members) {
        out.octet(Tag.OBJECT);
        out.varint(members.size());
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        sorted.forEach((name, value) -> {
            text(name);
            value(value);
        });
    }

    /** Equal numbers are equal bytes, whatever their trailing zeros. */
    void number(BigDecimal number) {
        int scale = number.scale();
        if (scale == 0 && number.precision() <= Tag.MOST_DIGITS) {
            whole(number.longValue());
        } else if (scale > 0 && scale <= Tag.MOST_DECIMALS && number.precision() <= Tag.MOST_DIGITS) {
            decimal(number.unscaledValue().longValue(), scale);
        } else {
            other(number.stripTrailingZeros());
        }
    }

    private void whole(long number) {
        if (number >= 0 && number <= Tag.MOST_SMALL) {
            out.octet(Tag.SMALL + (int) number);
        } else {
            scaled(number, 0);
        }
    }

    private void decimal(long unscaled, int scale) {
        long digits = unscaled;
        int decimals = scale;
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
        if (decimals == 0) {
            whole(digits);
        } else {
            scaled(digits, decimals);
        }
    }

    private void scaled(long digits, int decimals) {
        out.octet((digits < 0 ? Tag.NEGATIVE : Tag.DECIMAL) + decimals);
        out.varint(Math.abs(digits));
    }

    /** @param number without trailing zeros */
    private void other(BigDecimal number) {
        int scale = number.scale();
        if (number.precision() <= Tag.MOST_DIGITS && scale > 0 && scale <= Tag.MOST_DECIMALS) {
            decimal(number.unscaledValue().longValue(), scale);
        } else if (scale <= 0 && (long) number.precision() - scale <= Tag.MOST_DIGITS) {
            whole(number.longValue());
        } else {
            byte[] unscaled = number.unscaledValue().toByteArray();
            out.octet(Tag.LARGE);
            out.zigzag(scale);
            out.varint(unscaled.length);
            out.raw(unscaled);
        }
    }

    /** The date that a text is, if it is exactly how a date is written. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(0) > '9') {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
