package io.barograph.engine.audit.compact;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes being read, of which nothing is taken for granted: whatever is cut off, longer than it needs to be or larger than what is
 * left is refused with an {@link IllegalArgumentException} before anything of its size is made.
 */
final class ByteSource {

    private static final int GROUP = 7;

    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int position() {
        return at;
    }

    int left() {
        return bytes.length - at;
    }

    int octet() {
        if (at == bytes.length) {
            throw new IllegalArgumentException("a record is cut off");
        }
        return bytes[at++] & 0xFF;
    }

    int peek() {
        if (at == bytes.length) {
            throw new IllegalArgumentException("a record is cut off");
        }
        return bytes[at] & 0xFF;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += GROUP) {
            int group = octet();
            if (shift == 63 && group > 1) {
                break;
            }
            value |= (long) (group & 0x7F) << shift;
            if (group < 0x80) {
                if (group == 0 && shift > 0) {
                    throw new IllegalArgumentException("a record holds a number in more bytes than it needs");
                }
                return value;
            }
        }
        throw new IllegalArgumentException("a record holds a number of more than 64 bits");
    }

    long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A whole number from 0 to a limit. */
    int upTo(int limit) {
        long value = varint();
        if (value < 0 || value > limit) {
            throw new IllegalArgumentException(
                    "a record holds " + Long.toUnsignedString(value) + " where at most " + limit + " can be");
        }
        return (int) value;
    }

    /** How many items follow, each of which takes a byte at least. */
    int count() {
        long count = varint();
        if (count < 0 || count > left()) {
            throw new IllegalArgumentException("a record is cut off");
        }
        return (int) count;
    }

    boolean yes() {
        int octet = octet();
        if (octet > 1) {
            throw new IllegalArgumentException("a record holds " + octet + " where yes or no should be");
        }
        return octet == 1;
    }

    byte[] raw(int length) {
        if (length > left()) {
            throw new IllegalArgumentException("a record is cut off");
        }
        byte[] raw = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return raw;
    }

    String text() {
        int length = count();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
            at += length;
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a record holds a text that is not UTF-8", e);
        }
    }
}
