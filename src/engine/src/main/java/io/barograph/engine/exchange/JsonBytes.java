package io.barograph.engine.exchange;

import io.barograph.engine.model.SetValue;
import io.barograph.engine.model.Shown;
import io.barograph.engine.model.TextValue;
import io.barograph.engine.text.Magnitude;
import io.barograph.engine.text.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON in a buffer that grows and is used again: the bytes that {@link JsonOutput} writes, made without objects between. */
final class JsonBytes extends OutputStream {

    private static final int FRAGMENT = 256;
    private static final int LONGEST_ESCAPE = 6;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private byte[] bytes;
    private int size;

    /** For a fragment. */
    JsonBytes() {
        this(FRAGMENT);
    }

    /** @param room for so many bytes at first */
    JsonBytes(int room) {
        this.bytes = new byte[room];
    }

    /** Bytes to be written as they are: the JSON of a text, with what stands before and behind it. */
    static byte[] fragment(String before, @Nullable String text, String behind) {
        JsonBytes json = new JsonBytes();
        json.ascii(before);
        json.text(text);
        json.ascii(behind);
        return json.copy();
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    @Override
    public void write(int next) {
        room(1);
        bytes[size++] = (byte) next;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    void raw(byte[] fragment) {
        write(fragment, 0, fragment.length);
    }

    /** The bytes of words of the format. */
    static byte[] words(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** As it is, for words of the format. */
    void ascii(String words) {
        room(words.length());
        for (int i = 0; i < words.length(); i++) {
            bytes[size++] = (byte) words.charAt(i);
        }
    }

    void nothing() {
        raw(NULL);
    }

    void flag(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    /** In quotation marks; null when there is none. */
    void text(@Nullable String text) {
        if (text == null) {
            nothing();
            return;
        }
        write('"');
        characters(text);
        write('"');
    }

    /** Within quotation marks. */
    void characters(String text) {
        room(text.length() * LONGEST_ESCAPE);
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                to[at++] = (byte) c;
            } else if (c < 0x80) {
                at = escaped(c, to, at);
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                byte[] rest = text.substring(i, Math.min(i + 2, text.length())).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(rest, 0, to, at, rest.length);
                at += rest.length;
                i++;
            } else {
                to[at++] = (byte) (0xE0 | (c >> 12));
                to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        size = at;
    }

    private static int escaped(char c, byte[] to, int start) {
        int at = start;
        char letter = switch (c) {
            case '"', '\\' -> c;
            case '\b' -> 'b';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\f' -> 'f';
            case '\r' -> 'r';
            default -> 'u';
        };
        to[at++] = '\\';
        to[at++] = (byte) letter;
        if (letter == 'u') {
            to[at++] = '0';
            to[at++] = '0';
            to[at++] = (byte) HEX[c >> 4];
            to[at++] = (byte) HEX[c & 0xF];
        }
        return at;
    }

    void integer(long number) {
        room(20);
        if (number >= 0 && number < 1_000) {
            small((int) number);
            return;
        }
        long rest = number;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long power = 10; digits < 19 && rest >= power; power *= 10) {
            digits++;
        }
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    /** A whole number below 1,000, for which there is room. */
    private void small(int number) {
        if (number >= 100) {
            bytes[size++] = (byte) ('0' + number / 100);
        }
        if (number >= 10) {
            bytes[size++] = (byte) ('0' + number / 10 % 10);
        }
        bytes[size++] = (byte) ('0' + number % 10);
    }

    /** A number given in hundredths, without trailing zeros. */
    void hundredths(int number) {
        if (number < 0 || number >= 100_000) {
            decimal(number, 2);
            return;
        }
        room(6);
        small(number / 100);
        int rest = number % 100;
        if (rest != 0) {
            bytes[size++] = '.';
            bytes[size++] = (byte) ('0' + rest / 10);
            if (rest % 10 != 0) {
                bytes[size++] = (byte) ('0' + rest % 10);
            }
        }
    }

    /** A number given in units of so many decimals, without trailing zeros. */
    void decimal(long number, int decimals) {
        long whole = number;
        int scale = decimals;
        while (scale > 0 && whole % 10 == 0) {
            whole /= 10;
            scale--;
        }
        if (scale == 0) {
            integer(whole);
            return;
        }
        if (whole < 0) {
            write('-');
            whole = -whole;
        }
        long unit = 1;
        for (int i = 0; i < scale; i++) {
            unit *= 10;
        }
        integer(whole / unit);
        write('.');
        room(scale);
        long rest = whole % unit;
        for (int i = size + scale - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += scale;
    }

    /** Null when there is none. */
    void number(@Nullable BigDecimal number) {
        if (number == null) {
            nothing();
        } else if (number.scale() == 0 && number.precision() <= 18) {
            integer(number.longValue());
        } else {
            ascii(plain(number));
        }
    }

    /** Most numbers are canonical, and such a one keeps its text once it was asked for. */
    static String plain(BigDecimal number) {
        if (number.scale() > 0 && number.scale() <= Magnitude.MAX_DIGITS_AFTER_DOT) {
            String text = number.toString();
            char last = text.charAt(text.length() - 1);
            if (last != '0' && text.length() <= Magnitude.MAX_DIGITS_BEFORE_DOT && text.indexOf('E') < 0) {
                return text;
            }
        }
        return Magnitude.fits(number) ? Numbers.canonical(number).toPlainString() : number.toString();
    }

    /** As people see it in a sentence, within quotation marks. */
    void shown(@Nullable Object value) {
        if (value instanceof TextValue text) {
            characters(text.shown());
        } else if (value instanceof BigDecimal number && number.scale() == 0 && number.precision() <= 18) {
            integer(number.longValue());
        } else if (value instanceof BigDecimal number && number.scale() > 0 && number.scale() <= 2) {
            ascii(plain(number));
        } else if (value instanceof LocalDate date) {
            day(date);
        } else {
            characters(Shown.value(value));
        }
    }

    /** In quotation marks; null when there is none. */
    void date(@Nullable LocalDate date) {
        if (date == null) {
            nothing();
            return;
        }
        write('"');
        day(date);
        write('"');
    }

    private void day(LocalDate date) {
        int year = date.getYear();
        if (year < 1_000 || year > 9_999) {
            ascii(date.toString());
            return;
        }
        integer(year);
        write('-');
        twoDigits(date.getMonthValue());
        write('-');
        twoDigits(date.getDayOfMonth());
    }

    private void twoDigits(int number) {
        write('0' + number / 10);
        write('0' + number % 10);
    }

    /** Any value of a snapshot, an input, an effect or the vocabulary. */
    void value(@Nullable Object value) {
        if (value == null) {
            nothing();
        } else if (value instanceof BigDecimal number) {
            number(number);
        } else if (value instanceof TextValue text) {
            text(text.shown());
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean flag) {
            flag(flag);
        } else if (value instanceof Integer number) {
            integer(number);
        } else if (value instanceof LocalDate date) {
            date(date);
        } else if (value instanceof SetValue set) {
            list(set.shown());
        } else if (value instanceof List<?> items) {
            list(items);
        } else if (value instanceof Map<?, ?> members) {
            object(members);
        } else {
            text(value.toString());
        }
    }

    private void list(List<?> items) {
        write('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                write(',');
            }
            value(items.get(i));
        }
        write(']');
    }

    /** Members in their order. */
    void object(Map<?, ?> members) {
        write('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!first) {
                write(',');
            }
            first = false;
            text(String.valueOf(member.getKey()));
            write(':');
            value(member.getValue());
        }
        write('}');
    }
}
