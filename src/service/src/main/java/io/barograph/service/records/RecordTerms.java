package io.barograph.service.records;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.decision.Decision;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.auditlog.RecordKind;
import io.barograph.service.records.Term.Field;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads from a record what it is found by, and nothing else of it: members of canonical JSON are sorted, so the snapshot
 * and the past, which come last, are never looked at.
 */
final class RecordTerms {

    private static final Logger LOG = LoggerFactory.getLogger(RecordTerms.class);
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Set<Term> terms = new HashSet<>();

    private RecordTerms() {}

    /** A record that retention took away, or that cannot be read, has its kind alone. */
    static Set<Term> of(LogEntry entry) {
        RecordTerms read = new RecordTerms();
        read.add(Field.KIND, entry.kind().label());
        byte[] record = entry.record();
        if (record != null) {
            try {
                if (entry.kind() == RecordKind.DECISION) {
                    read.decision(record);
                } else {
                    read.event(EventRecord.read(record));
                }
            } catch (JacksonException | IllegalArgumentException unreadable) {
                LOG.error("record {} cannot be read, so it is found by few filters", entry.index());
            }
        }
        return read.terms;
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

    private void decision(byte[] record) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), record)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = json.currentName();
                json.nextToken();
                if (member.equals("caller")) {
                    add(Field.CALLER, json);
                } else if (member.equals("decision")) {
                    answer(json);
                    return;
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private void answer(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "bands" -> members(json, Map.of(Decision.OVERALL, Field.BAND));
                case "fired" -> fired(json);
                case "model" -> members(json, Map.of("digest", Field.MODEL, "version", Field.MODEL));
                case "segment" -> add(Field.SEGMENT, json);
                case "status" -> add(Field.STATUS, json);
                default -> json.skipChildren();
            }
        }
    }

    private void members(JsonParser json, Map<String, Field> fields) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Field field = fields.get(json.currentName());
            json.nextToken();
            if (field == null) {
                json.skipChildren();
            } else {
                add(field, json);
            }
        }
    }

    private void fired(JsonParser json) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String cell = null;
            String ruleId = null;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = json.currentName();
                JsonToken value = json.nextToken();
                if (member.equals("cell")) {
                    cell = json.getString();
                } else if (member.equals("rule_id")) {
                    ruleId = value == JsonToken.VALUE_NULL ? null : json.getString();
                } else {
                    json.skipChildren();
                }
            }
            if (cell != null) {
                terms.add(Term.fired(cell, ruleId));
            }
        }
    }

    private void add(Field field, JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            add(field, json.getString());
        } else {
            json.skipChildren();
        }
    }

    private void add(Field field, String value) {
        terms.add(Term.of(field, value));
    }
}
