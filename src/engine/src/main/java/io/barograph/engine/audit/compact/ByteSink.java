package io.barograph.engine.audit.compact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written: whole numbers in as few groups of seven bits as they need, texts with their length in front. */
final class ByteSink {

    private byte[] bytes;
    private int size;

    ByteSink(int capacity) {
        this.bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void octet(int value) {
        require(1);
        bytes[size++] = (byte) value;
    }

    /** Groups of seven bits, the lowest first; all but the last have the high bit set. Negative numbers count as unsigned. */
    void varint(long value) {
        require(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** 0, −1, 1, −2, 2 … as 0, 1, 2, 3, 4 … */
    void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    void raw(byte[] other) {
        raw(other, other.length);
    }

    void add(ByteSink other) {
        raw(other.bytes, other.size);
    }

    private void raw(byte[] other, int length) {
        require(length);
        System.arraycopy(other, 0, bytes, size, length);
        size += length;
    }

    /**
     * The length in bytes, then UTF-8.
     *
     * @throws IllegalArgumentException when the text holds half of a surrogate pair, which has no UTF-8
     */
    void text(String text) {
        int length = text.length();
        require(length + 5);
        int start = size;
        varint(length);
        require(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = start;
                wide(text);
                return;
            }
            bytes[size++] = (byte) c;
        }
    }

    private void wide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("a text holds half of a character");
                }
                i++;
            }
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        varint(utf8.length);
        raw(utf8);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    private void require(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), Math.multiplyExact(bytes.length, 2)));
        }
    }
}
