package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PreviousDecision;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.engine.exchange.Page.Item;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why Overall moved since the previous decision, the strongest reason first. */
final class Changed {

    private static final String AS_OF = "as_of";

    /** Points that are worth a CSM's attention. */
    private static final BigDecimal NOTEWORTHY = new BigDecimal("0.1");

    private static final Comparator<ScoreChange> STRONGEST_FIRST =
            Comparator.comparing((ScoreChange change) -> change.points().abs()).reversed();

    private final Decision decision;
    private final @Nullable PreviousDecision previous;
    private final Wording wording;

    Changed(Decision decision, @Nullable PreviousDecision previous, Wording wording) {
        this.decision = decision;
        this.previous = previous;
        this.wording = wording;
    }

    /** By how much Overall moved. */
    BigDecimal points() {
        return decision.changes().stream().map(ScoreChange::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code Overall fell 12.5 points since 2026-01-30, from 90 to 77.5}; empty when nothing changed. */
    String summary() {
        BigDecimal overall = decision.overall();
        if (decision.changes().isEmpty() || overall == null) {
            return "";
        }
        BigDecimal points = points();
        String since =
                previous == null ? "the previous decision" : previous.date().toString();
        String moved = points.signum() == 0
                ? " stayed where it was"
                : (points.signum() < 0 ? " fell " : " rose ") + counted(points.abs());
        return Decision.OVERALL + moved + " since " + since + ", from " + Wording.value(overall.subtract(points))
                + " to " + Wording.value(overall);
    }

    private static String counted(BigDecimal points) {
        return Wording.value(points) + (points.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
    }

    List<Item> items() {
        return decision.changes().stream()
                .sorted(STRONGEST_FIRST)
                .map(change -> new Item(Wording.points(change.points()), headline(change), List.of(), null))
                .toList();
    }

    private String headline(ScoreChange change) {
        return switch (change.kind()) {
            case MODEL -> "the workbooks changed since then";
            case OVERRIDE -> "somebody set the score";
            case MISSING_DATA, DATA -> what(change);
        };
    }

    private String what(ScoreChange change) {
        if (change.indicator() == null && change.attribute() == null) {
            return "not explained: the history lacks inputs of then, or the model was another";
        }
        String name = change.indicator() != null ? change.indicator() : String.valueOf(change.attribute());
        if (name.equals(AS_OF)) {
            return "the passing of time, from " + change.from() + " to " + change.to();
        }
        String label = wording.label(name) + ": ";
        if (change.kind() == ScoreChange.Kind.MISSING_DATA) {
            return change.to() == null
                    ? label + "no longer known, was " + wording.value(name, change.from())
                    : label + "now known, is " + wording.value(name, change.to());
        }
        return label + Wording.value(change.from()) + " → " + wording.value(name, change.to());
    }

    /** What took away points worth naming, in half a sentence each: {@code Seat utilisation fell from 81 % to 65 % (−10.20)}. */
    List<String> declines() {
        return decision.changes().stream()
                .filter(change -> change.indicator() != null && change.points().compareTo(NOTEWORTHY.negate()) <= 0)
                .sorted(STRONGEST_FIRST)
                .map(this::decline)
                .toList();
    }

    private String decline(ScoreChange change) {
        String name = String.valueOf(change.indicator());
        String points = " (" + Wording.points(change.points()) + ")";
        String label = wording.label(name);
        if (change.to() == null) {
            return label + " is no longer known" + points;
        }
        if (change.from() == null) {
            return label + " is now known to be " + wording.value(name, change.to()) + points;
        }
        String moved = change.from() instanceof BigDecimal from && change.to() instanceof BigDecimal to
                ? (to.compareTo(from) < 0 ? " fell" : " rose")
                : " went";
        return label + moved + " from " + Wording.value(change.from()) + " to " + wording.value(name, change.to())
                + points;
    }
}
