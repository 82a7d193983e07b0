package io.barograph.service.past;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EntryWriter} wrote, from any place on. */
final class EntryReader {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int CONTENTS = 4;

    private final byte[] bytes;
    private int at;

    EntryReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int at() {
        return at;
    }

    /** Bytes that follow. */
    int remaining() {
        return bytes.length - at;
    }

    byte one() {
        if (at >= bytes.length) {
            throw cutOff();
        }
        return bytes[at++];
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = one();
            value |= (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0 && value >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number is too long");
    }

    @Nullable String text() {
        int length = length();
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** The bytes of a text, not copied; none when there is no text. */
    ByteBuffer slice() {
        int length = Math.max(0, length());
        ByteBuffer slice = ByteBuffer.wrap(bytes, at, length);
        at += length;
        return slice;
    }

    void skipText() {
        int length = Math.max(0, length()); // reads on by itself
        at += length;
    }

    void skip(long count) {
        if (count > bytes.length - at) {
            throw cutOff();
        }
        at += (int) count;
    }

    /** What an entry says beside what it is about: type and text of its reading, band, campaign share. */
    void skipContents() {
        for (int i = 0; i < CONTENTS; i++) {
            skipText();
        }
    }

    private int length() {
        int length = number() - 1;
        if (length > bytes.length - at) {
            throw cutOff();
        }
        return length;
    }

    private static IllegalArgumentException cutOff() {
        return new IllegalArgumentException("the bytes were cut off");
    }
}
