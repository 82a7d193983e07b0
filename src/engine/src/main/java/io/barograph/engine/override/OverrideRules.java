package io.barograph.engine.override;

import io.barograph.engine.text.Names;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges what is asked for by what decision rights allow; a pure function of both. */
public final class OverrideRules {

    /** Characters of a rationale. */
    public static final int SHORTEST_RATIONALE = 10;

    public static final int LONGEST_RATIONALE = 2_000;

    private final OverrideTerms terms;
    private final Situation situation;
    private final List<String> reasons = new ArrayList<>();

    private OverrideRules(OverrideTerms terms, Situation situation) {
        this.terms = terms;
        this.situation = situation;
    }

    /** All reasons against it at once, in the order of the request's members. */
    public static Ruling judge(OverrideTerms terms, Situation situation) {
        return new OverrideRules(terms, situation).ruling();
    }

    private Ruling ruling() {
        List<String> ladder = ladder();
        kind();
        days();
        rationale();
        overlap();
        String computed = situation.computed().get(terms.score());
        if (ladder == null || computed == null || !reasons.isEmpty()) {
            return new Ruling.Refused(reasons);
        }
        int now = ladder.indexOf(computed);
        int wanted = terms.kind().meet(now, ladder.indexOf(terms.band()));
        Reach reach = new Reach(situation.limits().bandsUp(), situation.limits().bandsDown());
        boolean within = reach.holds(now, wanted);
        if (!within && situation.limits().beyond() == OverrideLimits.Beyond.REFUSED) {
            return new Ruling.Refused(List.of(beyond(computed, now - wanted, reach)));
        }
        return new Ruling.Allowed(ladder, computed, ladder.get(wanted), reach, !within);
    }

    private String beyond(String computed, int lift, Reach reach) {
        return "band: the account is `" + computed + "`, and a " + terms.kind().label() + " of `" + terms.band()
                + "` would "
                + (lift > 0 ? "lift" : "lower") + " it by " + bands(Math.abs(lift))
                + "; decision rights allow one person "
                + bands(lift > 0 ? reach.up() : reach.down()) + " " + (lift > 0 ? "up " : "down ") + situation.place();
    }

    private static String bands(int count) {
        return count + (count == 1 ? " band" : " bands");
    }

    /** Null, after saying why, when the score or the band is not to be had. */
    private @Nullable List<String> ladder() {
        List<List<String>> ladders = situation.ladders().get(terms.score());
        if (ladders == null) {
            reasons.add("score: `" + terms.score() + "` has no bands " + situation.place() + "; "
                    + known(terms.score(), situation.ladders().keySet()));
            return null;
        }
        String computed = situation.computed().get(terms.score());
        if (computed == null) {
            reasons.add("score: the latest decision gave `" + terms.score()
                    + "` no band, so there is none to override; send what is missing and have the account decided");
            return null;
        }
        List<List<String>> fitting =
                ladders.stream().filter(one -> one.contains(computed)).toList();
        if (fitting.isEmpty()) {
            reasons.add("score: the latest decision gave the band `" + computed + "`, which is none of `"
                    + String.join("`, `", ladders.get(0))
                    + "`, so there is nothing to move it from; send what is missing"
                    + " and have the account decided again");
            return null;
        }
        Optional<List<String>> both =
                fitting.stream().filter(one -> one.contains(terms.band())).findFirst();
        if (both.isEmpty()) {
            reasons.add("band: `" + terms.band() + "` is no band of `" + terms.score() + "`; "
                    + known(terms.band(), fitting.get(0)));
        }
        return both.orElse(null);
    }

    private static String known(String name, java.util.Collection<String> known) {
        return Names.closest(name, known)
                .map(close -> "did you mean `" + close + "`?")
                .orElse("known are `" + String.join("`, `", known instanceof List ? known : new TreeSet<>(known))
                        + "`");
    }

    private void kind() {
        if (!situation.limits().kinds().contains(terms.kind())) {
            reasons.add(
                    situation.limits().kinds().isEmpty()
                            ? "kind: decision rights allow no overrides " + situation.place()
                            : "kind: decision rights allow no `" + terms.kind().label() + "` " + situation.place()
                                    + ", only "
                                    + String.join(
                                            " and ",
                                            situation.limits().kinds().stream()
                                                    .map(kind -> "`" + kind.label() + "`")
                                                    .toList()));
        }
    }

    private void days() {
        if (terms.from().isBefore(situation.today())) {
            reasons.add("from: " + terms.from() + " is over; an override holds from today, " + situation.today()
                    + ", at the earliest");
        }
        if (terms.until().isBefore(terms.from())) {
            reasons.add("until: " + terms.until() + " comes before " + terms.from()
                    + ", the first day; name the last day it is to hold");
            return;
        }
        if (terms.from().isAfter(situation.today().plusDays(situation.longestDays()))) {
            reasons.add("from: " + terms.from() + " is more than " + situation.longestDays()
                    + " days ahead; make it later");
        }
        long days = ChronoUnit.DAYS.between(terms.from(), terms.until()) + 1;
        if (days > situation.longestDays()) {
            reasons.add(
                    "until: " + terms.from() + " to " + terms.until() + " is " + days + " days; decision rights allow "
                            + situation.longestDays() + " " + situation.place() + ", so "
                            + terms.from().plusDays(situation.longestDays() - 1L)
                            + " is the last day there is");
        }
    }

    private void rationale() {
        int length = terms.rationale().strip().length();
        if (length < SHORTEST_RATIONALE || length > LONGEST_RATIONALE) {
            reasons.add("rationale: must be " + SHORTEST_RATIONALE + " to 2,000 characters, but has " + length
                    + "; say what the score does not see");
        }
    }

    private void overlap() {
        situation.standing().stream()
                .filter(other -> other.score().equals(terms.score()))
                .filter(other ->
                        !other.until().isBefore(terms.from()) && !terms.until().isBefore(other.from()))
                .findFirst()
                .ifPresent(other -> reasons.add(
                        "from: override `" + other.id() + "` of `" + other.score() + "` holds from " + other.from()
                                + " to " + other.until() + "; withdraw it first, since one at a time counts"));
    }
}
