package io.barograph.benchmarks.handwritten;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compact JSON straight into bytes. */
final class JsonBytes {

    private static final byte[] NULL = bytes("null");
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private byte[] buffer = new byte[16_384];
    private int size;

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A text as JSON writes it, without quotes. */
    static byte[] escaped(String text) {
        JsonBytes json = new JsonBytes();
        json.characters(text);
        return Arrays.copyOf(json.buffer, json.size);
    }

    /** A text as JSON writes it, with quotes. */
    static byte[] quoted(@Nullable String text) {
        JsonBytes json = new JsonBytes();
        json.text(text);
        return Arrays.copyOf(json.buffer, json.size);
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
        }
    }

    void raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    void raw(char ascii) {
        room(1);
        buffer[size++] = (byte) ascii;
    }

    /** Takes back a comma that nothing follows. */
    void withoutComma() {
        if (buffer[size - 1] == ',') {
            size--;
        }
    }

    void nothing() {
        raw(NULL);
    }

    void text(@Nullable String text) {
        if (text == null) {
            nothing();
            return;
        }
        raw('"');
        characters(text);
        raw('"');
    }

    /** The characters of a text, escaped where JSON asks for it. */
    void characters(String text) {
        room(text.length() * 6);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                raw(bytes(
                        i + 1 < text.length() && Character.isHighSurrogate(c)
                                ? text.substring(i, ++i + 1)
                                : String.valueOf(c)));
            } else if (c == '"' || c == '\\') {
                raw('\\');
                raw(c);
            } else if (c < ' ') {
                control(c);
            } else {
                buffer[size++] = (byte) c;
            }
        }
    }

    private void control(char c) {
        int letter = "\b\t\n\f\r".indexOf(c);
        raw('\\');
        if (letter >= 0) {
            raw("btnfr".charAt(letter));
        } else {
            raw('u');
            raw('0');
            raw('0');
            raw(HEX[c >> 4]);
            raw(HEX[c & 15]);
        }
    }

    /** ASCII as it stands. */
    @SuppressWarnings("deprecation") // one byte a character is what is wanted
    void ascii(String text) {
        int length = text.length();
        room(length);
        text.getBytes(0, length, buffer, size);
        size += length;
    }

    void number(long whole) {
        room(20);
        if (whole < 0) {
            buffer[size++] = '-';
            digits(-whole);
        } else {
            digits(whole);
        }
    }

    private void digits(long whole) {
        int count = 1;
        for (long rest = whole / 10; rest > 0; rest /= 10) {
            count++;
        }
        long rest = whole;
        for (int i = size + count - 1; i >= size; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    /** A decimal without trailing zeros. */
    void decimal(long unscaled, int scale) {
        long value = unscaled;
        int decimals = scale;
        while (decimals > 0 && value % 10 == 0) {
            value /= 10;
            decimals--;
        }
        room(24);
        if (value < 0) {
            buffer[size++] = '-';
            value = -value;
        }
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        digits(value / power);
        if (decimals > 0) {
            buffer[size++] = '.';
            long fraction = value % power;
            for (long place = power / 10; place > 0; place /= 10) {
                buffer[size++] = (byte) ('0' + fraction / place % 10);
            }
        }
    }

    /** Millionths, or null when missing. */
    void micros(long micros) {
        if (micros == Micros.MISSING) {
            nothing();
        } else {
            decimal(micros, 6);
        }
    }

    /** An ISO date with quotes. */
    void date(long epochDay) {
        raw('"');
        day(epochDay);
        raw('"');
    }

    void day(long epochDay) {
        characters(java.time.LocalDate.ofEpochDay(epochDay).toString());
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }
}
