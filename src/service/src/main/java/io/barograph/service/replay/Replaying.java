package io.barograph.service.replay;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.Difference;
import io.barograph.engine.audit.ModelLease;
import io.barograph.engine.audit.Replay;
import io.barograph.engine.audit.Replay.Different;
import io.barograph.engine.audit.Replay.Identical;
import io.barograph.engine.audit.Replay.Impossible;
import io.barograph.engine.audit.Replay.Obstacle;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.models.Deciders;
import io.barograph.service.models.RecordModelMissingException;
import io.barograph.service.privacy.Disclosure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Decides what a leaf of the log records again, with the kept model of the digest that it names. */
@Component
class Replaying {

    /** Places of a decision that are never sealed. */
    private static final Pattern OPEN = Pattern.compile(
            "/decision/(scores|bands|coverage|confidence|status|segment|tier|probabilities|flags|cohort|escalations)(/.*)?"
                    + "|/decision/(contributions|changes|fired)/\\d+/(points|sub_score|weight|rule_id|seq|table|cell)");

    private final Deciders deciders;
    private final Disclosure disclosure;
    private final MeterRegistry metrics;

    Replaying(Deciders deciders, Disclosure disclosure, MeterRegistry metrics) {
        this.deciders = deciders;
        this.disclosure = disclosure;
        this.metrics = metrics;
    }

    /** @param decision a leaf that is no event */
    Replay replay(LogEntry decision) {
        Replay replay = readable(decision);
        metrics.counter("barograph.replays", "result", replay.label()).increment();
        return replay;
    }

    /** A record that was changed may fail anywhere on the way to its values. */
    private Replay readable(LogEntry decision) {
        try {
            return outcome(decision);
        } catch (RecordModelMissingException missing) {
            return withoutModel(missing.digest());
        } catch (IllegalArgumentException | JacksonException damaged) {
            return unreadable();
        }
    }

    /** Why the model is not there, without which nothing tells what the record says. */
    private Replay withoutModel(String digest) {
        try (ModelLease lease = deciders.lease(digest)) {
            return lease instanceof ModelLease.Refused refused ? refused.why() : unreadable();
        }
    }

    private static Impossible unreadable() {
        return new Impossible(Obstacle.UNREADABLE, "the record cannot be read, so it is not the one that was written");
    }

    private Replay outcome(LogEntry decision) {
        byte[] record = decision.record();
        if (record == null) {
            return new Impossible(
                    Obstacle.RETIRED,
                    "the record was taken away by age; its hash in the log is all that is left of it, see"
                            + " `/api/v1/audit/retention`");
        }
        Optional<DecisionRecord> open = disclosure.open(record);
        if (open.isEmpty() && followsWithoutValues(record)) {
            return new Identical();
        }
        if (open.isEmpty()) {
            return new Impossible(Obstacle.ERASED, Disclosure.message(disclosure.erasure(record)));
        }
        Replay replay = Replay.of(open.get().canonicalBytes(), deciders);
        boolean hides = !disclosure.allowed() && StoredRecord.of(record).keyId().isPresent();
        return hides && replay instanceof Different different ? withoutValues(different) : replay;
    }

    /** What was erased may have played no part. */
    private boolean followsWithoutValues(byte[] record) {
        return disclosure
                .sealed(record)
                .flatMap(SealedRecord::withoutValues)
                .map(rest -> Replay.of(rest, deciders))
                .filter(Identical.class::isInstance)
                .isPresent();
    }

    /** Where they differ, and in what only where no sensitive value can stand: the others are not where the seal has them. */
    private static Different withoutValues(Different different) {
        return new Different(
                different.differences().stream()
                        .map(difference -> OPEN.matcher(difference.place()).matches()
                                ? difference
                                : new Difference(
                                        difference.place(),
                                        masked(difference.recorded()),
                                        masked(difference.replayed())))
                        .toList(),
                different.total());
    }

    private static @Nullable String masked(@Nullable String json) {
        return json == null ? null : '"' + SealedRecord.SEALED + '"';
    }
}
