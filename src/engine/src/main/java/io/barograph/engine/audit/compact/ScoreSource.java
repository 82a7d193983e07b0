package io.barograph.engine.audit.compact;

import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ScoreSink} writes, as the tree of the canonical JSON. */
final class ScoreSource {

    private final @Nullable SegmentForm segment;
    private final ValueSource in;
    private final FiredSource fired;
    private final Map<String, @Nullable Object> scores = new TreeMap<>();

    ScoreSource(@Nullable SegmentForm segment, ValueSource in, FiredSource fired) {
        this.segment = segment;
        this.in = in;
        this.fired = fired;
    }

    /** What follows from the contributions; nothing before they were read. */
    Map<String, @Nullable Object> scores() {
        return scores;
    }

    List<Object> contributions() {
        if (segment == null) {
            return List.of();
        }
        List<String> names = segment.scores();
        List<List<Object>> byScore = new ArrayList<>();
        names.forEach(name -> byScore.add(new ArrayList<>()));
        long[] sums = new long[names.size()];
        for (int i = 0; i < segment.dimensions().size(); i++) {
            sums[i + 1] = indicators(segment.dimensions().get(i), byScore.get(i + 1));
        }
        for (int i = 0; i < segment.dimensions().size(); i++) {
            if (!byScore.get(i + 1).isEmpty()) {
                sums[0] += dimension(segment.dimensions().get(i), sums[i + 1], byScore.get(0));
            }
        }
        bounds(names, byScore, sums);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.addAll(byScore.get(i));
            if (!byScore.get(i).isEmpty()) {
                scores.put(names.get(i), decimal(sums[i]));
            }
        }
        return all;
    }

    private long indicators(SegmentForm.Dimension dimension, List<Object> contributions) {
        long sum = 0;
        for (SegmentForm.Weighed indicator : dimension.indicators()) {
            FiredSink.Scored scored = fired.scored(indicator.field());
            if (scored != null) {
                Map<String, @Nullable Object> contribution = new TreeMap<>();
                contribution.put("score", dimension.name());
                contribution.put("indicator", indicator.name());
                contribution.put("value", scored.value());
                contribution.put("sub_score", scored.subScore());
                contribution.put("rule_id", scored.ruleId());
                sum = Math.addExact(sum, gained(contribution, indicator.weight()));
                contributions.add(contribution);
            }
        }
        return sum;
    }

    private long dimension(SegmentForm.Dimension dimension, long score, List<Object> contributions) {
        Map<String, @Nullable Object> contribution = new TreeMap<>();
        contribution.put("score", Decision.OVERALL);
        contribution.put("dimension", dimension.name());
        contribution.put("value", decimal(score));
        contribution.put("sub_score", decimal(score));
        contribution.put("rule_id", null);
        contributions.add(contribution);
        return gained(contribution, dimension.weight());
    }

    private long gained(Map<String, @Nullable Object> contribution, BigDecimal base) {
        long points = in.bytes().varint();
        contribution.put("points", decimal(points >>> 1));
        contribution.put("weight", (points & 1) == 0 ? base : in.value());
        return points >>> 1;
    }

    private void bounds(List<String> names, List<List<Object>> byScore, long[] sums) {
        int count = in.bytes().count();
        for (int i = 0; i < count; i++) {
            int score = in.bytes().upTo(names.size() - 1);
            long points = in.bytes().zigzag();
            Map<String, @Nullable Object> bound = new TreeMap<>();
            bound.put("score", names.get(score));
            bound.put("points", decimal(points));
            bound.put("rule_id", in.textOrNull());
            byScore.get(score).add(bound);
            sums[score] = Math.addExact(sums[score], points);
        }
    }

    private static BigDecimal decimal(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
