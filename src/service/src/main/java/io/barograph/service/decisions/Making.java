package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.Recall;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.models.Onlooker;
import io.barograph.service.past.History;
import io.barograph.service.past.NewEntries;
import io.barograph.service.past.SealedHistory;
import io.barograph.service.past.StoredPast;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.KeyRing;
import io.barograph.service.privacy.Sealing;
import io.barograph.service.problems.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes decisions and their records: all that can be done before they are kept. */
@Component
class Making {

    /** @param past null when it is decided from what was sent alone */
    private record Case(Asked asked, @Nullable StoredPast past, Inquiry inquiry, Onlooker.Heard heard) {}

    private final ActiveModel model;
    private final History history;
    private final Sealing sealing;
    private final SealedHistory pastSealing;
    private final AccountKeys accountKeys;
    private final DecisionIds ids;
    private final Onlooker onlooker;
    private final Clock clock;
    private final String engineVersion;

    Making(
            ActiveModel model,
            History history,
            Sealing sealing,
            SealedHistory pastSealing,
            AccountKeys accountKeys,
            DecisionIds ids,
            Onlooker onlooker,
            Clock clock,
            @Value("${barograph.version}") String engineVersion) {
        this.model = model;
        this.history = history;
        this.sealing = sealing;
        this.pastSealing = pastSealing;
        this.accountKeys = accountKeys;
        this.ids = ids;
        this.onlooker = onlooker;
        this.clock = clock;
        this.engineVersion = engineVersion;
    }

    /**
     * Decides some accounts together, with what is known of their past.
     *
     * @param lease of the model that decides all but the canary's share
     * @param before only what decisions below this index of the log contributed is known
     * @return in the order of what was asked
     * @throws Problem when one falls in a segment that is none of its caller's
     */
    List<Made> make(Generation.Lease lease, List<Asked> asked, long before) {
        List<AccountSnapshot> snapshots = asked.stream().map(Asked::snapshot).toList();
        KeyRing ring = accountKeys.ring(asked.stream().map(Asked::account).toList());
        List<@Nullable StoredPast> past = past(asked, before, ring);
        List<Recall> others = onlooker.recalls();
        Made[] made = new Made[asked.size()];
        List<Part> parts = Part.of(model, lease, snapshots);
        try {
            for (Part part : parts) {
                make(part, asked, past, others, ring, made);
            }
        } finally {
            parts.forEach(part -> part.lease().close());
        }
        return List.of(made);
    }

    /** In the order of what was asked; null for what is decided from what was sent alone. */
    private List<@Nullable StoredPast> past(List<Asked> asked, long before, KeyRing ring) {
        List<History.Wanted> remembered = asked.stream()
                .filter(one -> !one.stateless())
                .map(one -> new History.Wanted(one.snapshot(), before))
                .toList();
        Iterator<StoredPast> known = history.of(remembered, ring).iterator();
        List<@Nullable StoredPast> past = new ArrayList<>();
        asked.forEach(one -> past.add(one.stateless() ? null : known.next()));
        return past;
    }

    /** The same account as the model sees it that decides, and as those do who hear of it. */
    private static Case opened(Asked asked, @Nullable StoredPast past, Recall recall, List<Recall> others) {
        Inquiry inquiry = inquiry(List.of(recall), asked.snapshot(), past);
        Inquiry heard = others.isEmpty() ? inquiry : inquiry(others, asked.snapshot(), past);
        return new Case(asked, past, inquiry, new Onlooker.Heard(heard, others));
    }

    private static Inquiry inquiry(List<Recall> recalls, AccountSnapshot snapshot, @Nullable StoredPast past) {
        return new Inquiry(snapshot, past == null ? PriorState.NONE : Recall.of(recalls, snapshot, past));
    }

    private void make(
            Part part,
            List<Asked> asked,
            List<@Nullable StoredPast> past,
            List<Recall> others,
            KeyRing ring,
            Made[] made) {
        Generation generation = part.lease().generation();
        boolean byCanary = model.isCanary(generation);
        Recall recall = part.lease().decider().recall();
        List<Case> cases = part.places().stream()
                .map(place -> opened(asked.get(place), past.get(place), recall, others))
                .toList();
        List<Decision> decisions =
                part.lease().decider().decide(cases.stream().map(Case::inquiry).toList());
        for (int i = 0; i < decisions.size(); i++) {
            made[part.places().get(i)] = make(generation, cases.get(i), byCanary, decisions.get(i), ring);
        }
    }

    private Made make(Generation generation, Case account, boolean byCanary, Decision decision, KeyRing ring) {
        Asked asked = account.asked();
        Inquiry inquiry = account.inquiry();
        StoredPast known = account.past();
        SegmentLimits.requireNew(asked.caller(), decision);
        String caller = asked.caller().id();
        UUID id = ids.next();
        Instant decidedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Sealing.Kept kept = sealing.seal(
                generation.records(),
                new DecisionRecord(
                        inquiry.snapshot(), inquiry.prior(), engineVersion, caller, id.toString(), decidedAt, decision),
                ring);
        byte[] past = known == null
                ? null
                : pastSealing.pack(
                        NewEntries.of(inquiry.snapshot(), known, decision, generation.contract()),
                        generation.sealer(),
                        decision,
                        kept.key());
        String reason = asked.stateless() ? null : Reason.of(decision, generation.sealer());
        AnsweredDecision answered = new AnsweredDecision(
                id,
                decidedAt,
                caller,
                decision,
                past,
                reason,
                kept.bytes(),
                kept.key(),
                asked.request(),
                known == null ? null : known.condensed());
        return new Made(answered, account.heard(), byCanary, kept.tellsAll());
    }
}
