package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.NamedValues;
import io.barograph.engine.decision.Observation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads snapshots that are written plainly; any other is left to {@link SnapshotReader}, which reads all there are and says what is
 * wrong with the rest. Remembers the names of attributes and indicators, so that accounts share them. For one thread at a time.
 */
final class JsonAccounts {

    private static final NamedValues.Shape NOTHING = NamedValues.Shape.of(List.of());

    private final JsonCursor json = new JsonCursor();
    private final NameTable attributeNames = new NameTable();
    private final NameTable indicatorNames = new NameTable();

    /** Of the snapshot being read. */
    private @Nullable String accountId;

    private @Nullable LocalDate asOf;
    private NamedValues<@Nullable Object> attributes = NamedValues.of(NOTHING, new Object[0]);
    private NamedValues<Observation> indicators = NamedValues.of(NOTHING, new Object[0]);
    private List<HistoryEntry> history = List.of();

    /** The snapshot that the bytes are; null when that takes another reader to tell. */
    @Nullable AccountSnapshot read(byte[] bytes, int offset, int length, LocalDate defaultAsOf) {
        json.start(bytes, offset, length);
        accountId = null;
        asOf = null;
        attributes = NamedValues.of(NOTHING, new Object[0]);
        indicators = NamedValues.of(NOTHING, new Object[0]);
        history = List.of();
        if (!json.takes('{') || !members() || !json.takesEnd() || accountId == null) {
            return null;
        }
        return new AccountSnapshot(accountId, asOf == null ? defaultAsOf : asOf, attributes, indicators, history);
    }

    private boolean members() {
        int seen = 0;
        do {
            Member member = member();
            if (member == null || (seen & member.bit()) != 0 || !read(member)) {
                return false;
            }
            seen |= member.bit();
        } while (json.takes(','));
        return json.takes('}');
    }

    /** The name of the next member, its colon passed; null when there is none that is known. */
    private @Nullable Member member() {
        return json.takesText() && json.isLiteral() && json.takes(':')
                ? Member.of(json.bytes(), json.from(), json.to())
                : null;
    }

    private boolean read(Member member) {
        return switch (member) {
            case ACCOUNT_ID -> accountId();
            case AS_OF -> {
                boolean read = json.takesDateOrNull();
                asOf = json.date();
                yield read;
            }
            case ATTRIBUTES -> attributes();
            case INDICATORS -> indicators();
            case HISTORY -> history();
            default -> false;
        };
    }

    private boolean accountId() {
        String text = json.takesText() ? json.text() : null;
        accountId = text == null ? null : text.strip();
        return accountId != null && SnapshotJson.faultOfAccountId(accountId) == null;
    }

    private boolean attributes() {
        if (!json.takes('{')) {
            return false;
        }
        attributeNames.begin();
        if (!json.takes('}')) {
            do {
                int place = place(attributeNames);
                if (place < 0 || !json.takesValue()) {
                    return false;
                }
                attributeNames.set(place, json.value());
            } while (json.takes(','));
            if (!json.takes('}')) {
                return false;
            }
        }
        attributes = attributeNames.values();
        return true;
    }

    private boolean indicators() {
        if (!json.takes('{')) {
            return false;
        }
        indicatorNames.begin();
        if (!json.takes('}')) {
            do {
                int place = place(indicatorNames);
                Observation observation = place < 0 ? null : observation();
                if (observation == null) {
                    return false;
                }
                indicatorNames.set(place, observation);
            } while (json.takes(','));
            if (!json.takes('}')) {
                return false;
            }
        }
        indicators = indicatorNames.values();
        return true;
    }

    private int place(NameTable names) {
        if (!json.takesText() || json.isEscaped()) {
            return -1;
        }
        int place = names.place(json.bytes(), json.from(), json.to());
        return json.takes(':') ? place : -1;
    }

    private @Nullable Observation observation() {
        if (!json.isObject()) {
            return json.takesValue() ? Observation.of(json.value()) : null;
        }
        Entry entry = new Entry();
        return json.takes('{') && entry.members() ? entry.observation() : null;
    }

    private boolean history() {
        if (!json.takes('[')) {
            return false;
        }
        List<HistoryEntry> entries = new ArrayList<>();
        if (!json.takes(']')) {
            do {
                Entry entry = new Entry();
                HistoryEntry read = json.takes('{') && entry.members() ? entry.history() : null;
                if (read == null || entries.size() == SnapshotJson.MAX_HISTORY) {
                    return false;
                }
                entries.add(read);
            } while (json.takes(','));
            if (!json.takes(']')) {
                return false;
            }
        }
        history = entries;
        return true;
    }

    /** An observation, or an entry of the history. */
    private final class Entry {

        private static final int OBSERVATION =
                Member.VALUE.bit() | Member.OBSERVED_AT.bit() | Member.SOURCE.bit() | Member.CAMPAIGN_SHARE.bit();
        private static final int SCORE =
                Member.SCORE.bit() | Member.AS_OF.bit() | Member.VALUE.bit() | Member.BAND.bit();
        private static final int PLAYBOOK = Member.PLAYBOOK.bit() | Member.AS_OF.bit();

        private int seen;
        private @Nullable String subject;
        private @Nullable LocalDate date;
        private @Nullable Object value;
        private @Nullable String source;
        private @Nullable String band;
        private @Nullable BigDecimal campaignShare;

        boolean members() {
            do {
                Member member = member();
                if (member == null || (seen & member.bit()) != 0 || !read(member)) {
                    return false;
                }
                seen |= member.bit();
            } while (json.takes(','));
            return json.takes('}');
        }

        private boolean read(Member member) {
            boolean read;
            switch (member) {
                case VALUE -> {
                    read = json.takesValue();
                    value = json.value();
                }
                case OBSERVED_AT, AS_OF -> {
                    read = json.takesDateOrNull();
                    date = json.date();
                }
                case SOURCE -> {
                    read = json.takesTextOrNull();
                    source = read ? (String) json.value() : null;
                }
                case BAND -> {
                    read = json.takesTextOrNull();
                    band = read ? (String) json.value() : null;
                }
                case CAMPAIGN_SHARE -> {
                    read = json.takesNumberOrNull();
                    campaignShare = read ? (BigDecimal) json.value() : null;
                }
                case INDICATOR, SCORE, PLAYBOOK -> {
                    subject = json.takesText() ? json.text() : null;
                    read = subject != null;
                }
                default -> read = false;
            }
            return read;
        }

        @Nullable Observation observation() {
            return has(Member.VALUE) && onlyHas(OBSERVATION)
                    ? new Observation(value, date, source, campaignShare)
                    : null;
        }

        @Nullable HistoryEntry history() {
            if (subject == null || subject.isBlank() || date == null) {
                return null;
            }
            String name = subject.strip();
            if (has(Member.INDICATOR)) {
                return has(Member.VALUE) && onlyHas(OBSERVATION | Member.INDICATOR.bit())
                        ? new HistoryEntry.IndicatorEntry(name, date, value, campaignShare)
                        : null;
            }
            if (has(Member.SCORE)) {
                return onlyHas(SCORE) && (value == null || value instanceof BigDecimal)
                        ? new HistoryEntry.ScoreEntry(name, date, (BigDecimal) value, band)
                        : null;
            }
            return onlyHas(PLAYBOOK) ? new HistoryEntry.PlaybookEntry(name, date) : null;
        }

        private boolean has(Member member) {
            return (seen & member.bit()) != 0;
        }

        private boolean onlyHas(int members) {
            return (seen & ~members) == 0;
        }
    }
}
