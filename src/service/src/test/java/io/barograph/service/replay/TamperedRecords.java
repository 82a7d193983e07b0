package io.barograph.service.replay;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Outcome;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.Disclosure;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records as somebody would write them who has the model and the keys, but another decision in mind. */
record TamperedRecords(ActiveModel active, Disclosure disclosure, AccountKeys keys) {

    /** @param overall in hundredths, in the place of the overall score */
    byte[] withOverall(byte[] record, int overall) {
        DecisionRecord open = disclosure.open(record).orElseThrow();
        Outcome outcome = Objects.requireNonNull(open.decision().outcome());
        Outcome.Scores scores = Objects.requireNonNull(outcome.scores());
        int[] shown = scores.shown().clone();
        shown[0] = overall;
        try (Generation.Lease lease = active.hold()) {
            Decision decision = lease.decider()
                    .renderer()
                    .tell(
                            open.decision().accountId(),
                            open.decision().asOf(),
                            open.decision().model(),
                            with(
                                    outcome,
                                    new Outcome.Scores(
                                            scores.computed(),
                                            shown,
                                            scores.coverage(),
                                            scores.bands(),
                                            scores.previousBands())));
            String key = StoredRecord.of(record).keyId().orElse("none");
            return lease.generation()
                    .records()
                    .write(new DecisionRecord(
                            open.snapshot(),
                            open.prior(),
                            open.engineVersion(),
                            open.caller(),
                            open.decisionId(),
                            open.decidedAt(),
                            decision))
                    .sealed(
                            keys.find(key).orElseGet(() -> new DataKey(key, new byte[DataKey.BYTES])),
                            new byte[DataKey.NONCE_BYTES]);
        }
    }

    private static Outcome with(Outcome outcome, Outcome.Scores scores) {
        int[] fired = new int[outcome.firings()];
        Arrays.setAll(fired, outcome::row);
        @Nullable Object[] seen = new @Nullable Object[outcome.cells()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = outcome.seen(i);
        }
        int[] subScores = new int[outcome.subScores()];
        Arrays.setAll(subScores, outcome::subScore);
        int[] days = new int[outcome.escalations()];
        Arrays.setAll(days, outcome::daysInBand);
        return new Outcome.Builder()
                .failed(outcome.failed())
                .fired(fired)
                .seen(seen)
                .subScores(subScores)
                .scores(scores)
                .arrAtRisk(outcome.arrAtRisk())
                .proposals(outcome.proposals())
                .daysInBand(days)
                .guarded(outcome.guarded())
                .changes(outcome.changes())
                .issues(outcome.issues())
                .build();
    }
}
