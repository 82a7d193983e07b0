package io.barograph.engine.decision;

import io.barograph.engine.decision.Decider.Inquiry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account's previous decision showed: the one that {@link Decision#changes} compares with.
 *
 * @param overall 0–100
 * @param band null when Overall had none
 */
public record PreviousDecision(
        LocalDate date, BigDecimal overall, @Nullable String band) {

    /** The latest entry of Overall dated before the as-of date; empty when there is none, or it has no value. */
    public static Optional<PreviousDecision> of(AccountSnapshot snapshot, PriorState prior) {
        Past past = Past.of(new Inquiry(snapshot, prior));
        LocalDate date = past.previousDate(SegmentPlan.OVERALL_KEY);
        BigDecimal overall = past.previousScore(SegmentPlan.OVERALL_KEY);
        return date == null || overall == null
                ? Optional.empty()
                : Optional.of(new PreviousDecision(date, overall, past.previousBand(SegmentPlan.OVERALL_KEY)));
    }
}
