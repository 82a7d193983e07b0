package io.barograph.service.records;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.compact.RecordModelSource;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.decision.Decision;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.auditlog.RecordKind;
import io.barograph.service.records.Term.Field;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Reads from a record what it is found by. No key is needed for it, since nothing that is sealed is searched for. */
final class RecordTerms {

    private static final Logger LOG = LoggerFactory.getLogger(RecordTerms.class);

    private final Consumer<Term> terms;
    private final BiConsumer<String, @Nullable String> fired;

    private RecordTerms(Consumer<Term> terms, BiConsumer<String, @Nullable String> fired) {
        this.terms = terms;
        this.fired = fired;
    }

    /**
     * Tells them. A record that retention took away, or that cannot be read, has its kind alone.
     *
     * @param terms all but those of rules that fired; one may be told twice
     * @param fired the cell and the id of each rule that fired, as the model has them; see {@link Term#fired}
     */
    static void of(
            LogEntry entry,
            RecordModelSource models,
            Consumer<Term> terms,
            BiConsumer<String, @Nullable String> fired) {
        RecordTerms read = new RecordTerms(terms, fired);
        read.add(Field.KIND, entry.kind().label());
        byte[] record = entry.record();
        if (record != null) {
            try {
                if (entry.kind() == RecordKind.DECISION) {
                    read.decision(record, models);
                } else {
                    read.event(EventRecord.read(record));
                }
            } catch (JacksonException | IllegalArgumentException unreadable) {
                LOG.error("record {} cannot be read, so it is found by few filters", entry.index());
            }
        }
    }

    private void event(EventRecord event) {
        add(Field.EVENT, event.event());
        add(Field.CALLER, event.by());
        if (event.details().get("model") instanceof Map<?, ?> model) {
            model(model.get("version"));
            model(model.get("digest"));
        }
    }

    private void model(@Nullable Object name) {
        if (name instanceof String text) {
            add(Field.MODEL, text);
        }
    }

    private void decision(byte[] record, RecordModelSource models) {
        StoredRecord stored = StoredRecord.of(record);
        add(Field.CALLER, stored.caller());
        add(Field.MODEL, stored.modelDigest());
        add(Field.MODEL, stored.modelVersion());
        Decision decision = stored.decision(models.of(stored.modelDigest()));
        decision.eachFired(fired);
        add(Field.STATUS, decision.status().label());
        addIfPresent(Field.SEGMENT, decision.segment());
        addIfPresent(Field.BAND, decision.overallBand());
    }

    private void addIfPresent(Field field, @Nullable String value) {
        if (value != null) {
            add(field, value);
        }
    }

    private void add(Field field, String value) {
        terms.accept(Term.of(field, value));
    }
}
