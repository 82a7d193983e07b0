package io.barograph.testkit.large;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Draws what rows are made of. */
final class LargeRows {

    private static final List<String> REASONS = List.of(
            "is what the renewal desk asks about first",
            "told good accounts from bad ones in the last three years",
            "was agreed with finance",
            "follows from the review with the regional leads",
            "has to be seen together with the plan");

    private final Random random;
    private final LargeContract contract;
    private final List<LargeField> indicators;
    private final String prefix;
    private final AtomicInteger lastId = new AtomicInteger();

    LargeRows(Random random, LargeContract contract, List<LargeField> indicators, String prefix) {
        this.random = random;
        this.contract = contract;
        this.indicators = indicators;
        this.prefix = prefix;
    }

    String id(String table) {
        return prefix + "-" + table + "-" + lastId.incrementAndGet();
    }

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

    /** Up to that many of the items, in random order. */
    <T> List<T> some(List<T> items, int most) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    /** A condition on a text: one, several, or all but one. */
    String texts(LargeField field) {
        if (chance(20)) {
            return "not " + pick(field.texts());
        }
        return String.join(", ", some(field.texts(), between(1, 3)));
    }

    /** A condition on an indicator, which leaves room for values on either side. */
    Object condition(LargeField field) {
        if (!field.isNumber()) {
            return pick(field.texts());
        }
        int step = Math.max(1, field.most() / 20);
        int low = Math.max(1, between(1, Math.max(1, field.most() / step - 1)) * step);
        return switch (between(0, 3)) {
            case 0 -> ">= " + low;
            case 1 -> "< " + low;
            case 2 -> low + ".." + Math.min(field.most(), low + step);
            default -> "<= " + low;
        };
    }

    /** A reason with placeholders, hardly ever the same twice. */
    String sentence(String what) {
        LargeField shown = pick(indicators);
        return shown.label() + " of {" + shown.label() + "} " + what + "; it " + pick(REASONS) + " (note "
                + between(1, 99_999) + ", " + pick(contract.industry().texts()) + ").";
    }
}
