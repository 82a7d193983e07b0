package io.barograph.cli.portfolio;

import java.util.List;

/**
 * Chance that repeats itself, on any JDK: SplitMix64 (Steele, Lea and Flood, 2014) and nothing of the platform's
 * generators. A stream is split by name, so that what one part draws never depends on how much another has drawn.
 */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;
    private long state;

    private Chance(long seed) {
        this.seed = seed;
        this.state = seed;
    }

    static Chance of(long seed, long account) {
        return new Chance(mixed(mixed(seed) + (account + 1) * GOLDEN));
    }

    /** An own stream for the part of that name, the same however much this one has drawn. */
    Chance of(String part) {
        long hash = seed;
        for (int i = 0; i < part.length(); i++) {
            hash = mixed(hash ^ part.charAt(i)) + GOLDEN;
        }
        return new Chance(mixed(hash));
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 to under 1. */
    double next() {
        state += GOLDEN;
        return (mixed(state) >>> 11) * UNIT;
    }

    double between(double from, double to) {
        return from + (to - from) * next();
    }

    /** From {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + (int) (next() * (to - from + 1));
    }

    /** Around 0 with the given standard deviation, nearly normal, never beyond three of them: the mean of three. */
    double around(double deviation) {
        return (next() + next() + next() - 1.5) * 2 * deviation;
    }

    boolean happens(double probability) {
        return next() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }
}
