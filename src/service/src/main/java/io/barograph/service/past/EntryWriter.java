package io.barograph.service.past;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are added to. Numbers are written seven bits a byte, the lowest first; a text is its length in UTF-8 plus 1 and its bytes, or 0
 * when there is none.
 */
final class EntryWriter {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[1024];
    private int length;

    void one(byte value) {
        reserve(1);
        bytes[length++] = value;
    }

    /** @param value 0 or more */
    void number(int value) {
        int rest = value;
        for (; (rest & ~SEVEN_BITS) != 0; rest >>>= 7) {
            one((byte) ((rest & SEVEN_BITS) | MORE));
        }
        one((byte) rest);
    }

    void text(@Nullable String text) {
        if (text == null) {
            number(0);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length + 1);
        copy(utf8, 0, utf8.length);
    }

    /** A number of a fixed width in bytes, the lowest first. */
    void fixed(int value, int width) {
        reserve(width);
        for (int i = 0; i < width; i++) {
            bytes[length++] = (byte) (value >>> (Byte.SIZE * i));
        }
    }

    /** What another has written so far. */
    void copy(EntryWriter other) {
        copy(other.bytes, 0, other.length);
    }

    /** How many bytes were written. */
    int length() {
        return length;
    }

    /** Begins anew. */
    void clear() {
        length = 0;
    }

    /** Bytes that were written by another. */
    void copy(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
