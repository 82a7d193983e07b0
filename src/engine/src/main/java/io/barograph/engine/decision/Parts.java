package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.model.Row;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.ContextFact;
import io.barograph.engine.ruleset.fact.EscalationsFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import io.barograph.engine.ruleset.fact.ThresholdsFact;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the scores of a model can be made of, by number, for those who tell contributions without a word between: {@link
 * Decision#contributions()} in whole numbers. Immutable; for any number of threads.
 */
public final class Parts {

    /** Of a row that is about no score, or scores no indicator. */
    public static final int NONE = -1;

    private static final long[] UNITS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /**
     * Something a score can be made of: an indicator of a dimension, or a dimension of Overall.
     *
     * @param weight without Context
     */
    public record Part(
            String score,
            @Nullable String indicator,
            @Nullable String dimension,
            BigDecimal weight) {}

    /** Of one segment: its scores by their position, the numbers of what they are made of, and their weights. */
    static final class Segment {

        final SegmentPlan plan;
        final int[][] numbers;
        final int[][] indicators;
        final long[][] weights;

        /** Whether the weight as written is that many millionths, not rounded to them. */
        final boolean[][] whole;

        /** Fields by the numbers of indicators within the segment. */
        final List<Field> fields = new ArrayList<>();

        final Map<String, Integer> indicatorNumbers = new HashMap<>();

        /** Whether all weights are such that shares can be computed in long arithmetic. */
        boolean exact = true;

        Segment(SegmentPlan plan) {
            this.plan = plan;
            this.numbers = new int[plan.scores().count()][];
            this.indicators = new int[plan.scores().count()][];
            this.weights = new long[plan.scores().count()][];
            this.whole = new boolean[plan.scores().count()][];
        }

        int indicator(Field field) {
            return indicatorNumbers.computeIfAbsent(field.name(), any -> {
                fields.add(field);
                return fields.size() - 1;
            });
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Segment> segments = new HashMap<>();
    private final OutcomeRenderer renderer;
    private final Fields fields;
    private final int[] scores;
    private final int[] indicators;

    /** Of Context rows: the indicators of their segment that they are about. */
    private final int[][] targets;

    Parts(OutcomeRenderer renderer, ModelPlan model) {
        this.renderer = renderer;
        this.fields = model.fields();
        model.segments().forEach(plan -> segments.put(plan.key(), segment(plan)));
        List<RowFact> rows = renderer.rows();
        this.scores = rows.stream().mapToInt(this::score).toArray();
        this.indicators = rows.stream().mapToInt(this::indicator).toArray();
        this.targets = rows.stream().map(this::targets).toArray(int[][]::new);
    }

    private Segment segment(SegmentPlan plan) {
        Segment segment = new Segment(plan);
        for (int score = 0; score < plan.scores().count(); score++) {
            if (score == SegmentPlan.OVERALL) {
                overall(segment);
            } else {
                dimension(segment, score, plan.dimension(score));
            }
        }
        return segment;
    }

    private void overall(Segment segment) {
        List<SegmentPlan.Dimension> dimensions = segment.plan.dimensions();
        open(segment, SegmentPlan.OVERALL, dimensions.size());
        for (int i = 0; i < dimensions.size(); i++) {
            SegmentPlan.Dimension dimension = dimensions.get(i);
            add(
                    segment,
                    SegmentPlan.OVERALL,
                    i,
                    dimension.weight(),
                    new Part(Decision.OVERALL, null, dimension.name(), dimension.weight()));
        }
    }

    private void dimension(Segment segment, int score, SegmentPlan.Dimension dimension) {
        open(segment, score, dimension.indicators().size());
        for (int i = 0; i < dimension.indicators().size(); i++) {
            Weight indicator = dimension.indicators().get(i);
            BigDecimal weight = Weight.effective(indicator.base());
            segment.indicators[score][i] = segment.indicator(indicator.indicator());
            segment.whole[score][i] = weight.compareTo(indicator.base()) == 0;
            add(
                    segment,
                    score,
                    i,
                    weight,
                    new Part(dimension.name(), indicator.indicator().name(), null, weight));
        }
    }

    private static void open(Segment segment, int score, int count) {
        segment.numbers[score] = new int[count];
        segment.indicators[score] = new int[count];
        segment.weights[score] = new long[count];
        segment.whole[score] = new boolean[count];
    }

    private void add(Segment segment, int score, int place, BigDecimal weight, Part part) {
        segment.numbers[score][place] = parts.size();
        long millionths = Breakdown.millionths(weight);
        segment.weights[score][place] = millionths;
        segment.exact &= millionths >= 0;
        parts.add(part);
    }

    private int score(RowFact row) {
        Segment segment = segments.get(row.getSegment());
        if (segment == null) {
            return NONE;
        }
        if (row instanceof ThresholdsFact threshold) {
            return threshold.getScore();
        }
        if (row instanceof CapsFact cap) {
            return segment.plan.scores().of(cap.row().score());
        }
        return row instanceof EscalationsFact escalation
                ? segment.plan.scores().of(escalation.row().score())
                : NONE;
    }

    private int indicator(RowFact row) {
        Segment segment = segments.get(row.getSegment());
        String name = row instanceof IndicatorsFact indicator
                ? indicator.row().term().key()
                : row instanceof ScoringFact scoring ? scoring.row().term().key() : null;
        return segment == null || name == null ? NONE : segment.indicatorNumbers.getOrDefault(name, NONE);
    }

    private int[] targets(RowFact row) {
        Segment segment = segments.get(row.getSegment());
        if (segment == null || !(row instanceof ContextFact context)) {
            return new int[0];
        }
        Factors factors = new Factors(fields);
        factors.add(context.row());
        return IntStream.range(0, segment.fields.size())
                .filter(indicator -> factors.concern(fields.of(segment.fields.get(indicator))))
                .toArray();
    }

    /** All of them, by number. */
    public List<Part> all() {
        return parts;
    }

    /** Names of a segment's scores, Overall first, by position. */
    public List<String> scoreNames(String segment) {
        Segment known = segments.get(Names.fold(segment));
        List<String> names = new ArrayList<>();
        for (int score = 0; known != null && score < known.plan.scores().count(); score++) {
            names.add(known.plan.scores().name(score));
        }
        return names;
    }

    /** Position of the score that a Thresholds, Caps or Escalations row is about; otherwise {@link #NONE}. */
    public int scoreOf(int row) {
        return scores[row];
    }

    /** Whether Thresholds has rows for a score. */
    public boolean isBanded(String segment, int score) {
        Segment known = segments.get(Names.fold(segment));
        return known != null && known.plan.isBanded(score);
    }

    /** Number within its segment of the indicator that an Indicators or Scoring row scores; {@link #NONE} when it has no weight. */
    int indicatorOf(int row) {
        return indicators[row];
    }

    /**
     * What the scores of an account are made of.
     *
     * @param segment that decided; only of accounts that were scored
     * @return null when its weights are beyond whole numbers; {@link Decision#contributions()} tells them all the same
     */
    public @Nullable Breakdown of(Outcome outcome, String segment) {
        Segment known = segments.get(Names.fold(segment));
        return known == null || !known.exact ? null : Breakdown.of(this, renderer.rows(), outcome, known);
    }

    /** Points in hundredths that a Caps row that fired adds to its score. */
    public int points(Outcome outcome, CapsFact cap) {
        int score = scoreOf(cap.number());
        Scores known = outcome.scores();
        return known == null || known.computed()[score] == Scores.NONE
                ? 0
                : Bounding.of(known.computed()[score], caps(outcome, score)).points(cap);
    }

    /** Whether a Caps row that fired lowers the band of its score. */
    public boolean lowers(Outcome outcome, CapsFact cap) {
        int score = scoreOf(cap.number());
        for (int i = 0; i < outcome.firings(); i++) {
            if (renderer.rows().get(outcome.row(i)) instanceof ThresholdsFact threshold
                    && scoreOf(threshold.number()) == score) {
                return Bounding.lowering(Bands.Band.of(threshold.row()), caps(outcome, score)) == cap;
            }
        }
        return false;
    }

    List<CapsFact> caps(Outcome outcome, int score) {
        List<CapsFact> caps = new ArrayList<>();
        for (int i = 0; i < outcome.firings(); i++) {
            if (renderer.rows().get(outcome.row(i)) instanceof CapsFact cap && scoreOf(cap.number()) == score) {
                caps.add(cap);
            }
        }
        return caps;
    }

    /** What Context rows that fired do to the weights of a segment; null when none fired. */
    @Nullable Shifts shifts(List<RowFact> rows, Outcome outcome, Segment segment) {
        Shifts shifts = null;
        for (int i = 0; i < outcome.firings(); i++) {
            if (rows.get(outcome.row(i)) instanceof ContextFact context) {
                shifts = shifts == null ? new Shifts(segment, fields) : shifts;
                shifts.add(context.row(), targets[context.number()]);
            }
        }
        return shifts;
    }

    /** Factors of one account by indicator of its segment: whole numbers and their decimals, as long as they are small. */
    static final class Shifts {

        private static final long LARGEST = 1_000_000_000_000L;

        private final long[] factors;
        private final int[] decimals;
        private final Factors all;

        private Shifts(Segment segment, Fields fields) {
            this.all = new Factors(fields);
            this.factors = new long[segment.fields.size()];
            this.decimals = new int[segment.fields.size()];
            Arrays.fill(factors, 1);
        }

        private void add(Row.ContextRow row, int[] targets) {
            all.add(row);
            BigDecimal factor = row.factor();
            long whole = factor.scale() < 0 || factor.scale() > Breakdown.DECIMALS
                    ? Long.MAX_VALUE
                    : factor.movePointRight(factor.scale()).longValue();
            for (int target : targets) {
                boolean small =
                        whole < LARGEST && factors[target] < LARGEST && factors[target] * (double) whole < LARGEST;
                factors[target] = small ? factors[target] * whole : Long.MAX_VALUE;
                decimals[target] += factor.scale();
            }
        }

        /** The weight of an indicator in a dimension, in millionths; negative when it is beyond whole numbers. */
        long effective(Segment segment, int score, int place) {
            int indicator = segment.indicators[score][place];
            long base = segment.weights[score][place];
            long factor = factors[indicator];
            if (factor == 1 && decimals[indicator] == 0) {
                return base;
            }
            long unit = decimals[indicator] > Breakdown.DECIMALS ? 0 : UNITS[decimals[indicator]];
            boolean exact = segment.whole[score][place]
                    && unit > 0
                    && factor < LARGEST
                    && base * (double) factor < Long.MAX_VALUE / 4.0;
            if (exact) {
                return (2 * base * factor + unit) / (2 * unit);
            }
            return Breakdown.millionths(
                    all.effective(segment.plan.dimension(score).indicators().get(place)));
        }
    }
}
