package io.barograph.service.decisions;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A history entry as the columns of {@code history_entry} that say what it is. */
record HistoryRow(
        String kind,
        String name,
        LocalDate dated,
        Reading reading,
        @Nullable String band,
        @Nullable String campaignShare) {

    private static final String INDICATOR = "indicator";
    private static final String SCORE = "score";
    private static final String PLAYBOOK = "playbook";
    private static final String ATTRIBUTES = "attributes";

    static HistoryRow of(HistoryEntry entry) {
        if (entry instanceof IndicatorEntry reading) {
            BigDecimal share = reading.campaignShare();
            return new HistoryRow(
                    INDICATOR,
                    reading.indicator(),
                    reading.date(),
                    Reading.of(reading.value()),
                    null,
                    share == null ? null : share.toString());
        }
        if (entry instanceof ScoreEntry score) {
            return new HistoryRow(SCORE, score.score(), score.date(), Reading.of(score.value()), score.band(), null);
        }
        if (entry instanceof AttributesEntry attributes) {
            String json = SnapshotJson.writeAttributes(attributes.attributes());
            return new HistoryRow(ATTRIBUTES, "", attributes.date(), Reading.of(json), null, null);
        }
        PlaybookEntry playbook = (PlaybookEntry) entry;
        return new HistoryRow(PLAYBOOK, playbook.playbook(), playbook.date(), Reading.of(null), null, null);
    }

    HistoryRow with(Reading other) {
        return new HistoryRow(kind, name, dated, other, band, campaignShare);
    }

    boolean isAttributes() {
        return kind.equals(ATTRIBUTES);
    }

    static Map<String, @Nullable Object> attributes(String json) {
        try {
            return SnapshotJson.readAttributes(json);
        } catch (BadSnapshotException bad) {
            throw new IllegalStateException("the store holds attributes that cannot be read: " + bad.reason(), bad);
        }
    }

    static HistoryRow read(ResultSet row) throws SQLException {
        return new HistoryRow(
                row.getString("kind"),
                row.getString("name"),
                row.getObject("dated", LocalDate.class),
                new Reading(row.getString("reading_type"), row.getString("reading")),
                row.getString("band"),
                row.getString("campaign_share"));
    }

    HistoryEntry entry() {
        return switch (kind) {
            case INDICATOR ->
                new IndicatorEntry(
                        name, dated, reading.value(), campaignShare == null ? null : new BigDecimal(campaignShare));
            case SCORE -> new ScoreEntry(name, dated, (BigDecimal) reading.value(), band);
            case PLAYBOOK -> new PlaybookEntry(name, dated);
            case ATTRIBUTES -> new AttributesEntry(dated, attributes(String.valueOf(reading.text())));
            default -> throw new IllegalStateException("unknown kind of history entry `" + kind + "` in the store");
        };
    }
}
