package io.barograph.engine.decision;

import io.barograph.engine.decision.Outcome.Scores;
import io.barograph.engine.ruleset.fact.CapsFact;
import io.barograph.engine.ruleset.fact.IndicatorsFact;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.engine.ruleset.fact.ScoringFact;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the scores of one account are made of, entry by entry as {@link Decision#contributions()} has them. */
public final class Breakdown {

    /** The number of the part of an entry that is a cap or floor. */
    public static final int BOUND = -1;

    private static final long MILLION = 1_000_000;
    /** Of weights. */
    public static final int DECIMALS = 6;

    /** Heavier than any weight that people write, and light enough for sums of products in a long. */
    private static final long HEAVIEST = 100_000 * MILLION;

    private final Parts.Segment segment;
    private final Outcome outcome;
    private final Scores scores;
    private final Parts.@Nullable Shifts shifts;

    /** By indicator of the segment: the row that scored it, and the hundredths it gave. */
    private final int[] scoring;

    private final int[] subScores;

    private int[] part = new int[64];
    private int[] subScore = new int[64];
    private long[] weight = new long[64];
    private int[] points = new int[64];
    private int[] row = new int[64];
    private int count;
    private boolean capped;

    private Breakdown(Parts.Segment segment, Outcome outcome, Scores scores, Parts.@Nullable Shifts shifts) {
        this.segment = segment;
        this.outcome = outcome;
        this.scores = scores;
        this.shifts = shifts;
        this.scoring = new int[segment.fields.size()];
        this.subScores = new int[segment.fields.size()];
        Arrays.fill(scoring, Parts.NONE);
    }

    static @Nullable Breakdown of(Parts parts, List<RowFact> rows, Outcome outcome, Parts.Segment segment) {
        Scores scores = outcome.scores();
        if (scores == null) {
            return null;
        }
        Breakdown breakdown = new Breakdown(segment, outcome, scores, parts.shifts(rows, outcome, segment));
        breakdown.subScores(parts, rows);
        for (int score = 0; score < scores.computed().length; score++) {
            if (scores.computed()[score] != Scores.NONE) {
                if (!breakdown.shares(score)) {
                    return null;
                }
                if (breakdown.capped) {
                    breakdown.bounds(score, parts.caps(outcome, score));
                }
            }
        }
        return breakdown;
    }

    private void subScores(Parts parts, List<RowFact> rows) {
        int next = 0;
        for (int i = 0; i < outcome.firings(); i++) {
            RowFact fact = rows.get(outcome.row(i));
            capped |= fact instanceof CapsFact;
            if (fact instanceof ScoringFact || fact instanceof IndicatorsFact) {
                int indicator = parts.indicatorOf(fact.number());
                if (indicator != Parts.NONE) {
                    scoring[indicator] = fact.number();
                    subScores[indicator] = outcome.subScore(next);
                }
                next++;
            }
        }
    }

    /** Largest remainder, ties to the earlier part, as {@link WeightedScore} has it; false when a weight is beyond whole numbers. */
    private boolean shares(int score) {
        int first = count;
        int[] numbers = segment.numbers[score];
        long total = 0;
        long sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            int indicator = segment.indicators[score][i];
            boolean overall = score == SegmentPlan.OVERALL;
            int hundredths = overall ? scores.computed()[i + 1] : subScores[indicator];
            boolean present = overall ? hundredths != Scores.NONE : scoring[indicator] != Parts.NONE;
            if (present) {
                long millionths = segment.weights[score][i];
                if (!overall && shifts != null) {
                    millionths = shifts.effective(segment, score, i);
                }
                if (millionths < 0) {
                    return false;
                }
                add(numbers[i], hundredths, millionths, overall ? Parts.NONE : scoring[indicator]);
                total += millionths;
                sum += millionths * hundredths;
            }
        }
        if (total == 0) {
            throw new IllegalStateException("a score is made of nothing");
        }
        distribute(first, total, (2 * sum + total) / (2 * total));
        return true;
    }

    private void distribute(int first, long total, long mean) {
        long left = mean;
        for (int i = first; i < count; i++) {
            points[i] = (int) (weight[i] * subScore[i] / total);
            left -= points[i];
        }
        long bound = Long.MAX_VALUE;
        int taken = first;
        for (; left > 0; left--) {
            int best = Parts.NONE;
            long most = -1;
            for (int i = first; i < count; i++) {
                long remainder = weight[i] * subScore[i] % total;
                boolean open = remainder < bound || (remainder == bound && i > taken);
                if (open && remainder > most) {
                    most = remainder;
                    best = i;
                }
            }
            if (best == Parts.NONE) {
                return;
            }
            points[best]++;
            bound = most;
            taken = best;
        }
    }

    private void bounds(int score, List<CapsFact> caps) {
        Bounding bounding = Bounding.of(scores.computed()[score], caps);
        if (bounding.floor() != null) {
            bound(score, bounding.raised(), bounding.floor());
        }
        if (bounding.cap() != null) {
            bound(score, bounding.lowered(), bounding.cap());
        }
    }

    private void bound(int score, int hundredths, CapsFact cap) {
        add(BOUND, score, 0, cap.number());
        points[count - 1] = hundredths;
    }

    private void add(int number, int hundredths, long millionths, int scoredBy) {
        if (count == part.length) {
            part = Arrays.copyOf(part, count * 2);
            subScore = Arrays.copyOf(subScore, count * 2);
            weight = Arrays.copyOf(weight, count * 2);
            points = Arrays.copyOf(points, count * 2);
            row = Arrays.copyOf(row, count * 2);
        }
        part[count] = number;
        subScore[count] = hundredths;
        weight[count] = millionths;
        row[count] = scoredBy;
        count++;
    }

    /** Negative when it is beyond whole numbers. */
    public static long millionths(BigDecimal weight) {
        if (weight.signum() < 0 || weight.precision() - weight.scale() > DECIMALS) {
            return -1;
        }
        BigDecimal scaled = weight.movePointRight(DECIMALS).stripTrailingZeros();
        return scaled.scale() > 0 || scaled.longValue() > HEAVIEST ? -1 : scaled.longValue();
    }

    public int size() {
        return count;
    }

    /** The number of what the entry is about; {@link #BOUND} for a cap or floor. */
    public int part(int entry) {
        return part[entry];
    }

    /** Hundredths; of a cap or floor: the position of its score. */
    public int subScore(int entry) {
        return subScore[entry];
    }

    /** The effective weight in millionths. */
    public long weight(int entry) {
        return weight[entry];
    }

    /** Hundredths. */
    public int points(int entry) {
        return points[entry];
    }

    /** The row that scored the indicator or bounded the score; {@link Parts#NONE} for a dimension. */
    public int row(int entry) {
        return row[entry];
    }
}
