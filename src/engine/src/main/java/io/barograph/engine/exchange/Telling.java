package io.barograph.engine.exchange;

import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.Outcome.Scores;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One outcome being written: how far its lists have been told. */
final class Telling {

    final Outcome outcome;
    final LocalDate asOf;
    final JsonBytes json;

    /** Bands shown by score; empty when the account was not scored. */
    final @Nullable String[] bands;

    private int seq;
    private int subScore;
    private int proposal;
    private int escalation;

    Telling(Outcome outcome, LocalDate asOf, @Nullable String[] bands, JsonBytes json) {
        this.outcome = outcome;
        this.asOf = asOf;
        this.bands = bands;
        this.json = json;
    }

    /** Goes before each item of {@code fired}. */
    void separate() {
        if (seq > 0) {
            json.write(',');
        }
    }

    int nextSeq() {
        return ++seq;
    }

    int nextSubScore() {
        return outcome.subScore(subScore++);
    }

    Outcome.Proposal nextProposal() {
        return outcome.proposals().get(proposal++);
    }

    int nextDaysInBand() {
        return outcome.daysInBand(escalation++);
    }

    /** Only of accounts that were scored. */
    Scores scores() {
        Scores scores = outcome.scores();
        if (scores == null) {
            throw new IllegalStateException("the account was not scored");
        }
        return scores;
    }
}
