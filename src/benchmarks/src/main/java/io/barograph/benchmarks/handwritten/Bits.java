package io.barograph.benchmarks.handwritten;

/** A set of small numbers, as longs. */
final class Bits {

    private Bits() {}

    static long[] of(int size) {
        return new long[(size + 63) >>> 6];
    }

    static void set(long[] bits, int number) {
        bits[number >>> 6] |= 1L << number;
    }

    static boolean has(long[] bits, int number) {
        return (bits[number >>> 6] >>> number & 1) != 0;
    }

    static void clear(long[] bits, int number) {
        bits[number >>> 6] &= ~(1L << number);
    }

    static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The least number of the set that is at least {@code from}; −1 when there is none. */
    static int next(long[] bits, int from) {
        int word = from >>> 6;
        if (word >= bits.length) {
            return -1;
        }
        long left = bits[word] & (-1L << from);
        while (left == 0) {
            if (++word == bits.length) {
                return -1;
            }
            left = bits[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(left);
    }
}
