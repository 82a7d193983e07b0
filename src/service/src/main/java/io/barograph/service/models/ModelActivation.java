package io.barograph.service.models;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.model.ModelFiles;
import io.barograph.service.auditlog.AuditLog;
import io.barograph.service.auditlog.LogEntry;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a model and records that it is active, before it decides anything. */
@Component
public class ModelActivation {

    private static final Logger LOG = LoggerFactory.getLogger(ModelActivation.class);
    private static final String BY = "barograph";

    private final ActiveModel active;
    private final KeptModels kept;
    private final RuleTrust trust;
    private final AuditLog log;
    private final LogRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ModelActivation(
            ActiveModel active,
            KeptModels kept,
            RuleTrust trust,
            AuditLog log,
            LogRows rows,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.active = active;
        this.kept = kept;
        this.trust = trust;
        this.log = log;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets another model decide from now on: keeps it, tells the log, and only then puts it in the place of the active one. Requests
     * that began before finish with the one they began with.
     *
     * @throws io.barograph.service.auditlog.LogDamagedException when nothing may be told to the log; then nothing changes
     */
    public synchronized void activate(Generation next) {
        record(next);
        serve(next);
    }

    /** Puts another model in the place of the active one. The log was told already, be it here or by another instance. */
    public synchronized void serve(Generation next) {
        active.swap(next);
        events.publishEvent(new ModelSwapped(next));
    }

    private void record(Generation generation) {
        ModelDocument model = kept(generation);
        transaction.executeWithoutResult(status -> {
            log.sequence();
            if (!model.digest().equals(lastActivated())) {
                EventRecord event = new EventRecord(
                        UUID.randomUUID(),
                        EventRecord.MODEL_ACTIVATED,
                        now(),
                        BY,
                        model.activation(generation.version().version()));
                log.append(List.of(NewRecord.event(event, model.digest())));
                LOG.info("model {} {} is recorded as active", generation.name(), model.digest());
            }
        });
    }

    private ModelDocument kept(Generation generation) {
        return keep(generation.document());
    }

    /**
     * Keeps a model that is about to decide.
     *
     * @param read whose rule files came from a disk, see {@link #strangers}
     * @return the files that were kept for its digest first, which may say the same in other bytes
     */
    public ModelDocument keep(ModelDocument read) {
        if (kept.find(read.digest()).isEmpty()) {
            kept.keep(new KeptModel(read, now(), trust.vouchFor(read.digest())));
        }
        return kept.find(read.digest()).orElseThrow().document();
    }

    /** Rule files of a model that nothing vouches for: they are neither those of the active model nor known to {@link RuleTrust}. */
    public List<String> strangers(ModelDocument model) {
        if (sameRules(model.files(), active.now().files())) {
            return List.of();
        }
        return kept.find(model.digest()).map(trust::strangers).orElseGet(() -> trust.notInstalled(model.files()));
    }

    private static boolean sameRules(ModelFiles one, ModelFiles other) {
        return ruleHashes(one).equals(ruleHashes(other));
    }

    private static List<String> ruleHashes(ModelFiles files) {
        return ModelPart.of(files).stream()
                .filter(part -> part.kind() == ModelPart.Kind.RULE)
                .map(part -> part.file().name() + " " + part.sha256())
                .toList();
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
