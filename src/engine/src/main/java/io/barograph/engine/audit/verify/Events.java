package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.verify.Finding.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What the events among the records say, of all files together; only of records whose proofs verify. */
final class Events {

    /** More changes of keys and models, and more retentions, than any log has in a century. */
    private static final int MOST = 100_000;

    /** The log's beginning. */
    record Created(String origin, String key) {}

    private record KeyChange(String from, String to) {}

    /**
     * A model's first activation.
     *
     * @param files in no order
     */
    record Activation(long index, @Nullable String name, Set<ModelFileHash> files) {}

    private final Findings findings;
    private final TreeMap<Long, KeyChange> keyChanges = new TreeMap<>();
    private final Map<String, Activation> activations = new HashMap<>();
    private final Ranges retirable = new Ranges();
    private final Approvals approvals;
    private @Nullable Created created;

    Events(Findings findings) {
        this.findings = findings;
        this.approvals = new Approvals(findings);
    }

    /** @param record whose proof verifies, and that says it is an event */
    void add(long index, byte[] record, Place place) {
        EventRecord event;
        try {
            event = EventRecord.read(record);
            take(index, event, place);
            if (Approvals.concern(event)) {
                approvals.add(index, event);
            }
        } catch (IllegalArgumentException | JacksonException | ArithmeticException e) {
            findings.add(
                    Kind.BAD_LINE,
                    Range.of(index),
                    place,
                    "record " + index + " was signed as it is, but is no event of this format");
        }
        if (keyChanges.size() > MOST || activations.size() > MOST || approvals.count() > MOST) {
            throw new BeyondLimitException("the log has more than " + MOST + " changes of its keys or models");
        }
    }

    private void take(long index, EventRecord event, Place place) {
        Map<String, @Nullable Object> details = event.details();
        switch (event.event()) {
            case EventRecord.LOG_CREATED -> {
                if (index == 0) {
                    created = new Created(text(details, "origin"), text(details, "key"));
                } else {
                    findings.add(
                            Kind.BAD_LINE,
                            Range.of(index),
                            place,
                            "record " + index + " says that the log begins there; only record 0 may");
                }
            }
            case EventRecord.KEY_CHANGED ->
                keyChanges.put(index, new KeyChange(text(details, "from"), text(details, "to")));
            case EventRecord.MODEL_ACTIVATED -> activated(index, details);
            case EventRecord.RETENTION -> retention(index, details);
            default -> {}
        }
    }

    private void activated(long index, Map<String, @Nullable Object> details) {
        if (!(details.get("model") instanceof Map<?, ?> model) || !(details.get("files") instanceof List<?> files)) {
            throw new IllegalArgumentException("no model");
        }
        Set<ModelFileHash> hashes = new HashSet<>();
        for (Object file : files) {
            if (!(file instanceof Map<?, ?> members)) {
                throw new IllegalArgumentException("no file");
            }
            hashes.add(new ModelFileHash(text(members, "kind"), text(members, "name"), text(members, "sha256")));
        }
        String name = model.get("name") instanceof String text ? text : null;
        Activation activation = new Activation(index, name, hashes);
        activations.merge(
                text(model, "digest"), activation, (one, other) -> one.index() <= other.index() ? one : other);
    }

    private void retention(long index, Map<String, @Nullable Object> details) {
        long from = number(details.get("from"));
        long to = number(details.get("to"));
        if (from > to || to > index || !(details.get("kept") instanceof List<?> kept)) {
            throw new IllegalArgumentException("no range of earlier records");
        }
        List<Long> indexes = new ArrayList<>();
        kept.forEach(one -> indexes.add(number(one)));
        long start = from;
        for (long one : indexes) {
            if (one < start || one >= to) {
                throw new IllegalArgumentException("kept records are not in order");
            }
            retirable.add(start, one);
            start = one + 1;
        }
        retirable.add(start, to);
    }

    private static long number(@Nullable Object value) {
        if (value instanceof BigDecimal number && number.signum() >= 0) {
            return number.longValueExact();
        }
        throw new IllegalArgumentException("no index");
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }

    /** What went live, and who approved it. */
    Approvals approvals() {
        return approvals;
    }

    @Nullable Created created() {
        return created;
    }

    /** The first activation of a model; null when there is none. */
    @Nullable Activation activation(String digest) {
        return activations.get(digest);
    }

    /** Records whose bytes may have been taken away. */
    Ranges retirable() {
        return retirable;
    }

    /**
     * The keys of the log, as far as the events tell them.
     *
     * @param first when the log's beginning is not there
     */
    KeyChain keys(String first) {
        KeyChain.Builder chain = new KeyChain.Builder(created == null ? first : created.key());
        keyChanges.forEach((index, change) -> {
            if (!chain.change(index, change.from(), change.to())) {
                findings.add(
                        Kind.BAD_KEY_CHANGE,
                        Range.of(index),
                        null,
                        "record " + index + " changes from the key `" + change.from()
                                + "`, which did not sign the log before it");
            }
        });
        return chain.build();
    }
}
