package io.barograph.service.models;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.auditlog.LogOpened;
import io.barograph.service.auditlog.LogRows;
import io.barograph.service.auditlog.NewRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the active model and records that it is active, before it decides anything. */
@Component
class ModelActivation {

    private static final Logger LOG = LoggerFactory.getLogger(ModelActivation.class);
    private static final String BY = "barograph";

    private final ActiveModel active;
    private final KeptModels kept;
    private final RuleTrust trust;
    private final AuditLog log;
    private final LogRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ModelActivation(
            ActiveModel active,
            KeptModels kept,
            RuleTrust trust,
            AuditLog log,
            LogRows rows,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.active = active;
        this.kept = kept;
        this.trust = trust;
        this.log = log;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @EventListener(LogOpened.class)
    void activate() {
        ModelDocument model = kept();
        transaction.executeWithoutResult(status -> {
            log.sequence();
            if (!model.digest().equals(lastActivated())) {
                EventRecord event = new EventRecord(
                        UUID.randomUUID(),
                        EventRecord.MODEL_ACTIVATED,
                        now(),
                        BY,
                        model.activation(active.version().version()));
                log.append(List.of(NewRecord.event(event, model.digest())));
                LOG.info("model {} {} is recorded as active", active.name(), model.digest());
            }
        });
    }

    /** The files that were kept for the digest first, which may say the same in other bytes. */
    private ModelDocument kept() {
        ModelDocument read = active.document();
        if (kept.find(read.digest()).isEmpty()) {
            kept.keep(new KeptModel(read, now(), trust.vouchFor(read.digest())));
        }
        return kept.find(read.digest()).orElseThrow().document();
    }

    private String lastActivated() {
        List<LogEntry> activations = rows.events(EventRecord.MODEL_ACTIVATED);
        if (activations.isEmpty()) {
            return "";
        }
        byte[] last = activations.get(activations.size() - 1).record();
        Object model = EventRecord.read(Objects.requireNonNull(last, "events are never retired"))
                .details()
                .get("model");
        return model instanceof Map<?, ?> members ? String.valueOf(members.get("digest")) : "";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
