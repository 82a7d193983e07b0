package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Observations of one account as they come in: one {@code {"indicator", "value", "observed_at", "source", "campaign_share"}}, or
 * {@code {"as_of", "observations": [{…}, …]}} of many.
 *
 * @param asOf the day to decide for; null when not said
 * @param observations at least one
 */
public record NewObservations(@Nullable LocalDate asOf, List<Named> observations) {

    /** An observation and the indicator it is of, as the caller names it. */
    public record Named(String indicator, Observation observation) {}

    private static final List<String> MEMBERS =
            List.of("as_of", "observations", "indicator", "value", "observed_at", "source", "campaign_share");

    public NewObservations {
        observations = List.copyOf(observations);
    }

    /**
     * @param json one object in UTF-8
     * @throws BadSnapshotException when it is not such an object
     */
    public static NewObservations read(byte[] json) throws BadSnapshotException {
        try (JsonInput input = JsonInput.of(json)) {
            return new Reader(input).read();
        }
    }

    /**
     * The account with these observations. Of several of one indicator the first stands among its indicators, the others in its
     * history, so that of one date the first counts.
     *
     * @param attributes what the account is
     * @param day to decide for when the observations do not say
     */
    public AccountSnapshot snapshot(String accountId, Map<String, @Nullable Object> attributes, LocalDate day) {
        LocalDate date = asOf == null ? day : asOf;
        Map<String, Observation> indicators = new LinkedHashMap<>();
        List<HistoryEntry> history = new ArrayList<>();
        for (Named named : observations) {
            Observation observation = named.observation();
            if (indicators.putIfAbsent(named.indicator(), observation) != null) {
                history.add(new IndicatorEntry(
                        named.indicator(),
                        observation.observedAt() == null ? date : observation.observedAt(),
                        observation.value(),
                        observation.campaignShare()));
            }
        }
        return new AccountSnapshot(accountId, date, attributes, indicators, history);
    }

    /** Reads one document. */
    private static final class Reader {

        private final JsonInput json;
        private final List<Named> observations = new ArrayList<>();
        private @Nullable LocalDate asOf;

        Reader(JsonInput json) {
            this.json = json;
        }

        NewObservations read() throws BadSnapshotException {
            One single = new One();
            json.members(MEMBERS.size(), name -> {
                switch (name) {
                    case "as_of" -> asOf = json.dateOrNull();
                    case "observations" -> json.items(SnapshotJson.MAX_HISTORY, () -> observations.add(one()));
                    default -> single.member(name);
                }
            });
            json.end();
            if (single.started) {
                if (!observations.isEmpty()) {
                    throw new BadSnapshotException(
                            "send one observation or a list of `observations`, but not both in one request");
                }
                observations.add(single.named());
            }
            if (observations.isEmpty()) {
                throw new BadSnapshotException(
                        "observations: are missing; send at least one, each with `indicator` and `value`");
            }
            return new NewObservations(asOf, observations);
        }

        private Named one() throws BadSnapshotException {
            One one = new One();
            json.members(MEMBERS.size(), one::member);
            return one.named();
        }

        /** The members of one observation. */
        private final class One {

            private boolean started;
            private boolean hasValue;
            private @Nullable String indicator;
            private @Nullable Object value;
            private @Nullable LocalDate observedAt;
            private @Nullable String source;
            private @Nullable BigDecimal campaignShare;

            void member(String name) throws BadSnapshotException {
                started = true;
                switch (name) {
                    case "indicator" -> indicator = json.text().strip();
                    case "value" -> {
                        hasValue = true;
                        value = json.anything();
                    }
                    case "observed_at" -> observedAt = json.dateOrNull();
                    case "source" -> source = json.textOrNull();
                    case "campaign_share" -> campaignShare = json.numberOrNull();
                    default -> throw SnapshotReader.unknown(json, name, MEMBERS);
                }
            }

            Named named() throws BadSnapshotException {
                if (indicator == null || indicator.isEmpty()) {
                    throw json.badAt("indicator", "is missing; say which indicator was observed");
                }
                if (!hasValue) {
                    throw json.badAt("value", "is missing; send the value, or null when there is none");
                }
                return new Named(indicator, new Observation(value, observedAt, source, campaignShare));
            }
        }
    }
}
