package io.barograph.engine.override;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How overrides fared.
 *
 * @param by what they have in common: {@code all}, {@code segment}, {@code author_roles}, {@code kind} or {@code bands}
 * @param group which; empty for all
 * @param overrides how many counted for a time
 * @param up that moved the account above its computed band
 * @param down that moved it below
 * @param unmoved that moved nothing when they were made
 * @param overrideRight of those that moved the account and whose outcome is known
 * @param computedRight the others of them
 */
public record OverrideTally(
        String by,
        String group,
        long overrides,
        Fates up,
        Fates down,
        Fates unmoved,
        Share overrideRight,
        Share computedRight) {

    /** @param unknown whose outcome is not known */
    public record Fates(long kept, long lost, long unknown) {

        static Fates of(List<JudgedOverride> judged, Predicate<JudgedOverride> which) {
            return new Fates(
                    count(judged, which.and(one -> one.outcome() == AccountOutcome.Kind.KEPT)),
                    count(judged, which.and(one -> one.outcome() == AccountOutcome.Kind.LOST)),
                    count(judged, which.and(one -> one.outcome() == null)));
        }

        long known() {
            return kept + lost;
        }
    }

    /** All together, then by segment, by the author's roles, by kind, and by what was computed and said; groups by name. */
    public static List<OverrideTally> of(List<JudgedOverride> judged) {
        List<OverrideTally> tallies = new ArrayList<>();
        tallies.add(tally("all", "", judged));
        add(tallies, "segment", judged, JudgedOverride::segment);
        add(tallies, "author_roles", judged, JudgedOverride::roles);
        add(tallies, "kind", judged, one -> one.kind().label());
        add(tallies, "bands", judged, one -> one.computed() + " to " + one.effective());
        return tallies;
    }

    private static void add(
            List<OverrideTally> tallies,
            String by,
            List<JudgedOverride> judged,
            Function<JudgedOverride, String> group) {
        Map<String, List<JudgedOverride>> groups = new TreeMap<>();
        judged.forEach(one -> groups.computeIfAbsent(group.apply(one), any -> new ArrayList<>())
                .add(one));
        groups.forEach((name, members) -> tallies.add(tally(by, name, members)));
    }

    private static OverrideTally tally(String by, String group, List<JudgedOverride> judged) {
        Fates up = Fates.of(judged, one -> one.moved() > 0);
        Fates down = Fates.of(judged, one -> one.moved() < 0);
        long known = up.known() + down.known();
        return new OverrideTally(
                by,
                group,
                judged.size(),
                up,
                down,
                Fates.of(judged, one -> one.moved() == 0),
                Share.of(count(judged, JudgedOverride::overrideRight), known),
                Share.of(count(judged, JudgedOverride::computedRight), known));
    }

    private static long count(List<JudgedOverride> judged, Predicate<JudgedOverride> which) {
        return judged.stream().filter(which).count();
    }
}
