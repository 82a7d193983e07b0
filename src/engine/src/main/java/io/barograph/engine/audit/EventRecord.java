package io.barograph.engine.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the audit log keeps of something that is no decision: the log's own beginning, models and keys changing, erasure,
 * retention. Its bytes are {@link CanonicalJson canonical JSON}, version 1; {@code docs/audit-log.md} lists the members
 * of each event.
 *
 * @param id unique in the log
 * @param event what happened, for example {@link #KEY_CHANGED}
 * @param at by the clock of whoever wrote it
 * @param by who did it
 * @param details further members: Strings, BigDecimals, Booleans, Lists and Maps of such
 */
public record EventRecord(UUID id, String event, Instant at, String by, Map<String, @Nullable Object> details) {

    private static final BigDecimal VERSION = BigDecimal.ONE;

    public static final String LOG_CREATED = "log-created";
    public static final String MODEL_ACTIVATED = "model-activated";
    public static final String KEY_CHANGED = "key-changed";
    public static final String ERASURE = "erasure";
    public static final String RETENTION = "retention";

    static final String KIND = "event";

    private static final List<String> ENVELOPE = List.of("v", "kind", "event_id", "event", "at", "by");

    /** @throws IllegalArgumentException when a detail has the name of a member that every event has */
    public EventRecord {
        for (String name : ENVELOPE) {
            if (details.containsKey(name)) {
                throw new IllegalArgumentException("an event has its own `" + name + "`");
            }
        }
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** The same event always gives the same bytes. */
    public byte[] canonicalBytes() {
        Map<String, @Nullable Object> members = new TreeMap<>(details);
        members.put("v", VERSION);
        members.put("kind", KIND);
        members.put("event_id", id.toString());
        members.put("event", event);
        members.put("at", at.toString());
        members.put("by", by);
        return CanonicalJson.bytes(members);
    }

    /**
     * Whether a record is one of an event.
     *
     * @param canonical a record of any kind
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    public static boolean is(byte[] canonical) {
        return CanonicalJson.tree(canonical) instanceof Map<?, ?> members && KIND.equals(members.get("kind"));
    }

    /**
     * Reads an event back: it has the same canonical bytes.
     *
     * @throws IllegalArgumentException when it is no such record, or one of another version
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    public static EventRecord read(byte[] canonical) {
        Object tree;
        try {
            tree = CanonicalJson.tree(canonical);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("this is no JSON", e);
        }
        if (!(tree instanceof Map<?, ?> members) || !KIND.equals(members.get("kind"))) {
            throw new IllegalArgumentException("this is no record of an event");
        }
        if (!(members.get("v") instanceof BigDecimal version) || version.compareTo(VERSION) != 0) {
            throw new IllegalArgumentException("a record of version " + members.get("v") + " is not known here");
        }
        Map<String, @Nullable Object> details = new TreeMap<>();
        members.forEach((name, value) -> {
            if (!ENVELOPE.contains(name)) {
                details.put((String) name, value);
            }
        });
        try {
            return new EventRecord(
                    UUID.fromString(text(members, "event_id")),
                    text(members, "event"),
                    Instant.parse(text(members, "at")),
                    text(members, "by"),
                    details);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("an event has `" + members.get("at") + "` as its time", e);
        }
    }

    /** A member that must be a text. */
    public String text(String name) {
        return text(details, name);
    }

    /** A member that must be a whole number. */
    public long number(String name) {
        if (details.get(name) instanceof BigDecimal number) {
            return number.longValueExact();
        }
        throw new IllegalArgumentException("an event lacks its number `" + name + "`");
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an event lacks its text `" + name + "`");
    }
}
