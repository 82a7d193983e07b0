package io.barograph.engine.exchange;

import io.barograph.engine.text.Dates;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON in bytes as long as it is plain: texts and names of ordinary length, numbers of at most 18 digits without an
 * exponent, no list or object where a value is due. Methods say whether they found what they were asked for; once one did not, the
 * document is for {@link JsonInput}, which knows everything that JSON may be and what to call what it may not. For one thread at a time.
 */
final class JsonCursor {

    /** Stands in texts for bytes that are not UTF-8. */
    static final char REPLACEMENT = '\uFFFD';

    private final TextCache texts = new TextCache();
    private byte[] bytes = {};
    private int at;
    private int end;

    /** The text just read, without its quotes. */
    private int from;

    private int to;
    private boolean ascii;
    private boolean escaped;

    /** The value just read: a String, BigDecimal, Boolean or null. */
    private @Nullable Object value;

    private @Nullable LocalDate date;

    void start(byte[] json, int offset, int length) {
        bytes = json;
        at = offset;
        end = offset + length;
    }

    private void blanks() {
        while (at < end
                && bytes[at] <= ' '
                && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
    }

    /** A sign, blanks before it left out. */
    boolean takes(char sign) {
        if (at < end && bytes[at] == sign) {
            at++;
            return true;
        }
        blanks();
        if (at < end && bytes[at] == sign) {
            at++;
            return true;
        }
        return false;
    }

    boolean takesEnd() {
        blanks();
        return at == end;
    }

    boolean isObject() {
        blanks();
        return at < end && bytes[at] == '{';
    }

    /** A text whose bytes are between {@link #from()} and {@link #to()}. */
    boolean takesText() {
        if (!takes('"')) {
            return false;
        }
        from = at;
        escaped = false;
        int signs = 0;
        int last = Math.min(end, from + JsonInput.MAX_TEXT_LENGTH);
        for (int i = from; i < last; i++) {
            byte sign = bytes[i];
            signs |= sign;
            if (sign == '"') {
                to = i;
                at = i + 1;
                ascii = signs >= 0;
                return true;
            }
            if (sign == '\\') {
                escaped = true;
                i++;
            } else if (sign >= 0 && sign < ' ') {
                return false;
            }
        }
        return false;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether the text just read is ASCII without escapes, so that its bytes are its characters. */
    boolean isLiteral() {
        return ascii && !escaped;
    }

    boolean isEscaped() {
        return escaped;
    }

    /** The text just read; null when it is none that is plain. */
    @Nullable String text() {
        if (isLiteral()) {
            return texts.of(bytes, from, to);
        }
        if (escaped) {
            return unescaped();
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : null;
    }

    private @Nullable String unescaped() {
        StringBuilder text = new StringBuilder(to - from);
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                i++;
                int sign = bytes[i] == 'u' ? hex(i + 1) : single(bytes[i]);
                if (sign <= 0) {
                    return null;
                }
                i += bytes[i] == 'u' ? 4 : 0;
                text.append((char) sign);
                start = i + 1;
            }
        }
        text.append(new String(bytes, start, to - start, StandardCharsets.UTF_8));
        return isSound(text) ? text.toString() : null;
    }

    private static int single(byte escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> -1;
        };
    }

    /** Negative when these are not four hexadecimal digits. */
    private int hex(int start) {
        if (start + 4 > to) {
            return -1;
        }
        int sign = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            sign = sign << 4 | digit;
        }
        return sign;
    }

    private static boolean isSound(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == REPLACEMENT) {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** A text, number, true, false or null. */
    boolean takesValue() {
        blanks();
        if (at == end) {
            return false;
        }
        return switch (bytes[at]) {
            case '"' -> {
                String text = takesText() ? text() : null;
                value = text;
                yield text != null;
            }
            case 't' -> takesWord("true", true);
            case 'f' -> takesWord("false", false);
            case 'n' -> takesWord("null", null);
            default -> takesNumber();
        };
    }

    @Nullable Object value() {
        return value;
    }

    private boolean takesWord(String word, @Nullable Object meaning) {
        if (end - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at += word.length();
        value = meaning;
        return true;
    }

    private boolean takesNumber() {
        int start = at;
        int stop = at;
        while (stop < end && (bytes[stop] == '-' || bytes[stop] == '.' || (bytes[stop] >= '0' && bytes[stop] <= '9'))) {
            stop++;
        }
        int first = start < stop && bytes[start] == '-' ? start + 1 : start;
        boolean leadingZero = stop - first > 1 && bytes[first] == '0' && bytes[first + 1] != '.';
        BigDecimal number = leadingZero ? null : PlainValue.number(bytes, start, stop);
        value = number;
        at = stop;
        return number != null;
    }

    boolean takesTextOrNull() {
        return takesValue() && (value == null || value instanceof String);
    }

    boolean takesNumberOrNull() {
        return takesValue() && (value == null || value instanceof BigDecimal);
    }

    /** A date, or null. */
    boolean takesDateOrNull() {
        blanks();
        if (at < end && bytes[at] == 'n') {
            date = null;
            return takesWord("null", null);
        }
        if (!takesText()) {
            return false;
        }
        date = isLiteral() ? PlainValue.day(bytes, from, to) : null;
        if (date == null) {
            String text = text();
            date = text == null ? null : Dates.parse(text).orElse(null);
        }
        return date != null;
    }

    @Nullable LocalDate date() {
        return date;
    }
}
