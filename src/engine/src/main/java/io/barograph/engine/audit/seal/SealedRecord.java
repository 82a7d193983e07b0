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

    private static final String IN_DECISION = "/decision/";

    private final byte[] record;
    private final Place seal;
    private final List<String> at;
    private final String accountId;

    private SealedRecord(byte[] record, String accountId, Place seal, List<String> at) {
        this.record = record;
        this.accountId = accountId;
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
        String accountId = root.in("snapshot").text("account_id");
        if (accountId == null) {
            throw new IllegalArgumentException("a record lacks its account");
        }
        return Optional.of(new SealedRecord(record.clone(), accountId, seal, List.copyOf(at)));
    }

    /** Which key opens it. */
    public String keyId() {
        return required("key");
    }

    /** Which account it is about. */
    public String accountId() {
        return accountId;
    }

    /** Whether the value at a path of names is sealed, for example {@code snapshot}, {@code attributes}, {@code contact}. */
    public boolean seals(String... path) {
        Place place = new Place(new TreeMap<>(), "");
        for (String name : path) {
            place = new Place(new TreeMap<>(), place.pointerTo(name));
        }
        return at.contains(place.pointer());
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
     * The record as it would be had the sealed values never been sent. Where the same decision follows from it, they played
     * no part, and the decision is proven without them.
     *
     * @return empty when the decision itself tells a sealed value
     */
    public Optional<byte[]> withoutValues() {
        if (at.stream().anyMatch(pointer -> pointer.startsWith(IN_DECISION))) {
            return Optional.empty();
        }
        Place root = Place.of(CanonicalJson.tree(record), "");
        at.forEach(pointer -> root.target(pointer).remove());
        root.members().remove(MEMBER);
        return Optional.of(CanonicalJson.bytes(root.members()));
    }

    /** The record as people may read it, with {@code [sealed]} in place of every value and without its seal. */
    public byte[] told() {
        return CanonicalJson.bytes(told(SEALED).members());
    }

    /**
     * The same once the key is gone: with {@code [erased]} in place of every value, and with one more issue of the decision,
     * {@code erased}.
     *
     * @param message that says what became of the key
     */
    public byte[] erased(String message) {
        Place record = told(ERASED);
        Place decision = record.in("decision");
        List<@Nullable Object> issues = new ArrayList<>();
        if (decision.members().get("issues") instanceof List<?> known) {
            issues.addAll(known);
        }
        Map<String, @Nullable Object> issue = new TreeMap<>();
        issue.put("code", "erased");
        issue.put("field", null);
        issue.put("message", message);
        issues.add(issue);
        decision.members().put("issues", issues);
        return CanonicalJson.bytes(record.members());
    }

    private Place told(String word) {
        Place root = Place.of(CanonicalJson.tree(record), "");
        at.forEach(pointer -> root.target(pointer).put(word));
        root.members().remove(MEMBER);
        return root;
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
