package io.barograph.testkit.reference;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Thresholds: the band of each score, kept by hysteresis, lowered by Band at most, unknown without enough coverage. */
final class Banding {

    static final String UNKNOWN = "unknown";

    private final Grid thresholds;
    private final Conditions conditions;
    private final BigDecimal minimumCoverage;

    Banding(Workbook workbook, BigDecimal minimumCoverage) {
        thresholds = new Grid(workbook, "Thresholds");
        conditions = new Conditions(thresholds, Set.of("applies to", "band", "from", "leave below"));
        this.minimumCoverage = minimumCoverage;
    }

    /** A band as the rows of that score spell it. */
    String spelled(String score, String band) {
        return thresholds.lines().stream()
                .filter(line -> Words.same(line.text("Applies to"), score))
                .map(line -> line.required("Band"))
                .filter(one -> Words.same(one, band))
                .findFirst()
                .orElse(band);
    }

    /** The row that gave a score its band. */
    private record Reached(Grid.Line line, String score, boolean kept) {}

    /** Sets the bands, marks the caps that lowered one, fires Caps and Thresholds. */
    void band(List<String> scores, List<Capping.Match> caps, Assessment at, Vocabulary words) {
        Map<Integer, Reached> reachedByRow = new TreeMap<>();
        Map<String, String> bands = new LinkedHashMap<>();
        for (String score : scores) {
            List<Grid.Line> rows = thresholds.lines().stream()
                    .filter(line -> Words.same(line.text("Applies to"), score))
                    .toList();
            BigDecimal coverage = at.coverage.getOrDefault(score, BigDecimal.ZERO);
            if (rows.isEmpty()) {
                continue;
            }
            if (!at.scores.containsKey(score) || coverage.compareTo(minimumCoverage) < 0) {
                bands.put(score, UNKNOWN);
                continue;
            }
            Reached reached = reached(rows, score, at, words);
            if (reached != null) {
                reachedByRow.put(reached.line().row, reached);
                bands.put(score, lowered(reached, rows, caps));
            }
        }
        caps.forEach(cap -> at.fire(cap.line, cap.cellHeader(), cap.because, cap.inputs, cap.effect(this)));
        reachedByRow.values().forEach(reached -> fire(reached, at, words));
        at.bands.putAll(bands);
    }

    private @Nullable Reached reached(List<Grid.Line> rows, String score, Assessment at, Vocabulary words) {
        BigDecimal value = at.scores.getOrDefault(score, BigDecimal.ZERO);
        for (Grid.Line line : rows) {
            if (!conditions.hold(line, words)) {
                continue;
            }
            BigDecimal from = line.percent("From");
            BigDecimal leaveBelow = line.percent("Leave below");
            if (from == null || value.compareTo(from) >= 0) {
                return new Reached(line, score, false);
            }
            if (leaveBelow != null
                    && value.compareTo(leaveBelow) >= 0
                    && Words.same(words.previousBand(score), line.text("Band"))) {
                return new Reached(line, score, true);
            }
        }
        return null;
    }

    /** The band reached, or a lower one of its ladder when a matching cap allows no more. */
    private String lowered(Reached reached, List<Grid.Line> rows, List<Capping.Match> caps) {
        List<String> ladder = rows.stream()
                .filter(line -> conditions.written(line).equals(conditions.written(reached.line())))
                .map(line -> line.required("Band"))
                .toList();
        String band = reached.line().required("Band");
        int lowest = position(ladder, band);
        Capping.Match winner = null;
        for (Capping.Match cap : caps) {
            int allowed = cap.score.equals(reached.score()) ? position(ladder, cap.bandAtMost) : -1;
            if (allowed > lowest) {
                lowest = allowed;
                winner = cap;
            }
        }
        if (winner == null) {
            return band;
        }
        winner.lowered = true;
        return ladder.get(lowest);
    }

    /** From 0, the best; -1 when the ladder has no such band. */
    private static int position(List<String> ladder, @Nullable String band) {
        for (int i = 0; i < ladder.size(); i++) {
            if (Words.same(ladder.get(i), band)) {
                return i;
            }
        }
        return -1;
    }

    private void fire(Reached reached, Assessment at, Vocabulary words) {
        String score = reached.score();
        boolean overall = score.equals(Decision.OVERALL);
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put(overall ? score : score + " score", at.scores.get(score));
        inputs.putAll(conditions.inputs(reached.line(), words));
        if (reached.kept()) {
            inputs.put(overall ? "Previous overall band" : "Previous " + score + " band", words.previousBand(score));
        }
        Map<String, @Nullable Object> effect = new LinkedHashMap<>();
        effect.put("score", score);
        effect.put("band", reached.line().required("Band"));
        effect.put("kept", reached.kept());
        at.fire(reached.line(), "Band", words, inputs, effect);
    }

    /** Low under the minimum coverage, otherwise high from 80 %, medium below. */
    String confidence(BigDecimal coverage) {
        if (coverage.compareTo(minimumCoverage) < 0) {
            return "low";
        }
        return coverage.compareTo(BigDecimal.valueOf(80)) >= 0 ? "high" : "medium";
    }
}
