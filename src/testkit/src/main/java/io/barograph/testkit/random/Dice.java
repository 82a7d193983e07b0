package io.barograph.testkit.random;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A seeded source of choices: equal seeds choose alike. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** @return true in about {@code percent} of a hundred throws */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    @SafeVarargs
    final <T> T of(T... items) {
        return items[random.nextInt(items.length)];
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Between {@code fewest} and {@code most} of the items, in random order. */
    <T> List<T> some(List<T> items, int fewest, int most) {
        int count = between(Math.min(fewest, items.size()), Math.min(most, items.size()));
        return shuffled(items).subList(0, count);
    }

    /** Ends included, with at most that many decimals. */
    BigDecimal number(BigDecimal low, BigDecimal high, int decimals) {
        BigDecimal share = BigDecimal.valueOf(random.nextInt(1_000_001), 6);
        BigDecimal number = low.add(high.subtract(low).multiply(share)).setScale(decimals, RoundingMode.HALF_UP);
        return plain(number.min(high).max(low));
    }

    BigDecimal number(int low, int high, int decimals) {
        return number(BigDecimal.valueOf(low), BigDecimal.valueOf(high), decimals);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
