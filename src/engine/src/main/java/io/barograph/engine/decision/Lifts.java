package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.FieldType;
import io.barograph.engine.decision.NearMisses.Lift;
import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import io.barograph.engine.model.Term;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For each numeric indicator the least change that lifts Overall to a better band.
 *
 * <p>Between two neighbouring bounds that the workbook's conditions name for an indicator, the same rows fire and its sub-score runs
 * one way, so the band is sought at the bounds, and between them by halving.
 */
final class Lifts {

    private static final Comparator<Found> ORDER = Comparator.comparing(
                    Found::share, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(found -> found.lift().change().abs());

    /** A lift and its size as a share of the indicator's range; null when that is open. */
    private record Found(Lift lift, @Nullable BigDecimal share) {}

    private final AccountCase account;
    private final Rescoring rescoring;
    private final Bands.Band band;

    private Lifts(AccountCase account, Rescoring rescoring, Bands.Band band) {
        this.account = account;
        this.rescoring = rescoring;
        this.band = band;
    }

    /** @param account decided */
    static List<Lift> of(AccountCase account, Rescoring rescoring) {
        Bands.Band band = account.bands[SegmentPlan.OVERALL];
        if (band == null || band.depth() <= 0) {
            return List.of();
        }
        Lifts lifts = new Lifts(account, rescoring, band);
        // A guardrail that holds the band down is not overcome by any indicator.
        if (lifts.at(null, null) != null) {
            return List.of();
        }
        return account.model.model().contract().fields().stream()
                .filter(Field::isIndicator)
                .map(lifts::least)
                .filter(Objects::nonNull)
                .map(lift -> new Found(lift, lifts.share(lift)))
                .sorted(ORDER)
                .map(Found::lift)
                .toList();
    }

    private @Nullable BigDecimal share(Lift lift) {
        Field field = Objects.requireNonNull(account.model.model().contract().named(lift.indicator()));
        BigDecimal width = Distance.width(field);
        return width == null ? null : lift.change().abs().divide(width, MathContext.DECIMAL64);
    }

    private @Nullable Lift least(Field field) {
        if (!(account.processed(account.model.fields().of(field)) instanceof BigDecimal value)) {
            return null;
        }
        NavigableSet<BigDecimal> bounds = bounds(field);
        Lift up = towards(field, value, new ArrayList<>(bounds.tailSet(value, false)), 1);
        Lift down = towards(
                field, value, new ArrayList<>(bounds.headSet(value, false).descendingSet()), -1);
        if (up == null || down == null) {
            return up == null ? down : up;
        }
        return down.change().abs().compareTo(up.change().abs()) < 0 ? down : up;
    }

    /** Every bound that a row of the segment's workbook up to Thresholds names, and the ends of the contract's range. */
    private NavigableSet<BigDecimal> bounds(Field field) {
        SegmentModel model = account.plan().model();
        NavigableSet<BigDecimal> bounds = new TreeSet<>();
        for (Row.ScoringRow row : model.scoring()) {
            if (row.value() != null) {
                add(bounds, field, row.term(), row.value());
            }
        }
        Stream.<List<? extends Row>>of(model.scoring(), model.context(), model.caps(), model.thresholds())
                .flatMap(List::stream)
                .flatMap(row -> row.head().clauses().stream())
                .forEach(clause -> add(bounds, field, clause.term(), clause.condition()));
        if (bounds.isEmpty()) {
            return bounds;
        }
        BigDecimal step = step(field);
        bounds.add(field.minimum() != null ? field.minimum() : bounds.first().subtract(step));
        bounds.add(field.maximum() != null ? field.maximum() : bounds.last().add(step));
        bounds.removeIf(bound -> isOutside(field, bound));
        return bounds;
    }

    private static void add(NavigableSet<BigDecimal> bounds, Field field, Term term, Condition condition) {
        if (term.kind() == Term.Kind.INDICATOR && field.equals(term.field())) {
            Distance.bounds(condition)
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast)
                    .forEach(bounds::add);
        }
    }

    private static boolean isOutside(Field field, BigDecimal value) {
        return (field.minimum() != null && value.compareTo(field.minimum()) < 0)
                || (field.maximum() != null && value.compareTo(field.maximum()) > 0)
                || (field.type() == FieldType.INTEGER
                        && value.stripTrailingZeros().scale() > 0);
    }

    private static BigDecimal step(Field field) {
        if (field.type() == FieldType.INTEGER) {
            return BigDecimal.ONE;
        }
        BigDecimal width = Distance.width(field);
        return BigDecimal.ONE.movePointLeft(width != null && width.compareTo(BigDecimal.ONE) < 0 ? 4 : 2);
    }

    /** @param bounds in the order in which the value meets them */
    private @Nullable Lift towards(Field field, BigDecimal value, List<BigDecimal> bounds, int direction) {
        BigDecimal from = value;
        for (BigDecimal bound : bounds) {
            Lift between = between(field, from, bound, direction);
            Lift found = between != null ? between : at(field, bound);
            if (found != null) {
                return found;
            }
            from = bound;
        }
        return null;
    }

    /** The nearest whole number of steps strictly between two values, seen from the first, that lifts. */
    private @Nullable Lift between(Field field, BigDecimal from, BigDecimal to, int direction) {
        BigDecimal step = step(field);
        BigInteger near = steps(from, step, direction > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .add(BigInteger.valueOf(direction));
        BigInteger far = steps(to, step, direction > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .subtract(BigInteger.valueOf(direction));
        BigInteger count = far.subtract(near).multiply(BigInteger.valueOf(direction));
        if (count.signum() < 0) {
            return null;
        }
        Lift nearest = at(field, value(near, step));
        Lift farthest = nearest != null ? nearest : at(field, value(far, step));
        if (nearest != null || farthest == null) {
            return nearest;
        }
        BigInteger misses = near;
        BigInteger lifts = far;
        Lift best = farthest;
        while (lifts.subtract(misses).abs().compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = misses.add(lifts).shiftRight(1);
            Lift found = at(field, value(middle, step));
            if (found == null) {
                misses = middle;
            } else {
                lifts = middle;
                best = found;
            }
        }
        return best;
    }

    private static BigInteger steps(BigDecimal value, BigDecimal step, RoundingMode rounding) {
        return value.divide(step, 0, rounding).toBigInteger();
    }

    private static BigDecimal value(BigInteger steps, BigDecimal step) {
        return Numbers.canonical(new BigDecimal(steps).multiply(step));
    }

    /**
     * Scores the account with another value of one indicator, or as it is.
     *
     * @return null when it does not get to a better band
     */
    private @Nullable Lift at(@Nullable Field field, @Nullable BigDecimal value) {
        @Nullable Object[] processed = account.processed().clone();
        BigDecimal from = BigDecimal.ZERO;
        if (field != null && value != null) {
            int position = account.model.fields().of(field);
            from = (BigDecimal) Objects.requireNonNull(processed[position]);
            processed[position] = value;
        }
        AccountCase variant = account.variant(account.inputs, processed);
        rescoring.place(variant);
        Bands.Band reached = rescoring.band(variant);
        BigDecimal overall = reached == null ? null : variant.scorecard().shownDecimal(SegmentPlan.OVERALL);
        int depth = reached == null ? -1 : band.depth(reached.shown());
        return reached == null || overall == null || depth < 0 || depth >= band.depth()
                ? null
                : new Lift(
                        field == null ? "" : field.name(),
                        from,
                        value == null ? from : value,
                        reached.shown(),
                        overall);
    }
}
