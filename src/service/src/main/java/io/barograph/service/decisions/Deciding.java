package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.models.ActiveModel;
import io.barograph.service.models.Generation;
import io.barograph.service.models.Onlooker;
import io.barograph.service.past.History;
import io.barograph.service.privacy.KeysErasedException;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.Principal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Decides accounts and keeps the records; what it returns is kept. */
@Component
public class Deciding {

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
    private static final int ATTEMPTS = 10;

    /** So many single accounts are decided together at most: each waits for the others. */
    private static final int TOGETHER = 8;

    /**
     * What a caller is answered.
     *
     * @param open the decision as it was made just now, when nothing in it is sealed; what is told of it is what is read from the
     *     record
     * @param replayed whether it was decided for an earlier request with the same idempotency key
     */
    public record Answer(StoredDecision decision, @Nullable Decision open, boolean replayed) {}

    /** @param failure why there is no decision */
    private record Attempt(@Nullable Made made, @Nullable RuntimeException failure) {}

    private final ActiveModel model;
    private final Making making;
    private final DecisionStore store;
    private final AuditLog log;
    private final GroupCommit commit;
    private final IdempotencyKeys keys;
    private final SegmentLimits segments;
    private final DecisionMetrics metrics;
    private final Onlooker onlooker;
    private final Together<Asked, Answer> together;

    Deciding(
            ActiveModel model,
            Making making,
            DecisionStore store,
            AuditLog log,
            GroupCommit commit,
            IdempotencyKeys keys,
            SegmentLimits segments,
            DecisionMetrics metrics,
            Onlooker onlooker,
            Limits limits) {
        this.model = model;
        this.making = making;
        this.store = store;
        this.log = log;
        this.commit = commit;
        this.keys = keys;
        this.segments = segments;
        this.metrics = metrics;
        this.onlooker = onlooker;
        this.together = new Together<>(
                this::begin, Asked::account, Runtime.getRuntime().availableProcessors(), TOGETHER, limits.patience());
    }

    /**
     * Decides one account, with what is known of its past.
     *
     * @throws Problem when it falls, or fell before, in a segment that is none of the caller's
     */
    Answer decide(Asked asked) {
        return metrics.single().record(() -> {
            IdempotentRequest request = asked.request();
            Optional<Answer> earlier = request == null ? Optional.empty() : earlier(request);
            return earlier.orElseGet(() -> unlessErased(() -> decideNow(asked)));
        });
    }

    private Answer decideNow(Asked asked) {
        try {
            if (asked.caller().segments().all()) {
                return together.ask(asked);
            }
            // what is refused to one must not hinder others
            segments.requireKnown(asked.caller(), asked.account(), asked.stateless());
            return begin(List.of(asked)).get().get(0).get();
        } catch (DuplicateKeyException taken) {
            if (asked.request() == null) {
                throw taken;
            }
            return earlier(asked.request()).orElseThrow(() -> taken);
        }
    }

    /** Decides some accounts and leaves to be done what needs no model: to keep each by itself, and to answer it. */
    private Supplier<List<Supplier<Answer>>> begin(List<Asked> asked) {
        List<Attempt> attempts = attempt(asked);
        return () -> keep(attempts);
    }

    /** When one of a group cannot be decided, the others must not suffer: then each is decided alone. */
    private List<Attempt> attempt(List<Asked> asked) {
        try (Generation.Lease lease = model.hold()) {
            return making.make(lease, asked, History.EVERYTHING).stream()
                    .map(made -> new Attempt(made, null))
                    .toList();
        } catch (DataAccessException | TransactionException down) {
            throw down;
        } catch (RuntimeException failure) {
            return asked.size() == 1
                    ? List.of(new Attempt(null, failure))
                    : asked.stream()
                            .flatMap(one -> attempt(List.of(one)).stream())
                            .toList();
        }
    }

    private List<Supplier<Answer>> keep(List<Attempt> attempts) {
        List<Made> made = attempts.stream()
                .flatMap(attempt -> Stream.ofNullable(attempt.made()))
                .toList();
        Iterator<@Nullable RuntimeException> outcomes = made.isEmpty()
                ? Collections.emptyIterator()
                : commit.appendEach(made.stream().map(Made::answered).toList()).iterator();
        List<Made> kept = new ArrayList<>();
        List<Supplier<Answer>> answers = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Made one = attempt.made();
            RuntimeException failure = one == null ? attempt.failure() : outcomes.next();
            if (one != null && failure == null) {
                kept.add(one);
            }
            answers.add(() -> {
                if (one == null || failure != null) {
                    throw Objects.requireNonNull(failure);
                }
                return one.answer();
            });
        }
        tell(kept);
        return answers;
    }

    /** Counts what was kept, and lets those who compare models know. */
    private void tell(List<Made> kept) {
        kept.forEach(made -> metrics.count(made.answered().decision()));
        kept.stream()
                .collect(
                        Collectors.partitioningBy(Made::byCanary, Collectors.mapping(Made::heard, Collectors.toList())))
                .forEach((byCanary, heard) -> {
                    if (!heard.isEmpty()) {
                        onlooker.decided(heard, byCanary);
                    }
                });
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
        return beginGroup(lease, snapshots, stateless, asOfKnowledge, caller).get();
    }

    /**
     * The same in two steps.
     *
     * @return keeps the records and gives the answers; to be called once, by any thread, while the lease is held
     */
    Supplier<List<Answer>> beginGroup(
            Generation.Lease lease,
            List<AccountSnapshot> snapshots,
            boolean stateless,
            long asOfKnowledge,
            Principal caller) {
        long started = System.nanoTime();
        List<Asked> asked = snapshots.stream()
                .map(snapshot -> new Asked(snapshot, stateless, caller, null))
                .toList();
        asked.forEach(one -> segments.requireKnown(caller, one.account(), stateless));
        List<Made> first = making.make(lease, asked, asOfKnowledge);
        return () -> {
            Iterator<List<Made>> untilErased = List.of(first).iterator();
            List<Made> kept = unlessErased(() -> {
                List<Made> made = untilErased.hasNext() ? untilErased.next() : making.make(lease, asked, asOfKnowledge);
                commit.append(made.stream().map(Made::answered).toList());
                return made;
            });
            tell(kept);
            metrics.group().record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            return kept.stream().map(Made::answer).toList();
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
}
