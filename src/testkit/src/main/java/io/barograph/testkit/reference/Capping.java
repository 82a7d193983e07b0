package io.barograph.testkit.reference;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Caps: the highest floor of a score, then its lowest cap; and the bands that scores may reach at most. */
final class Capping {

    private static final List<String> LIMITS = List.of("At most", "At least", "Band at most");

    private final Grid caps;
    private final Conditions conditions;

    Capping(Workbook workbook) {
        caps = new Grid(workbook, "Caps");
        conditions = new Conditions(caps, Set.of("applies to", "at most", "at least", "band at most"));
    }

    /** A row that matched, with what it saw and, by and by, what it did. */
    static final class Match {
        final Grid.Line line;
        final String score;
        final Map<String, @Nullable Object> inputs;
        final String because;
        final @Nullable BigDecimal atMost;
        final @Nullable BigDecimal atLeast;
        final @Nullable String bandAtMost;
        BigDecimal points = new BigDecimal("0.00");
        boolean lowered;

        Match(Grid.Line line, String score, Map<String, @Nullable Object> inputs, String because) {
            this.line = line;
            this.score = score;
            this.inputs = inputs;
            this.because = because;
            atMost = hundredths(line.percent("At most"));
            atLeast = hundredths(line.percent("At least"));
            bandAtMost = line.text("Band at most");
        }

        private static @Nullable BigDecimal hundredths(@Nullable BigDecimal limit) {
            return limit == null ? null : Fraction.whole(limit).rounded(2);
        }

        Map<String, @Nullable Object> effect(Banding banding) {
            Map<String, @Nullable Object> effect = new LinkedHashMap<>();
            effect.put("score", score);
            if (atMost != null) {
                effect.put("at_most", atMost);
            }
            if (atLeast != null) {
                effect.put("at_least", atLeast);
            }
            if (bandAtMost != null) {
                effect.put("band_at_most", banding.spelled(score, bandAtMost));
            }
            if (atMost != null || atLeast != null) {
                effect.put("points", points);
            }
            if (bandAtMost != null) {
                effect.put("lowered", lowered);
            }
            return effect;
        }

        String cellHeader() {
            return LIMITS.stream()
                    .filter(header -> line.cell(header) != null)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Rows that match scores before caps, in sheet order. */
    List<Match> matches(List<String> scores, Vocabulary words) {
        List<Match> matches = new ArrayList<>();
        for (Grid.Line line : caps.lines()) {
            if (conditions.hold(line, words)) {
                String appliesTo = line.required("Applies to");
                String score = scores.stream()
                        .filter(one -> Words.same(one, appliesTo))
                        .findFirst()
                        .orElseThrow();
                String because = Sentence.fill(line.required("Because"), words);
                matches.add(new Match(line, score, conditions.inputs(line, words), because));
            }
        }
        return matches;
    }

    /** Moves the scores and adds a contribution for each floor or cap that moved one. */
    void apply(List<Match> matches, Assessment at, Map<String, List<Contribution>> contributions) {
        for (String score : List.copyOf(at.scores.keySet())) {
            Match floor = null;
            Match cap = null;
            for (Match match : matches) {
                if (!match.score.equals(score)) {
                    continue;
                }
                if (match.atLeast != null && (floor == null || match.atLeast.compareTo(value(floor.atLeast)) > 0)) {
                    floor = match;
                }
                if (match.atMost != null && (cap == null || match.atMost.compareTo(value(cap.atMost)) < 0)) {
                    cap = match;
                }
            }
            if (floor != null && value(floor.atLeast).compareTo(value(at.scores.get(score))) > 0) {
                move(floor, value(floor.atLeast), at, contributions);
            }
            if (cap != null && value(cap.atMost).compareTo(value(at.scores.get(score))) < 0) {
                move(cap, value(cap.atMost), at, contributions);
            }
        }
    }

    private static void move(Match match, BigDecimal to, Assessment at, Map<String, List<Contribution>> contributions) {
        BigDecimal points = to.subtract(value(at.scores.get(match.score)));
        match.points = match.points.add(points);
        at.scores.put(match.score, to);
        List<Contribution> entries = new ArrayList<>(contributions.getOrDefault(match.score, List.of()));
        entries.add(new Contribution(match.score, null, null, null, null, null, points, match.line.ruleId()));
        contributions.put(match.score, entries);
    }

    private static BigDecimal value(@Nullable BigDecimal number) {
        if (number == null) {
            throw new IllegalStateException("no number where one must be");
        }
        return number;
    }

    /** Overall first, then dimensions in Overall order. */
    static List<String> scores(List<String> dimensions) {
        List<String> scores = new ArrayList<>(List.of(Decision.OVERALL));
        scores.addAll(dimensions);
        return scores;
    }
}
