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

    private final byte[] record;
    private final @Nullable Place rest;
    private final SortedMap<String, @Nullable Object> values;

    /**
     * @param record as it was
     * @param rest the record without the values; null when nothing was looked for
     * @param values by where they stood
     */
    SensitiveValues(byte[] record, @Nullable Place rest, SortedMap<String, @Nullable Object> values) {
        this.record = record;
        this.rest = rest;
        this.values = values;
    }

    /** Nothing in the record is sensitive: it needs no key. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * The record to keep: canonical JSON with {@code [sealed]} where the values stood and one more member, described with
     * {@link SealedRecord}. Without sensitive values it is the record as it was.
     *
     * @param key of the account
     * @param nonce {@link DataKey#NONCE_BYTES} bytes that were never used with this key
     */
    public byte[] seal(DataKey key, byte[] nonce) {
        if (rest == null || values.isEmpty()) {
            return record.clone();
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
