package io.barograph.engine.audit.seal;

import io.barograph.engine.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record whose sensitive values are sealed. Where one stood, it has the text {@code [sealed]}; the values themselves are in
 * one more member of the record:
 *
 * <pre>{@code "sealed": {"alg": "A256GCM", "at": ["/snapshot/attributes/account_name", …], "key": "<key id>",
 *  "nonce": "<base64>", "text": "<base64>"}}</pre>
 *
 * {@code at} are the JSON pointers (RFC 6901) of the values, sorted by UTF-16 code units as members are; {@code text} is the
 * ciphertext, then the tag of 16 bytes, of AES-256-GCM over the canonical JSON of {@code {"<pointer>": value, …}}. The
 * additional authenticated data is the canonical JSON of {@code {"account_id", "alg", "at", "decision_id", "key"}} with the values the
 * record has for them, so that a seal fits no other record, account, key or places. Base64 is the padded one of RFC
 * 4648, section 4.
 */
public final class SealedRecord {

    /** What stands in place of a value that a key can bring back. */
    public static final String SEALED = "[sealed]";

    /** What people are told in place of a value whose key was deleted. */
    public static final String ERASED = "[erased]";

    static final String MEMBER = "sealed";
    static final String ALGORITHM = "A256GCM";

    private final byte[] record;
    private final Place seal;
    private final List<String> at;

    private SealedRecord(byte[] record, Place seal, List<String> at) {
        this.record = record;
        this.seal = seal;
        this.at = at;
    }

    /**
     * @param record canonical bytes of a record
     * @return empty when nothing in it is sealed
     * @throws IllegalArgumentException when its seal is not of the form above
     * @throws tools.jackson.core.JacksonException when it is not JSON
     */
    public static Optional<SealedRecord> of(byte[] record) {
        Place root = Place.of(CanonicalJson.tree(record), "");
        if (!root.members().containsKey(MEMBER)) {
            return Optional.empty();
        }
        Place seal = root.in(MEMBER);
        if (!ALGORITHM.equals(seal.text("alg"))) {
            throw new IllegalArgumentException(
                    "a record is sealed in a way that is not known here; known is `" + ALGORITHM + "`");
        }
        List<String> at = new ArrayList<>();
        if (seal.members().get("at") instanceof List<?> pointers) {
            for (Object pointer : pointers) {
                if (!(pointer instanceof String text)
                        || !SEALED.equals(root.target(text).value())) {
                    throw new IllegalArgumentException("a record has no sealed value at `" + pointer + "`");
                }
                at.add(text);
            }
        }
        return Optional.of(new SealedRecord(record.clone(), seal, List.copyOf(at)));
    }

    /** Which key opens it. */
    public String keyId() {
        return required("key");
    }

    /** Where the sealed values stand, as sorted JSON pointers. */
    public List<String> at() {
        return at;
    }

    /**
     * Exactly the record before it was sealed.
     *
     * @throws IllegalArgumentException when the key is another one, or the seal was changed, cut or moved here from
     *     elsewhere
     */
    public byte[] open(DataKey key) {
        Place root = Place.of(CanonicalJson.tree(record), "");
        byte[] bound = SensitiveValues.bound(root, keyId(), new ArrayList<>(at));
        byte[] text = key.decrypt(decoded("nonce"), bound, decoded("text"));
        Map<String, @Nullable Object> values =
                Place.of(CanonicalJson.tree(text), "").members();
        if (!List.copyOf(values.keySet()).equals(at)) {
            throw new IllegalArgumentException("a seal holds other values than it says");
        }
        values.forEach((pointer, value) -> root.target(pointer).put(value));
        root.members().remove(MEMBER);
        return CanonicalJson.bytes(root.members());
    }

    /**
     * The record as people may read it, without its seal.
     *
     * @param word in place of every sealed value: {@link #SEALED} or {@link #ERASED}
     */
    public byte[] told(String word) {
        Map<String, @Nullable Object> told =
                new TreeMap<>(Place.of(CanonicalJson.tree(record), "").members());
        Place root = new Place(told, "");
        at.forEach(pointer -> root.target(pointer).put(word));
        told.remove(MEMBER);
        return CanonicalJson.bytes(told);
    }

    private byte[] decoded(String name) {
        try {
            return Base64.getDecoder().decode(required(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the `" + name + "` of a record's seal is not base64", e);
        }
    }

    private String required(String name) {
        String text = seal.text(name);
        if (text == null) {
            throw new IllegalArgumentException("a record's seal lacks its `" + name + "`");
        }
        return text;
    }
}
