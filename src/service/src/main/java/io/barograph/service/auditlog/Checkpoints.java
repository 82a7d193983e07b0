package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs the log: at least once a second while it grows, and when someone needs a proof of what is not signed yet. */
@Component
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final AuditLog log;
    private final LogRows rows;
    private final CheckpointRows checkpoints;
    private final SigningKeys keys;
    private final LastSigned lastSigned;
    private final LogState state;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock signing = new ReentrantLock(true);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicBoolean forgetful = new AtomicBoolean();

    Checkpoints(
            AuditLog log,
            LogRows rows,
            CheckpointRows checkpoints,
            SigningKeys keys,
            LastSigned lastSigned,
            LogState state,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.log = log;
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.lastSigned = lastSigned;
        this.state = state;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The name of the log and its keys. */
    public LogIdentity identity() {
        LogIdentity identity =
                LogIdentity.of(rows.events(EventRecord.LOG_CREATED), rows.events(EventRecord.KEY_CHANGED));
        if (identity == null) {
            throw new LogDamagedException("record 0, the beginning of the log, is gone");
        }
        return identity;
    }

    /** The checkpoint that covers everything there is at the moment; it is signed now if it has to be. */
    public StoredCheckpoint current() {
        Optional<StoredCheckpoint> latest = checkpoints.latest();
        long size = rows.size();
        if (latest.isPresent() && latest.get().size() > size) {
            throw state.damaged(
                    new LogDamagedException("the database holds " + size + " records, but has a checkpoint of "
                            + latest.get().size() + ": records " + size + " to "
                            + (latest.get().size() - 1) + " are gone, or the checkpoint is altered"));
        }
        return latest.filter(signed -> signed.size() == size).map(this::settled).orElseGet(this::sign);
    }

    /** A checkpoint that covers a record; it is signed now if there is none yet. */
    public StoredCheckpoint covering(long index) {
        return checkpoints
                .latest()
                .filter(latest -> latest.size() > index)
                .map(this::settled)
                .orElseGet(this::sign);
    }

    /** An embedded database shows what is committed a moment before it is on disk, where alone it is safe from a crash. */
    private StoredCheckpoint settled(StoredCheckpoint shown) {
        signing.lock();
        try {
            return shown;
        } finally {
            signing.unlock();
        }
    }

    /**
     * Replaces the key that signs; both keys sign the checkpoint that ends with the record of it.
     *
     * @param by who wants it
     */
    public VerifierKey change(String by) {
        LogIdentity before = identity();
        SigningKey next = keys.make(before.origin());
        remember(inTurn(() -> {
            log.sequence();
            VerifierKey old = identity().key();
            EventRecord event = new EventRecord(
                    UUID.randomUUID(),
                    EventRecord.KEY_CHANGED,
                    now(),
                    by,
                    Map.of("from", old.toString(), "to", next.verifierKey().toString()));
            log.append(List.of(NewRecord.event(event, null)));
            return signed(log.sequence());
        }));
        LOG.info("the audit log is signed with the key {} from now on", next.verifierKey());
        return next.verifierKey();
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
    void signWhatIsNew() {
        try {
            current();
            if (failing.getAndSet(false)) {
                LOG.info("checkpoints are signed again");
            }
        } catch (LogDamagedException told) {
            failing.set(true);
        } catch (DataAccessException | TransactionException | LogStartException failure) {
            if (!failing.getAndSet(true)) {
                LOG.error("no checkpoint could be signed; it is tried again every second: {}", firstLine(failure));
            }
        }
    }

    private StoredCheckpoint sign() {
        StoredCheckpoint signed = inTurn(() -> {
            Frontier tree = log.sequence();
            return checkpoints
                    .latest()
                    .filter(latest -> latest.size() >= tree.size())
                    .orElseGet(() -> signed(tree));
        });
        remember(signed);
        return signed;
    }

    private StoredCheckpoint inTurn(Supplier<StoredCheckpoint> work) {
        signing.lock();
        try {
            return Objects.requireNonNull(transaction.execute(status -> work.get()));
        } finally {
            signing.unlock();
        }
    }

    /** What is signed and kept counts, whether or not this instance can remember it. */
    private void remember(StoredCheckpoint signed) {
        try {
            lastSigned.write(signed);
            forgetful.set(false);
        } catch (UncheckedIOException failure) {
            if (!forgetful.getAndSet(true)) {
                LOG.error(
                        "the last checkpoint cannot be written beside the keys, so a rolled-back database might not be noticed: {}",
                        firstLine(failure));
            }
        }
    }

    private StoredCheckpoint signed(Frontier tree) {
        LogIdentity identity = identity();
        List<SigningKey> signers =
                identity.signersOf(tree.size()).stream().map(keys::require).toList();
        Checkpoint checkpoint = new Checkpoint(identity.origin(), tree.size(), tree.root());
        StoredCheckpoint stored = new StoredCheckpoint(
                tree.size(), now(), SignedNote.sign(checkpoint.text(), signers).toString());
        checkpoints.add(stored);
        return stored;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
