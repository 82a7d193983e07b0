package io.barograph.service.access;

import io.barograph.engine.audit.EventRecord;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.NewRecord;
import io.barograph.service.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes changes of access together with the log's record of them: both are kept, or neither. */
@Component
class AccessEvents {

    static final String USER_CREATED = "user-created";
    static final String USER_CHANGED = "user-changed";
    static final String PASSWORD_CHANGED = "password-changed";
    static final String KEY_CREATED = "api-key-created";
    static final String KEY_ROTATED = "api-key-rotated";
    static final String KEY_REVOKED = "api-key-revoked";

    private final AuditLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccessEvents(AuditLog log, PlatformTransactionManager transactions, Clock clock) {
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param change answers what was changed, or null when nothing was, which then is not recorded
     * @param subject of the user or key
     */
    <T> @Nullable T recorded(
            String event,
            String subject,
            Map<String, @Nullable Object> details,
            Principal by,
            Supplier<@Nullable T> change) {
        return transaction.execute(status -> {
            log.sequence();
            T changed = change.get();
            if (changed != null) {
                EventRecord record = new EventRecord(
                        UUID.randomUUID(), event, clock.instant().truncatedTo(ChronoUnit.MILLIS), by.id(), details);
                log.append(List.of(NewRecord.event(record, subject)));
            }
            return changed;
        });
    }

    /** The members that tell a grant. */
    static Map<String, @Nullable Object> details(String member, String name, String person, Grant grant) {
        Map<String, @Nullable Object> details = new TreeMap<>();
        details.put(member, name);
        details.put("person", person);
        details.put("roles", grant.labels());
        if (!grant.segments().all()) {
            details.put("segments", grant.segments().list());
        }
        return details;
    }
}
