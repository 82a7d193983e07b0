package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of one snapshot. */
final class SnapshotReader {

    private static final List<String> MEMBERS = List.of("account_id", "as_of", "attributes", "indicators", "history");

    private final JsonInput json;
    private @Nullable String accountId;
    private @Nullable LocalDate asOf;
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    private final Map<String, Observation> indicators = new LinkedHashMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();

    SnapshotReader(JsonInput json) {
        this.json = json;
    }

    AccountSnapshot read(LocalDate defaultAsOf) throws BadSnapshotException {
        json.members(MEMBERS.size() + 1, this::member);
        json.end();
        if (accountId == null) {
            throw new BadSnapshotException("account_id: is missing; say which account this is");
        }
        return new AccountSnapshot(accountId, asOf == null ? defaultAsOf : asOf, attributes, indicators, history);
    }

    private void member(String name) throws BadSnapshotException {
        switch (name) {
            case "account_id" -> accountId = accountId();
            case "as_of" -> asOf = json.dateOrNull();
            case "attributes" -> {
                if (!json.isNull()) {
                    json.members(SnapshotJson.MAX_ATTRIBUTES, field -> attributes.put(field, json.anything()));
                }
            }
            case "indicators" -> {
                if (!json.isNull()) {
                    json.members(SnapshotJson.MAX_INDICATORS, field -> indicators.put(field, observation()));
                }
            }
            case "history" -> {
                if (!json.isNull()) {
                    json.items(SnapshotJson.MAX_HISTORY, () -> history.add(new HistoryReader(json).read()));
                }
            }
            default -> throw unknown(json, name, MEMBERS);
        }
    }

    private String accountId() throws BadSnapshotException {
        String id = json.text().strip();
        String fault = SnapshotJson.faultOfAccountId(id);
        if (fault != null) {
            throw json.bad(fault);
        }
        return id;
    }

    private Observation observation() throws BadSnapshotException {
        return json.isObject() ? new ObservationReader().read() : Observation.of(json.anything());
    }

    static BadSnapshotException unknown(JsonInput json, String name, List<String> known) {
        String remedy = Names.closest(JsonInput.shortened(name), known)
                .map(close -> "did you mean `" + close + "`?")
                .orElse("known are `" + String.join("`, `", known) + "`");
        return json.bad("unknown member; " + remedy);
    }

    /** An observation written as an object; it needs a value, be it null. */
    private final class ObservationReader {

        private static final List<String> KNOWN = List.of("value", "observed_at", "source", "campaign_share");

        private boolean hasValue;
        private @Nullable Object value;
        private @Nullable LocalDate observedAt;
        private @Nullable String source;
        private @Nullable BigDecimal campaignShare;

        Observation read() throws BadSnapshotException {
            json.members(KNOWN.size() + 1, this::member);
            if (!hasValue) {
                throw json.badAt("value", "is missing; send the value, or null when there is none");
            }
            return new Observation(value, observedAt, source, campaignShare);
        }

        private void member(String name) throws BadSnapshotException {
            switch (name) {
                case "value" -> {
                    hasValue = true;
                    value = json.anything();
                }
                case "observed_at" -> observedAt = json.dateOrNull();
                case "source" -> source = json.textOrNull();
                case "campaign_share" -> campaignShare = json.numberOrNull();
                default -> throw unknown(json, name, KNOWN);
            }
        }
    }
}
