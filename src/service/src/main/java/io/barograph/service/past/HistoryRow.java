package io.barograph.service.past;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A history entry as texts, which is how it is kept. An entry of attributes has them as JSON in its reading. */
public record HistoryRow(
        Kind kind,
        String name,
        LocalDate dated,
        Reading reading,
        @Nullable String band,
        @Nullable String campaignShare) {

    /** What an entry is about. Kept by number. */
    public enum Kind {
        INDICATOR(0, "indicator"),
        SCORE(1, "score"),
        PLAYBOOK(2, "playbook"),
        ATTRIBUTES(3, "attributes");

        private static final Kind[] BY_NUMBER = values();

        private final int number;
        private final String label;

        Kind(int number, String label) {
            this.number = number;
            this.label = label;
        }

        int number() {
            return number;
        }

        String label() {
            return label;
        }

        static Kind of(HistoryEntry entry) {
            return entry instanceof IndicatorEntry
                    ? INDICATOR
                    : entry instanceof ScoreEntry ? SCORE : entry instanceof PlaybookEntry ? PLAYBOOK : ATTRIBUTES;
        }

        /** @throws IllegalArgumentException when there is no such kind */
        static Kind of(int number) {
            if (number < 0 || number >= BY_NUMBER.length) {
                throw new IllegalArgumentException("there is no history entry of kind " + number);
            }
            return BY_NUMBER[number];
        }
    }

    static HistoryRow of(HistoryEntry entry) {
        if (entry instanceof IndicatorEntry reading) {
            BigDecimal share = reading.campaignShare();
            return new HistoryRow(
                    Kind.INDICATOR,
                    reading.indicator(),
                    reading.date(),
                    Reading.of(reading.value()),
                    null,
                    share == null ? null : share.toString());
        }
        if (entry instanceof ScoreEntry score) {
            return new HistoryRow(
                    Kind.SCORE, score.score(), score.date(), Reading.of(score.value()), score.band(), null);
        }
        if (entry instanceof AttributesEntry attributes) {
            String json = SnapshotJson.writeAttributes(attributes.attributes());
            return new HistoryRow(Kind.ATTRIBUTES, "", attributes.date(), Reading.of(json), null, null);
        }
        PlaybookEntry playbook = (PlaybookEntry) entry;
        return new HistoryRow(Kind.PLAYBOOK, playbook.playbook(), playbook.date(), Reading.of(null), null, null);
    }

    /** What an entry is about, beside its kind; empty for attributes. */
    static String name(HistoryEntry entry) {
        return entry instanceof IndicatorEntry reading
                ? reading.indicator()
                : entry instanceof ScoreEntry score
                        ? score.score()
                        : entry instanceof PlaybookEntry playbook ? playbook.playbook() : "";
    }

    /** @param at where in the bytes its contents begin, see {@link EntryReader#skipContents} */
    static HistoryRow read(Kind kind, String name, LocalDate dated, byte[] bytes, int at) {
        EntryReader in = new EntryReader(bytes, at);
        Reading reading = new Reading(in.text(), in.text());
        return new HistoryRow(kind, name, dated, reading, in.text(), in.text());
    }

    HistoryRow with(Reading other) {
        return new HistoryRow(kind, name, dated, other, band, campaignShare);
    }

    public boolean isAttributes() {
        return kind == Kind.ATTRIBUTES;
    }

    static Map<String, @Nullable Object> attributes(String json) {
        try {
            return SnapshotJson.readAttributes(json);
        } catch (BadSnapshotException bad) {
            throw new IllegalStateException("the store holds attributes that cannot be read: " + bad.reason(), bad);
        }
    }

    HistoryEntry entry() {
        return switch (kind) {
            case INDICATOR ->
                new IndicatorEntry(
                        name, dated, reading.value(), campaignShare == null ? null : new BigDecimal(campaignShare));
            case SCORE -> new ScoreEntry(name, dated, (BigDecimal) reading.value(), band);
            case PLAYBOOK -> new PlaybookEntry(name, dated);
            case ATTRIBUTES -> new AttributesEntry(dated, attributes(String.valueOf(reading.text())));
        };
    }
}
