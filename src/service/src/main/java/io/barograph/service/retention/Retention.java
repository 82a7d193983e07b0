package io.barograph.service.retention;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.Checkpoints;
import io.barograph.service.auditlog.LogRows;
import io.barograph.service.auditlog.NewRecord;
import io.barograph.service.auditlog.RecordKind;
import io.barograph.service.auditlog.RetiredRanges;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the records of decisions away that are older than they are to be kept: always the oldest of the log, range by
 * range. First the log is told, and signed; only then is anything taken away, so that what breaks off is finished by the
 * next run.
 */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final long LARGEST_RANGE = 10_000;

    private final RetentionProperties properties;
    private final RetentionStore store;
    private final AuditLog log;
    private final LogRows rows;
    private final Checkpoints checkpoints;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    Retention(
            RetentionProperties properties,
            RetentionStore store,
            AuditLog log,
            LogRows rows,
            Checkpoints checkpoints,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.properties = properties;
        this.store = store;
        this.log = log;
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        Period after = properties.after();
        Instant now = clock.instant();
        if (after != null && before(now, after).isAfter(before(now, properties.minimum()))) {
            throw new RetentionTooShortException(after, properties.minimum());
        }
    }

    /** Records written before this may be taken away, at most. */
    Instant latestAllowed() {
        return before(clock.instant(), properties.minimum());
    }

    /** Records written before this are taken away by the daily run; null when records are kept for good. */
    @Nullable Instant due() {
        Period after = properties.after();
        return after == null ? null : before(clock.instant(), after);
    }

    /** Every tombstone in the log, oldest first. */
    List<EventRecord> tombstones() {
        return rows.events(EventRecord.RETENTION).stream()
                .map(entry -> EventRecord.read(Objects.requireNonNull(entry.record(), "events are kept")))
                .toList();
    }

    @Scheduled(cron = "${barograph.retention.schedule}")
    void daily() {
        Instant due = due();
        if (due == null) {
            return;
        }
        try {
            List<EventRecord> written = run(due, "barograph");
            LOG.info("retention: {} ranges of records from before {} taken away", written.size(), due);
        } catch (DataAccessException | TransactionException failure) {
            LOG.error(
                    "retention failed and is tried again tomorrow; the database's role may lack the right: {}",
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /**
     * Takes away everything from the start of the log up to the first record that is not older.
     *
     * @param before a time that is allowed
     * @return the tombstones written by this
     */
    List<EventRecord> run(Instant before, String by) {
        running.lock();
        try {
            finish();
            List<EventRecord> written = new ArrayList<>();
            for (Optional<EventRecord> next = tombstone(before, by); next.isPresent(); next = tombstone(before, by)) {
                takeAway(next.get());
                written.add(next.get());
            }
            return written;
        } finally {
            running.unlock();
        }
    }

    /** Ranges that the log says are gone, and are not, because a run broke off. */
    private void finish() {
        for (EventRecord tombstone : tombstones()) {
            if (store.holds(tombstone.number("from"), tombstone.number("to"))) {
                takeAway(tombstone);
            }
        }
    }

    private void takeAway(EventRecord tombstone) {
        checkpoints.current();
        store.takeAway(tombstone.number("from"), tombstone.number("to"));
    }

    /** Of the next range; empty when there is none. */
    private Optional<EventRecord> tombstone(Instant before, String by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long size = log.sequence().size();
            long done = RetiredRanges.of(rows.events(EventRecord.RETENTION)).end();
            long end = store.firstSince(done, before).orElse(size);
            long from = store.firstDecision(done).orElse(size);
            if (from >= end) {
                return Optional.<EventRecord>empty();
            }
            long to = firstThatIsYounger(from, Math.min(from + LARGEST_RANGE, end), before);
            if (to == from) {
                return Optional.<EventRecord>empty();
            }
            List<Long> kept = store.events(from, to);
            long records = to - from - kept.size();
            EventRecord tombstone = new EventRecord(
                    UUID.randomUUID(),
                    EventRecord.RETENTION,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    by,
                    Map.of(
                            "from", BigDecimal.valueOf(from),
                            "to", BigDecimal.valueOf(to),
                            "before", before.toString(),
                            "records", BigDecimal.valueOf(records),
                            "kept", kept.stream().map(BigDecimal::valueOf).toList()));
            log.append(List.of(NewRecord.event(tombstone, null)));
            return Optional.of(tombstone);
        }));
    }

    /** By what the records themselves say, which is signed: a column beside them might have been changed. */
    private long firstThatIsYounger(long from, long to, Instant before) {
        long[] end = {to};
        rows.forEach(from, to, entry -> {
            byte[] record = entry.record();
            if (entry.kind() == RecordKind.DECISION
                    && record != null
                    && !decidedAt(record).isBefore(before)) {
                end[0] = Math.min(end[0], entry.index());
            }
        });
        return end[0];
    }

    private static Instant decidedAt(byte[] record) {
        try {
            return StoredRecord.of(record).decidedAt();
        } catch (IllegalArgumentException unreadable) {
            return Instant.MAX;
        }
    }

    private static Instant before(Instant now, Period age) {
        return now.atOffset(ZoneOffset.UTC).minus(age).toInstant();
    }
}
