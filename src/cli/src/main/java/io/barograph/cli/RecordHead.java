package io.barograph.cli;

import io.barograph.engine.audit.CanonicalJson;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a record of a decision is called by; texts that it lacks are {@code unknown}.
 *
 * @param index of the record in the log
 */
record RecordHead(long index, String decisionId, String accountId, String engine, String modelDigest) {

    private static final String UNKNOWN = "unknown";

    /** Empty when the record is one of an event. */
    static Optional<RecordHead> of(long index, byte[] record) {
        Object tree;
        try {
            tree = CanonicalJson.tree(record);
        } catch (JacksonException unreadable) {
            tree = null;
        }
        if ("event".equals(member(tree, "kind"))) {
            return Optional.empty();
        }
        Object decision = member(tree, "decision");
        return Optional.of(new RecordHead(
                index,
                text(tree, "decision_id"),
                text(decision, "account_id"),
                text(tree, "engine"),
                text(member(decision, "model"), "digest")));
    }

    private static String text(@Nullable Object tree, String name) {
        return member(tree, name) instanceof String text ? text : UNKNOWN;
    }

    private static @Nullable Object member(@Nullable Object tree, String name) {
        return tree instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
