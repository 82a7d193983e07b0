package io.barograph.engine.audit.seal;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.DecisionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record whose sensitive values are sealed, as it can be read without their key: where one stood, it has the text {@code [sealed]}. Which
 * places these are follows from the model, see {@link Sealer}; the canonical JSON names them besides in one more member,
 * {@code "sealed": {"alg": "A256GCM", "at": ["/snapshot/attributes/account_name", …], "key": "<key id>"}}, as JSON pointers (RFC
 * 6901) sorted by UTF-16 code units.
 */
public final class SealedRecord {

    /** What stands in place of a value that a key can bring back. */
    public static final String SEALED = "[sealed]";

    /** What people are told in place of a value whose key was deleted. */
    public static final String ERASED = "[erased]";

    static final String MEMBER = "sealed";
    static final String ALGORITHM = "A256GCM";

    private static final String IN_DECISION = "/decision/";

    private final byte[] told;
    private final String keyId;
    private final String accountId;
    private final List<String> at;
    private final DecisionRecord record;

    private SealedRecord(byte[] told, DecisionRecord record, String keyId, String accountId, List<String> at) {
        this.told = told;
        this.record = record;
        this.keyId = keyId;
        this.accountId = accountId;
        this.at = at;
    }

    /**
     * @param tree of the record's canonical JSON, with any text in the place of each sealed value; it is changed
     * @param record the same, but for places that hold no text
     * @param keyId which key opens the record
     */
    public static SealedRecord of(Sealer sealer, @Nullable Object tree, DecisionRecord record, String keyId) {
        SensitiveValues values = sealer.take(tree);
        String accountId = values.rest().in("snapshot").text("account_id");
        if (accountId == null) {
            throw new IllegalArgumentException("a record lacks its account");
        }
        return new SealedRecord(
                CanonicalJson.bytes(values.rest().members()),
                record,
                keyId,
                accountId,
                List.copyOf(values.values().keySet()));
    }

    /** Which key opens it. */
    public String keyId() {
        return keyId;
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

    /** The record as it can be read, and where it is sealed. */
    public byte[] json() {
        Place root = Place.of(CanonicalJson.tree(told), "");
        Map<String, @Nullable Object> seal = new TreeMap<>();
        seal.put("alg", ALGORITHM);
        seal.put("at", at);
        seal.put("key", keyId);
        root.members().put(MEMBER, seal);
        return CanonicalJson.bytes(root.members());
    }

    /**
     * The record as it would be had the sealed values never been sent. Where the same decision follows from it, they played
     * no part, and the decision is proven without them.
     *
     * @return empty when the decision itself tells a sealed value
     */
    public Optional<byte[]> withoutValues() {
        if (inDecision()) {
            return Optional.empty();
        }
        Place root = Place.of(CanonicalJson.tree(told), "");
        at.forEach(pointer -> root.target(pointer).remove());
        return Optional.of(CanonicalJson.bytes(root.members()));
    }

    /** Whether a sealed value stands in the decision itself. */
    public boolean inDecision() {
        return at.stream().anyMatch(pointer -> pointer.startsWith(IN_DECISION));
    }

    /** The record as people may read it; a decision in which nothing is sealed is told as it was the first time. */
    public DecisionRecord read() {
        return inDecision() ? DecisionRecord.read(told) : record;
    }

    /** The record as people may read it, with {@code [sealed]} in place of every value and without its seal. */
    public byte[] told() {
        return told.clone();
    }

    /**
     * The same once the key is gone: with {@code [erased]} in place of every value, and with one more issue of the decision,
     * {@code erased}.
     *
     * @param message that says what became of the key
     */
    public byte[] erased(String message) {
        Place record = Place.of(CanonicalJson.tree(told), "");
        at.forEach(pointer -> record.target(pointer).put(ERASED));
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
}
