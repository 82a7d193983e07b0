package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account snapshot as JSON. Reading is strict about shape: members that are not known, names that come twice and
 * texts in place of dates are refused with the path of the fault, for example {@code history[3].observed_at: is
 * missing …}. It is open about content: names of attributes and indicators pass through, and a value that is a list or
 * an object becomes an empty {@link List} or {@link Map}, which screening reports as of the wrong type.
 */
public final class SnapshotJson {

    public static final int MAX_ATTRIBUTES = 1_000;
    public static final int MAX_INDICATORS = 1_000;
    public static final int MAX_HISTORY = 10_000;
    public static final int MAX_ACCOUNT_ID_LENGTH = 200;

    private SnapshotJson() {}

    /**
     * @param json one object in UTF-8
     * @param defaultAsOf used when the snapshot has no {@code as_of}
     * @throws BadSnapshotException when it is not such an object; unknown inputs are not a reason, the engine reports
     *     them on the decision
     */
    public static AccountSnapshot read(byte[] json, LocalDate defaultAsOf) throws BadSnapshotException {
        return new SnapshotParser().read(json, defaultAsOf);
    }

    /** In the form {@link #read} takes, compact, members in the order of the record. Does not close the stream. */
    public static void write(AccountSnapshot snapshot, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.startObject();
            json.text("account_id", snapshot.accountId());
            json.date("as_of", snapshot.asOf());
            json.startObject("attributes");
            snapshot.attributes().forEach(json::value);
            json.endObject();
            json.startObject("indicators");
            snapshot.indicators().forEach((name, observation) -> observation(json, name, observation));
            json.endObject();
            json.startArray("history");
            snapshot.history().forEach(entry -> entry(json, entry));
            json.endArray();
            json.endObject();
        });
    }

    /** A list of entries, each in the form of a snapshot's {@code history}. Does not close the stream. */
    public static void write(PriorState prior, OutputStream out) throws IOException {
        JsonOutput.write(out, json -> {
            json.startArray();
            prior.entries().forEach(entry -> entry(json, entry));
            json.endArray();
        });
    }

    /** Attributes as one object, as a snapshot holds them. */
    public static String writeAttributes(Map<String, @Nullable Object> attributes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            JsonOutput.write(out, json -> {
                json.startObject();
                attributes.forEach(json::value);
                json.endObject();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * What {@link #writeAttributes} wrote; dates come back as texts.
     *
     * @throws BadSnapshotException when it is not such an object
     */
    public static Map<String, @Nullable Object> readAttributes(String object) throws BadSnapshotException {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        try (JsonInput json = JsonInput.of(object)) {
            json.members(MAX_ATTRIBUTES, name -> attributes.put(name, json.anything()));
        }
        return attributes;
    }

    private static void observation(JsonOutput json, String name, Observation observation) {
        boolean bare = observation.observedAt() == null
                && observation.source() == null
                && observation.campaignShare() == null
                && !(observation.value() instanceof Map);
        if (bare) {
            json.value(name, observation.value());
            return;
        }
        json.startObject(name);
        json.value("value", observation.value());
        json.valueIfPresent("observed_at", observation.observedAt());
        json.valueIfPresent("source", observation.source());
        json.valueIfPresent("campaign_share", observation.campaignShare());
        json.endObject();
    }

    private static void entry(JsonOutput json, HistoryEntry entry) {
        json.startObject();
        if (entry instanceof HistoryEntry.IndicatorEntry reading) {
            json.text("indicator", reading.indicator());
            json.date("observed_at", reading.date());
            json.value("value", reading.value());
            json.valueIfPresent("campaign_share", reading.campaignShare());
        } else if (entry instanceof HistoryEntry.ScoreEntry score) {
            json.text("score", score.score());
            json.date("as_of", score.date());
            json.valueIfPresent("value", score.value());
            json.valueIfPresent("band", score.band());
        } else if (entry instanceof HistoryEntry.PlaybookEntry playbook) {
            json.text("playbook", playbook.playbook());
            json.date("as_of", playbook.date());
        } else if (entry instanceof HistoryEntry.AttributesEntry attributes) {
            json.value("attributes", attributes.attributes());
            json.date("as_of", attributes.date());
        }
        json.endObject();
    }

    /** What is wrong with an account id, trimmed; null when nothing is. */
    static @Nullable String faultOfAccountId(String id) {
        if (id.isEmpty()) {
            return "is blank; say which account this is";
        }
        if (id.length() > MAX_ACCOUNT_ID_LENGTH) {
            return "is longer than " + MAX_ACCOUNT_ID_LENGTH + " characters; shorten it";
        }
        return id.chars().anyMatch(Character::isISOControl) ? "holds a control character; remove it" : null;
    }

    /** What is wrong and where, for people. */
    public static final class BadSnapshotException extends Exception {
        private final String reason;

        public BadSnapshotException(String message) {
            super(message);
            this.reason = message;
        }

        /** The message, which is never absent. */
        public String reason() {
            return reason;
        }
    }
}
