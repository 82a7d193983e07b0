package io.barograph.engine.decision;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
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
        ScoreEntry previous = Past.of(new Inquiry(snapshot, prior)).previous(Decision.OVERALL);
        return previous == null || previous.value() == null
                ? Optional.empty()
                : Optional.of(new PreviousDecision(previous.date(), previous.value(), previous.band()));
    }
}
