package io.barograph.engine.audit.compact;

import io.barograph.engine.audit.compact.DecisionSink.Part;
import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes contributions, from which the scores follow: of each indicator that a row scored the points, of each dimension those in
 * Overall, and with them a weight only where it is not the model's; then what caps and floors added.
 */
final class ScoreSink {

    /** A contribution that is written by its points. */
    private record Points(long hundredths, BigDecimal base, @Nullable BigDecimal weight) {

        boolean isBase() {
            return base.compareTo(Objects.requireNonNull(weight)) == 0;
        }
    }

    private record Bound(int score, Contribution contribution) {}

    private final @Nullable SegmentForm segment;
    private final FiredSink fired;
    private final Decision decision;
    private final List<Points> points = new ArrayList<>();
    private final List<Points> overall = new ArrayList<>();
    private final List<Bound> bounds = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Long> sums = new ArrayList<>();
    private int at;
    private int spelt;

    ScoreSink(@Nullable SegmentForm segment, FiredSink fired, Decision decision) {
        this.segment = segment;
        this.fired = fired;
        this.decision = decision;
        if (segment == null ? !decision.contributions().isEmpty() : !isImplied(segment)) {
            spelt |= Part.CONTRIBUTIONS.bit();
            names.clear();
        }
        spelt |= scoresAreImplied() ? 0 : Part.SCORES.bit();
        spelt |= bandsAreImplied() ? 0 : Part.BANDS.bit();
        spelt |= probabilitiesAreImplied() ? 0 : Part.PROBABILITIES.bit();
    }

    /** Bits of the parts that are to be spelt out. */
    int spelt() {
        return spelt;
    }

    private @Nullable Contribution next() {
        return at < decision.contributions().size() ? decision.contributions().get(at) : null;
    }

    /** Overall with its dimensions, then each dimension with its indicators; behind each what bounds it. */
    private boolean isImplied(SegmentForm form) {
        List<SegmentForm.Dimension> scored = form.dimensions().stream()
                .filter(dimension -> dimension.indicators().stream()
                        .anyMatch(indicator -> fired.scored(indicator.field()) != null))
                .toList();
        int start = at;
        at += scored.size();
        int first = at;
        skipBounds(Decision.OVERALL, 0);
        List<Long> computed = new ArrayList<>();
        for (int i = 0; i < form.dimensions().size(); i++) {
            SegmentForm.Dimension dimension = form.dimensions().get(i);
            if (scored.contains(dimension)) {
                Long sum = indicators(dimension);
                if (sum == null) {
                    return false;
                }
                computed.add(sum);
                names.add(dimension.name());
                sums.add(sum + skipBounds(dimension.name(), i + 1));
            }
        }
        return at == decision.contributions().size()
                && first <= at
                && dimensions(scored, computed, start)
                && names.stream().distinct().count() == names.size();
    }

    private @Nullable Long indicators(SegmentForm.Dimension dimension) {
        long sum = 0;
        for (SegmentForm.Weighed indicator : dimension.indicators()) {
            FiredSink.Scored scored = fired.scored(indicator.field());
            if (scored == null) {
                continue;
            }
            Contribution each = next();
            if (each == null || each.weight() == null) {
                return null;
            }
            long gained = DecisionSink.hundredths(each.points());
            boolean fits = gained >= 0
                    && each.score().equals(dimension.name())
                    && indicator.name().equals(each.indicator())
                    && each.dimension() == null
                    && Known.same(scored.value(), each.value())
                    && Known.same(scored.subScore(), each.subScore())
                    && Objects.equals(scored.ruleId(), each.ruleId());
            if (!fits) {
                return null;
            }
            at++;
            sum += gained;
            points.add(new Points(gained, indicator.weight(), each.weight()));
        }
        return sum;
    }

    private boolean dimensions(List<SegmentForm.Dimension> scored, List<Long> computed, int start) {
        long sum = 0;
        for (int i = 0; i < scored.size(); i++) {
            Contribution each = decision.contributions().get(start + i);
            long gained = DecisionSink.hundredths(each.points());
            boolean fits = gained >= 0
                    && each.score().equals(Decision.OVERALL)
                    && scored.get(i).name().equals(each.dimension())
                    && each.indicator() == null
                    && each.weight() != null
                    && each.ruleId() == null
                    && computed.get(i) == DecisionSink.hundredths(each.value())
                    && computed.get(i) == DecisionSink.hundredths(each.subScore());
            if (!fits) {
                return false;
            }
            sum += gained;
            overall.add(new Points(gained, scored.get(i).weight(), each.weight()));
        }
        if (!scored.isEmpty()) {
            names.add(Decision.OVERALL);
            long bounded = sum;
            for (Bound bound : bounds) {
                bounded += bound.score() == 0
                        ? DecisionSink.hundredths(bound.contribution().points())
                        : 0;
            }
            sums.add(bounded);
        }
        return true;
    }

    /** What bounds a score, in hundredths. */
    private long skipBounds(String score, int number) {
        long sum = 0;
        while (true) {
            Contribution each = next();
            long moved = each == null ? DecisionSink.NONE : DecisionSink.hundredths(each.points());
            boolean bounding = moved != DecisionSink.NONE
                    && each != null
                    && each.score().equals(score)
                    && each.indicator() == null
                    && each.dimension() == null
                    && each.value() == null
                    && each.subScore() == null
                    && each.weight() == null;
            if (each == null || !bounding) {
                return sum;
            }
            bounds.add(new Bound(number, each));
            sum += moved;
            at++;
        }
    }

    private boolean scoresAreImplied() {
        if (decision.scores().size() != names.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (sums.get(i) != DecisionSink.hundredths(decision.scores().get(names.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean bandsAreImplied() {
        return segment == null
                ? decision.bands().isEmpty()
                : segment.scores().containsAll(decision.bands().keySet())
                        && segment.scores().stream().distinct().count()
                                == segment.scores().size();
    }

    private boolean probabilitiesAreImplied() {
        return decision.probabilities().isEmpty()
                || (segment != null
                        && segment.probabilities()
                                .equals(List.copyOf(decision.probabilities().keySet())));
    }

    void contributions(RecordSink out) {
        if (segment == null) {
            return;
        }
        points.forEach(each -> write(each, out));
        overall.forEach(each -> write(each, out));
        out.bytes().varint(bounds.size());
        for (Bound bound : bounds) {
            out.bytes().varint(bound.score());
            out.bytes().zigzag(DecisionSink.hundredths(bound.contribution().points()));
            out.text(bound.contribution().ruleId());
        }
    }

    private static void write(Points each, RecordSink out) {
        out.bytes().varint(each.hundredths() << 1 | (each.isBase() ? 0 : 1));
        if (!each.isBase()) {
            out.value(each.weight());
        }
    }
}
