package io.barograph.engine.audit;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log keeps of one decision: everything it was decided from, by whom it was asked for, and the whole
 * answer. Its bytes are {@link CanonicalJson canonical JSON}, version 2 of what is told:
 *
 * <pre>{@code {"caller", "decided_at", "decision": {…}, "decision_id", "engine", "kind": "decision", "prior": […], "snapshot": {…},
 * "v": 2}}</pre>
 *
 * {@code decision} is the full answer without its envelope (the bytes that replay compares), so it names the model's
 * version and digest; {@code snapshot} is the input as it was sent, {@code prior} the stored entries that were used.
 *
 * @param engineVersion version of the program that decided
 * @param caller who asked, for example {@code api-key:crm}
 * @param decisionId from the caller of the engine, unique in the store
 * @param decidedAt from the caller of the engine
 */
public record DecisionRecord(
        AccountSnapshot snapshot,
        PriorState prior,
        String engineVersion,
        String caller,
        String decisionId,
        Instant decidedAt,
        Decision decision) {

    /** Version of the encoding; another one will be written beside it, never in its place. */
    public static final int VERSION = 2;

    /** What sets records of decisions apart from those of events. */
    static final String KIND = "decision";

    /**
     * The same record always gives the same bytes.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair, which has no UTF-8
     */
    public byte[] canonicalBytes() {
        return CanonicalJson.bytes(tree());
    }

    /** What the bytes are written from, as {@link CanonicalJson#tree} reads it; the caller's to change. */
    public @Nullable Object tree() {
        ByteArrayOutputStream json = new ByteArrayOutputStream(16 * 1024);
        try {
            raw(json, "{\"v\":" + VERSION);
            text(json, "kind", KIND);
            text(json, "engine", engineVersion);
            text(json, "caller", caller);
            text(json, "decision_id", decisionId);
            text(json, "decided_at", decidedAt.toString());
            raw(json, ",\"snapshot\":");
            SnapshotJson.write(snapshot, json);
            raw(json, ",\"prior\":");
            SnapshotJson.write(prior, json);
            raw(json, ",\"decision\":");
            DecisionJson.write(decision, null, Explain.FULL, json);
            raw(json, "}");
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return CanonicalJson.tree(json.toByteArray());
    }

    /**
     * Reads a record back: it has the same canonical bytes. Of the decision, the members of inputs and effects come
     * sorted by name; everything else is in its own order.
     *
     * @throws IllegalArgumentException when it is not such a record, or one of another version
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    public static DecisionRecord read(byte[] canonical) {
        return RecordReader.read(canonical);
    }

    /**
     * Reads the decision of a record alone.
     *
     * @param tree of its canonical JSON
     * @throws IllegalArgumentException when it is none
     */
    public static Decision decision(@Nullable Object tree) {
        return RecordReader.decision(tree);
    }

    /** The same record with another answer. */
    DecisionRecord with(Decision other) {
        return new DecisionRecord(snapshot, prior, engineVersion, caller, decisionId, decidedAt, other);
    }

    private static void text(ByteArrayOutputStream json, String name, String text) {
        raw(json, ",\"" + name + "\":" + CanonicalJson.quoted(text));
    }

    private static void raw(ByteArrayOutputStream json, String text) {
        json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
