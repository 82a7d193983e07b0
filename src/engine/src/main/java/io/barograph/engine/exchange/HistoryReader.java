package io.barograph.engine.exchange;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry of a history: an earlier reading of an indicator, an earlier score, an earlier recommendation, or
 * the attributes of an earlier decision. The
 * {@code source} of a reading may be sent; it is not kept.
 */
final class HistoryReader {

    private static final List<String> KINDS = List.of("indicator", "score", "playbook", "attributes");
    private static final List<String> OF_INDICATOR =
            List.of("indicator", "observed_at", "value", "campaign_share", "source");
    private static final List<String> OF_SCORE = List.of("score", "as_of", "value", "band");
    private static final List<String> OF_PLAYBOOK = List.of("playbook", "as_of");
    private static final List<String> OF_ATTRIBUTES = List.of("attributes", "as_of");
    private static final List<String> ALL = List.of(
            "indicator",
            "score",
            "playbook",
            "attributes",
            "observed_at",
            "as_of",
            "value",
            "campaign_share",
            "source",
            "band");

    private final JsonInput json;
    private final Set<String> sent = new LinkedHashSet<>();
    private @Nullable String subject;
    private @Nullable LocalDate date;
    private @Nullable Object value;
    private @Nullable BigDecimal campaignShare;
    private @Nullable String band;
    private final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();

    HistoryReader(JsonInput json) {
        this.json = json;
    }

    HistoryEntry read() throws BadSnapshotException {
        json.members(ALL.size(), this::member);
        List<String> kinds = KINDS.stream().filter(sent::contains).toList();
        if (kinds.size() != 1) {
            throw json.bad("must have exactly one of `indicator`, `score`, `playbook` and `attributes`");
        }
        return switch (kinds.get(0)) {
            case "indicator" -> indicator();
            case "score" -> score();
            case "playbook" -> playbook();
            default -> attributes();
        };
    }

    private HistoryEntry indicator() throws BadSnapshotException {
        checkMembers("an indicator", OF_INDICATOR);
        if (!sent.contains("value")) {
            throw json.badAt("value", "is missing; send the value, or null when there was none");
        }
        return new HistoryEntry.IndicatorEntry(subject("indicator"), date("observed_at"), value, campaignShare);
    }

    private HistoryEntry score() throws BadSnapshotException {
        checkMembers("a score", OF_SCORE);
        if (value != null && !(value instanceof BigDecimal)) {
            throw json.badAt("value", "must be a number; a score is from 0 to 100");
        }
        return new HistoryEntry.ScoreEntry(subject("score"), date("as_of"), (BigDecimal) value, band);
    }

    private HistoryEntry playbook() throws BadSnapshotException {
        checkMembers("a playbook", OF_PLAYBOOK);
        return new HistoryEntry.PlaybookEntry(subject("playbook"), date("as_of"));
    }

    private HistoryEntry attributes() throws BadSnapshotException {
        checkMembers("attributes", OF_ATTRIBUTES);
        return new HistoryEntry.AttributesEntry(date("as_of"), attributes);
    }

    private void checkMembers(String what, List<String> known) throws BadSnapshotException {
        for (String name : sent) {
            if (!known.contains(name)) {
                throw json.badAt(
                        name, "does not belong to " + what + "; known are `" + String.join("`, `", known) + "`");
            }
        }
    }

    private String subject(String member) throws BadSnapshotException {
        if (subject == null || subject.isBlank()) {
            throw json.badAt(member, "is blank; name it");
        }
        return subject.strip();
    }

    private LocalDate date(String member) throws BadSnapshotException {
        if (date == null) {
            throw json.badAt(member, "is missing; say which day the entry is of");
        }
        return date;
    }

    private void member(String name) throws BadSnapshotException {
        sent.add(name);
        switch (name) {
            case "indicator", "score", "playbook" -> subject = json.text();
            case "attributes" ->
                json.members(SnapshotJson.MAX_ATTRIBUTES, field -> attributes.put(field, json.anything()));
            case "observed_at", "as_of" -> date = json.dateOrNull();
            case "value" -> value = json.anything();
            case "campaign_share" -> campaignShare = json.numberOrNull();
            case "band" -> band = json.textOrNull();
            case "source" -> json.textOrNull();
            default -> throw SnapshotReader.unknown(json, name, ALL);
        }
    }
}
