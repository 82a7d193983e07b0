package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.KeyRing;
import io.barograph.service.privacy.KeysErasedException;
import io.barograph.service.privacy.Sealing;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Decides accounts and keeps the records; what it returns is kept. */
@Component
public class Deciding {

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
    private static final int ATTEMPTS = 10;

    /** @param replayed whether it was decided for an earlier request with the same idempotency key */
    record Answer(StoredDecision decision, boolean replayed) {}

    private final ActiveModel model;
    private final History history;
    private final DecisionStore store;
    private final AuditLog log;
    private final GroupCommit commit;
    private final IdempotencyKeys keys;
    private final Sealing sealing;
    private final AccountKeys accountKeys;
    private final String engineVersion;
    private final SegmentLimits segments;
    private final DecisionIds ids;
    private final DecisionMetrics metrics;
    private final Clock clock;

    Deciding(
            ActiveModel model,
            History history,
            DecisionStore store,
            AuditLog log,
            GroupCommit commit,
            IdempotencyKeys keys,
            Sealing sealing,
            AccountKeys accountKeys,
            SegmentLimits segments,
            DecisionIds ids,
            DecisionMetrics metrics,
            Clock clock,
            @Value("${barograph.version}") String engineVersion) {
        this.model = model;
        this.history = history;
        this.store = store;
        this.log = log;
        this.commit = commit;
        this.keys = keys;
        this.sealing = sealing;
        this.accountKeys = accountKeys;
        this.engineVersion = engineVersion;
        this.segments = segments;
        this.ids = ids;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Decides one account, with what is known of its past.
     *
     * @throws Problem when it falls, or fell before, in a segment that is none of the caller's
     */
    Answer decide(AccountSnapshot snapshot, boolean stateless, Principal caller, @Nullable IdempotentRequest request) {
        return metrics.single().record(() -> {
            Optional<Answer> earlier = request == null ? Optional.empty() : earlier(request);
            return earlier.orElseGet(() -> unlessErased(() -> decideNow(snapshot, stateless, caller, request)));
        });
    }

    private Answer decideNow(
            AccountSnapshot snapshot, boolean stateless, Principal caller, @Nullable IdempotentRequest request) {
        segments.requireKnown(caller, snapshot.accountId(), stateless);
        KeyRing ring = accountKeys.ring(List.of(snapshot.accountId()));
        PriorState prior = stateless
                ? PriorState.NONE
                : history.of(List.of(snapshot), History.EVERYTHING, ring).get(0);
        AnsweredDecision answered =
                answer(snapshot, prior, model.decider().decide(snapshot, prior), stateless, caller, ring, request);
        try {
            commit.append(List.of(answered));
        } catch (DuplicateKeyException taken) {
            if (request == null) {
                throw taken;
            }
            return earlier(request).orElseThrow(() -> taken);
        }
        metrics.count(answered.decision());
        return new Answer(answered.stored(), false);
    }

    /** The answer of the request that came first with this key; a problem when that was another request. */
    private Optional<Answer> earlier(IdempotentRequest request) {
        if (keys.find(request.key()).isEmpty()) {
            return Optional.empty();
        }
        commit.settle();
        return keys.find(request.key()).map(taken -> {
            if (!taken.fingerprint().equals(request.fingerprint())) {
                throw new Problem(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "`Idempotency-Key: " + request.key() + "` was used for a request with another body or other"
                                + " parameters; send a new key with a new request");
            }
            return new Answer(store.find(taken.decisionId()).orElseThrow(), true);
        });
    }

    /** A point in the log for {@link #decideGroup}: what is kept later than this is not seen. */
    public long now() {
        return log.size();
    }

    /**
     * Decides some accounts and keeps their records together: all of them or, when it throws, none.
     *
     * @param asOfKnowledge accounts are decided with what was known then, so that the lines of a file do not see each
     *     other
     * @param caller who asks
     * @throws Problem when one falls, or fell before, in a segment that is none of the caller's
     */
    public List<StoredDecision> decideGroup(
            List<AccountSnapshot> snapshots, boolean stateless, long asOfKnowledge, Principal caller) {
        return metrics.group()
                .record(() -> unlessErased(() -> {
                    snapshots.forEach(snapshot -> segments.requireKnown(caller, snapshot.accountId(), stateless));
                    KeyRing ring = accountKeys.ring(
                            snapshots.stream().map(AccountSnapshot::accountId).toList());
                    List<PriorState> past = stateless
                            ? snapshots.stream()
                                    .map(snapshot -> PriorState.NONE)
                                    .toList()
                            : history.of(snapshots, asOfKnowledge, ring);
                    List<Inquiry> inquiries = new ArrayList<>();
                    for (int i = 0; i < snapshots.size(); i++) {
                        inquiries.add(new Inquiry(snapshots.get(i), past.get(i)));
                    }
                    List<Decision> decisions = model.decider().decide(inquiries);
                    List<AnsweredDecision> answered = new ArrayList<>();
                    for (int i = 0; i < snapshots.size(); i++) {
                        answered.add(
                                answer(snapshots.get(i), past.get(i), decisions.get(i), stateless, caller, ring, null));
                    }
                    commit.append(answered);
                    decisions.forEach(metrics::count);
                    return answered.stream().map(AnsweredDecision::stored).toList();
                }));
    }

    /** Who is erased between being decided and being kept is decided again, without what was erased. */
    private static <T> T unlessErased(Supplier<T> deciding) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return deciding.get();
            } catch (KeysErasedException erased) {
                LOG.debug("an account was erased while it was being decided; deciding again", erased);
            }
        }
        return deciding.get();
    }

    private AnsweredDecision answer(
            AccountSnapshot snapshot,
            PriorState prior,
            Decision decision,
            boolean stateless,
            Principal caller,
            KeyRing ring,
            @Nullable IdempotentRequest request) {
        SegmentLimits.requireNew(caller, decision);
        UUID id = ids.next();
        Instant decidedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Sealing.Kept kept = sealing.seal(
                new DecisionRecord(snapshot, prior, engineVersion, caller.id(), id.toString(), decidedAt, decision),
                ring);
        NewEntries entries = stateless ? null : NewEntries.of(snapshot, prior, decision, model.contract());
        return new AnsweredDecision(id, decidedAt, caller.id(), decision, entries, kept.bytes(), kept.key(), request);
    }
}
