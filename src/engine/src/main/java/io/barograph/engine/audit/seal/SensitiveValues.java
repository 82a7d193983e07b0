package io.barograph.engine.audit.seal;

import io.barograph.engine.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sensitive values of one record, taken out of it: what is left to do is to seal them with a key. */
public final class SensitiveValues {

    private final Place rest;
    private final SortedMap<String, @Nullable Object> values;

    /**
     * @param rest the record without the values
     * @param values by where they stood
     */
    SensitiveValues(Place rest, SortedMap<String, @Nullable Object> values) {
        this.rest = rest;
        this.values = values;
    }

    /** Nothing in the record is sensitive: it needs no key. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether one stood in the decision itself, not only in what it was decided from. */
    public boolean inDecision() {
        return values.keySet().stream().anyMatch(place -> place.startsWith("/decision/"));
    }

    /**
     * The record as it is when nothing in it is sensitive.
     *
     * @throws IllegalStateException when something is
     */
    public byte[] open() {
        if (!values.isEmpty()) {
            throw new IllegalStateException("the record holds sensitive values, so it is to be sealed");
        }
        return CanonicalJson.bytes(rest.members());
    }

    /**
     * The record to keep: canonical JSON with {@code [sealed]} where the values stood and one more member, described with
     * {@link SealedRecord}. Without sensitive values it is the record as it was.
     *
     * @param key of the account
     * @param nonce {@link DataKey#NONCE_BYTES} bytes that were never used with this key
     */
    public byte[] seal(DataKey key, byte[] nonce) {
        if (values.isEmpty()) {
            return open();
        }
        List<@Nullable Object> at = new ArrayList<>(values.keySet());
        byte[] text = key.encrypt(nonce, bound(rest, key.id(), at), CanonicalJson.bytes(values));
        Map<String, @Nullable Object> seal = new TreeMap<>();
        seal.put("alg", SealedRecord.ALGORITHM);
        seal.put("at", at);
        seal.put("key", key.id());
        seal.put("nonce", Base64.getEncoder().encodeToString(nonce));
        seal.put("text", Base64.getEncoder().encodeToString(text));
        Map<String, @Nullable Object> sealed = new TreeMap<>(rest.members());
        sealed.put(SealedRecord.MEMBER, seal);
        return CanonicalJson.bytes(sealed);
    }

    /** The bytes that a seal is bound to. */
    static byte[] bound(Place record, String keyId, List<@Nullable Object> at) {
        String decisionId = record.text("decision_id");
        String accountId = record.in("snapshot").text("account_id");
        if (decisionId == null || accountId == null) {
            throw new IllegalArgumentException("a record lacks its `decision_id` or its account");
        }
        return CanonicalJson.bytes(new TreeMap<String, @Nullable Object>(Map.of(
                "account_id", accountId,
                "alg", SealedRecord.ALGORITHM,
                "at", at,
                "decision_id", decisionId,
                "key", keyId)));
    }
}
