package io.barograph.testkit.accounts;

import java.util.List;
import java.util.Random;

/** Chance that repeats itself: one stream an account, so that accounts do not depend on each other. */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Random random;

    Dice(long seed, int account) {
        this.random = new Random(seed ^ (account + 1) * GOLDEN);
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Mostly near 0, never beyond the spread in either direction. */
    double around(double spread) {
        return (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) / 1.5 * spread;
    }

    /** From 0 to bound − 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String oneOf(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
