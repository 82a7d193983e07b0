package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes changes about accounts together with the log's record of them, under its lock: both are kept, or neither. */
@Component
public class LoggedChanges {

    /**
     * What was changed.
     *
     * @param event what the log calls it
     * @param accountId whom it is about
     * @param by as the log names them
     */
    public record Change<T>(
            T result, String event, String accountId, String by, Map<String, @Nullable Object> details) {}

    /** A change that is about to be made. */
    public interface Doing<T> {

        /**
         * Makes it.
         *
         * @param index of its record in the log
         * @param at to the millisecond
         */
        Change<T> make(long index, Instant at);
    }

    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoggedChanges(AuditLog log, PlatformTransactionManager transactions, Clock clock) {
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Nobody else adds to the log, or erases anything, while it is made. */
    public <T> T record(Doing<T> doing) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long index = log.sequence().size();
            Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Change<T> change = doing.make(index, at);
            EventRecord event = new EventRecord(UUID.randomUUID(), change.event(), at, change.by(), change.details());
            log.append(List.of(NewRecord.event(event, change.accountId())));
            return change.result();
        }));
    }
}
