package io.barograph.engine.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places at which a replayed record differs from the one that was kept. Of two lists of unequal length, what they
 * begin and end with alike is set against each other first, so that one item more does not make all that follow differ.
 */
final class Differences {

    private final List<Difference> first = new ArrayList<>();
    private int total;

    private Differences() {}

    /** @param recorded as {@link CanonicalJson#tree} gives it, like {@code replayed} */
    static Differences between(@Nullable Object recorded, @Nullable Object replayed) {
        Differences found = new Differences();
        found.compare("", recorded, replayed);
        return found;
    }

    /** At most {@link Replay#MOST_DIFFERENCES}. */
    List<Difference> first() {
        return first;
    }

    int total() {
        return total;
    }

    private void compare(String place, @Nullable Object recorded, @Nullable Object replayed) {
        if (recorded instanceof Map<?, ?> before && replayed instanceof Map<?, ?> after) {
            members(place, before, after);
        } else if (recorded instanceof List<?> before && replayed instanceof List<?> after) {
            items(place, before, after);
        } else if (!same(recorded, replayed)) {
            add(place, Difference.json(recorded), Difference.json(replayed));
        }
    }

    private void members(String place, Map<?, ?> recorded, Map<?, ?> replayed) {
        TreeSet<String> names = new TreeSet<>();
        recorded.keySet().forEach(name -> names.add((String) name));
        replayed.keySet().forEach(name -> names.add((String) name));
        for (String name : names) {
            String member = place + "/" + name.replace("~", "~0").replace("/", "~1");
            if (!replayed.containsKey(name)) {
                add(member, Difference.json(recorded.get(name)), null);
            } else if (!recorded.containsKey(name)) {
                add(member, null, Difference.json(replayed.get(name)));
            } else {
                compare(member, recorded.get(name), replayed.get(name));
            }
        }
    }

    private void items(String place, List<?> recorded, List<?> replayed) {
        int shorter = Math.min(recorded.size(), replayed.size());
        int alike = 0;
        while (alike < shorter && same(recorded.get(alike), replayed.get(alike))) {
            alike++;
        }
        int alikeAtEnd = 0;
        while (recorded.size() != replayed.size()
                && alike + alikeAtEnd < shorter
                && same(
                        recorded.get(recorded.size() - 1 - alikeAtEnd),
                        replayed.get(replayed.size() - 1 - alikeAtEnd))) {
            alikeAtEnd++;
        }
        int lastRecorded = recorded.size() - alikeAtEnd;
        int lastReplayed = replayed.size() - alikeAtEnd;
        for (int i = alike; i < Math.max(lastRecorded, lastReplayed); i++) {
            String item = place + "/" + i;
            if (i >= lastReplayed) {
                add(item, Difference.json(recorded.get(i)), null);
            } else if (i >= lastRecorded) {
                add(item, null, Difference.json(replayed.get(i)));
            } else {
                compare(item, recorded.get(i), replayed.get(i));
            }
        }
    }

    /** Numbers are the same when they are written alike, which their scale does not matter for. */
    private static boolean same(@Nullable Object recorded, @Nullable Object replayed) {
        if (recorded instanceof BigDecimal before && replayed instanceof BigDecimal after) {
            return before.compareTo(after) == 0;
        }
        if (recorded instanceof Map || recorded instanceof List) {
            return replayed != null && Difference.json(recorded).equals(Difference.json(replayed));
        }
        return Objects.equals(recorded, replayed);
    }

    private void add(String place, @Nullable String recorded, @Nullable String replayed) {
        total++;
        if (first.size() < Replay.MOST_DIFFERENCES) {
            first.add(new Difference(place, recorded, replayed));
        }
    }
}
