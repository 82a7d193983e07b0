package io.barograph.engine.audit.compact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads values as canonical JSON has them: dates are texts. */
final class ValueSource {

    /** What JSON of this product may hold is never deeper. */
    private static final int DEEPEST = 32;

    /** Ten thousand digits, which is the longest number that JSON of this product may hold. */
    private static final int MOST_UNSCALED = 4_200;

    private static final int LAST_YEAR = 9_999;

    /** Gives what stands for the values that are sealed. */
    interface Sealed {
        @Nullable Object next();
    }

    private final ByteSource in;
    private final Texts texts;
    private final LocalDate asOf;
    private final Sealed sealed;
    private final List<String> spelt = new ArrayList<>();

    ValueSource(ByteSource in, Texts texts, LocalDate asOf, Sealed sealed) {
        this.in = in;
        this.texts = texts;
        this.asOf = asOf;
        this.sealed = sealed;
    }

    ByteSource bytes() {
        return in;
    }

    @Nullable String textOrNull() {
        int number = in.upTo(Integer.MAX_VALUE);
        if (number == 0) {
            return null;
        }
        if (number == 1) {
            String text = in.text();
            spelt.add(text);
            return text;
        }
        int known = number - 2;
        if (known < texts.size()) {
            return texts.text(known);
        }
        if (known - texts.size() < spelt.size()) {
            return spelt.get(known - texts.size());
        }
        throw new IllegalArgumentException("a record names a text that neither it nor its model has");
    }

    String text() {
        String text = textOrNull();
        if (text == null) {
            throw new IllegalArgumentException("a record lacks a text that it needs");
        }
        return text;
    }

    String date() {
        return date(asOf, in.zigzag()).toString();
    }

    static LocalDate date(LocalDate from, long days) {
        long day = from.toEpochDay() + days;
        if (Math.abs(days) > Integer.MAX_VALUE
                || day < LocalDate.MIN.toEpochDay()
                || day > LocalDate.MAX.toEpochDay()) {
            throw new IllegalArgumentException("a record holds a date that no calendar has");
        }
        return LocalDate.ofEpochDay(day);
    }

    @Nullable Object value() {
        return value(0);
    }

    private @Nullable Object value(int depth) {
        int tag = in.octet();
        if (tag >= Tag.SMALL) {
            return BigDecimal.valueOf(tag - Tag.SMALL);
        }
        if (tag >= Tag.NEGATIVE) {
            return BigDecimal.valueOf(digits(), tag - Tag.NEGATIVE).negate();
        }
        if (tag >= Tag.DECIMAL) {
            return BigDecimal.valueOf(digits(), tag - Tag.DECIMAL);
        }
        return switch (tag) {
            case Tag.NULL -> null;
            case Tag.FALSE -> false;
            case Tag.TRUE -> true;
            case Tag.TEXT -> text();
            case Tag.DATE -> shortDate();
            case Tag.SEALED -> sealed.next();
            case Tag.LARGE -> large();
            case Tag.LIST -> list(depth + 1);
            case Tag.OBJECT -> object(depth + 1);
            default -> throw new IllegalArgumentException("a record holds a value of an unknown kind, " + tag);
        };
    }

    private long digits() {
        long digits = in.varint();
        if (digits < 0) {
            throw new IllegalArgumentException("a record holds a number of too many digits");
        }
        return digits;
    }

    /** A value, or a message written by the number of its form. */
    @Nullable Object message() {
        if (in.peek() != Tag.MESSAGE) {
            return value();
        }
        in.octet();
        MessageForm form = MessageForm.ALL.get(in.upTo(MessageForm.ALL.size() - 1));
        List<String> blanks = new ArrayList<>();
        for (int i = 0; i < form.count(); i++) {
            blanks.add(MessageForm.text(value()));
        }
        return form.filled(blanks);
    }

    private String shortDate() {
        LocalDate date = date(asOf, in.zigzag());
        if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("a record holds a date that is no value of a field");
        }
        return date.toString();
    }

    private BigDecimal large() {
        long scale = in.zigzag();
        int length = in.upTo(MOST_UNSCALED);
        if (length == 0 || scale != (int) scale) {
            throw new IllegalArgumentException("a record holds a number that is none");
        }
        return new BigDecimal(new BigInteger(in.raw(length)), (int) scale);
    }

    private List<@Nullable Object> list(int depth) {
        requireShallow(depth);
        int count = in.count();
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(value(depth));
        }
        return items;
    }

    private Map<String, @Nullable Object> object(int depth) {
        requireShallow(depth);
        int count = in.count();
        Map<String, @Nullable Object> members = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            members.put(text(), value(depth));
        }
        return members;
    }

    private static void requireShallow(int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a record holds lists or objects deeper than " + DEEPEST);
        }
    }
}
