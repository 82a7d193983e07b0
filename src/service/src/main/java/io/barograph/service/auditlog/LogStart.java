package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.note.SigningKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the log before the service answers anything: makes it when there is none, else checks its end. */
@Component
class LogStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(LogStart.class);

    private final AuditLog log;
    private final LogRows rows;
    private final Checkpoints checkpoints;
    private final SigningKeys keys;
    private final TailCheck tail;
    private final LogState state;
    private final LogProperties properties;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LogStart(
            AuditLog log,
            LogRows rows,
            Checkpoints checkpoints,
            SigningKeys keys,
            TailCheck tail,
            LogState state,
            LogProperties properties,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.log = log;
        this.rows = rows;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.tail = tail;
        this.state = state;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** @throws LogStartException when the log is another one than configured, or its key is not here */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            create();
            LogIdentity identity = checkpoints.identity();
            requireConfigured(identity);
            keys.require(identity.key());
            tail.check(identity);
            checkpoints.current();
            LOG.info("audit log {} of {} records, signed with {}", identity.origin(), rows.size(), identity.key());
            events.publishEvent(new LogOpened(identity));
        } catch (LogDamagedException damage) {
            state.damaged(damage);
        }
    }

    /** The lock keeps two instances that start on an empty database from making two beginnings. */
    private void create() {
        if (rows.size() > 0) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (log.sequence().size() == 0) {
                String origin = properties.origin() == null ? ownName() : properties.origin();
                SigningKey key = keys.first(origin);
                EventRecord beginning = new EventRecord(
                        UUID.randomUUID(),
                        EventRecord.LOG_CREATED,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        "barograph",
                        Map.of("origin", origin, "key", key.verifierKey().toString()));
                log.append(List.of(NewRecord.event(beginning, null)));
            }
        });
    }

    private void requireConfigured(LogIdentity identity) {
        if (properties.origin() != null && !properties.origin().equals(identity.origin())) {
            throw new LogStartException(
                    "the audit log in the database is called `" + identity.origin()
                            + "`, but `barograph.audit.origin` is `" + Objects.requireNonNull(properties.origin())
                            + "`",
                    "A log keeps its name for life: mend the setting, or use another database.");
        }
    }

    /** Two logs must never be taken for one. */
    private static String ownName() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return "barograph/" + HexFormat.of().formatHex(random);
    }
}
