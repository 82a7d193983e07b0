package io.barograph.service.decisions;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.models.Onlooker;
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
import java.util.Arrays;
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

    /**
     * What a caller is answered.
     *
     * @param open the decision as it was made just now, when nothing in it is sealed; what is told of it is what is read from the
     *     record
     * @param replayed whether it was decided for an earlier request with the same idempotency key
     */
    public record Answer(StoredDecision decision, @Nullable Decision open, boolean replayed) {}

    /** @param tellsAll whether nothing in the decision is sealed */
    private record Made(AnsweredDecision answered, boolean tellsAll) {

        Answer answer() {
            return new Answer(answered.stored(), tellsAll ? answered.decision() : null, false);
        }
    }

    private final ActiveModel model;
    private final History history;
    private final DecisionStore store;
    private final AuditLog log;
    private final GroupCommit commit;
    private final IdempotencyKeys keys;
    private final Sealing sealing;
    private final SealedHistory pastSealing;
    private final AccountKeys accountKeys;
    private final String engineVersion;
    private final SegmentLimits segments;
    private final DecisionIds ids;
    private final DecisionMetrics metrics;
    private final Onlooker onlooker;
    private final Clock clock;

    Deciding(
            ActiveModel model,
            History history,
            DecisionStore store,
            AuditLog log,
            GroupCommit commit,
            IdempotencyKeys keys,
            Sealing sealing,
            SealedHistory pastSealing,
            AccountKeys accountKeys,
            SegmentLimits segments,
            DecisionIds ids,
            DecisionMetrics metrics,
            Onlooker onlooker,
            Clock clock,
            @Value("${barograph.version}") String engineVersion) {
        this.model = model;
        this.history = history;
        this.store = store;
        this.log = log;
        this.commit = commit;
        this.keys = keys;
        this.sealing = sealing;
        this.pastSealing = pastSealing;
        this.accountKeys = accountKeys;
        this.engineVersion = engineVersion;
        this.segments = segments;
        this.ids = ids;
        this.metrics = metrics;
        this.onlooker = onlooker;
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
        try (Generation.Lease lease = model.hold(snapshot.accountId())) {
            Made made = make(
                    lease.generation(),
                    snapshot,
                    prior,
                    lease.decider().decide(snapshot, prior),
                    stateless,
                    caller,
                    ring,
                    request);
            commit.append(List.of(made.answered()));
            metrics.count(made.answered().decision());
            onlooker.decided(List.of(new Inquiry(snapshot, prior)), model.isCanary(lease.generation()));
            return made.answer();
        } catch (DuplicateKeyException taken) {
            if (request == null) {
                throw taken;
            }
            return earlier(request).orElseThrow(() -> taken);
        }
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
            return new Answer(store.find(taken.decisionId()).orElseThrow(), null, true);
        });
    }

    /** A point in the log for {@link #decideGroup}: what is kept later than this is not seen. */
    public long now() {
        return log.size();
    }

    /**
     * Decides some accounts and keeps their records together: all of them or, when it throws, none.
     *
     * @param lease of the model that decides; a batch has one from its first line to its last
     * @param asOfKnowledge accounts are decided with what was known then, so that the lines of a file do not see each
     *     other
     * @param caller who asks
     * @throws Problem when one falls, or fell before, in a segment that is none of the caller's
     */
    public List<Answer> decideGroup(
            Generation.Lease lease,
            List<AccountSnapshot> snapshots,
            boolean stateless,
            long asOfKnowledge,
            Principal caller) {
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
                    Made[] made = new Made[snapshots.size()];
                    List<Runnable> told = new ArrayList<>();
                    List<Part> parts = Part.of(model, lease, snapshots);
                    try {
                        for (Part part : parts) {
                            told.add(make(part.lease(), part.places(), snapshots, past, stateless, caller, ring, made));
                        }
                    } finally {
                        parts.forEach(part -> part.lease().close());
                    }
                    commit.append(Arrays.stream(made).map(Made::answered).toList());
                    told.forEach(Runnable::run);
                    return Arrays.stream(made).map(Made::answer).toList();
                }));
    }

    /** @return what is to be told once the answers are kept */
    private Runnable make(
            Generation.Lease lease,
            List<Integer> places,
            List<AccountSnapshot> snapshots,
            List<PriorState> past,
            boolean stateless,
            Principal caller,
            KeyRing ring,
            Made[] made) {
        List<Inquiry> inquiries = places.stream()
                .map(place -> new Inquiry(snapshots.get(place), past.get(place)))
                .toList();
        List<Decision> decisions = lease.decider().decide(inquiries);
        for (int i = 0; i < decisions.size(); i++) {
            int place = places.get(i);
            made[place] = make(
                    lease.generation(),
                    snapshots.get(place),
                    past.get(place),
                    decisions.get(i),
                    stateless,
                    caller,
                    ring,
                    null);
        }
        boolean byCanary = model.isCanary(lease.generation());
        return () -> {
            decisions.forEach(metrics::count);
            onlooker.decided(inquiries, byCanary);
        };
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

    private Made make(
            Generation generation,
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
                generation.records(),
                new DecisionRecord(snapshot, prior, engineVersion, caller.id(), id.toString(), decidedAt, decision),
                ring);
        byte[] past = stateless
                ? null
                : pastSealing.pack(
                        NewEntries.of(snapshot, prior, decision, generation.contract()),
                        generation.sealer(),
                        decision,
                        kept.key());
        String reason = stateless ? null : Reason.of(decision, generation.sealer());
        return new Made(
                new AnsweredDecision(
                        id, decidedAt, caller.id(), decision, past, reason, kept.bytes(), kept.key(), request),
                kept.tellsAll());
    }
}
