package io.barograph.service.decisions;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.service.privacy.AccountKey;
import io.barograph.service.privacy.KeyRing;
import io.barograph.service.privacy.Sealing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps sensitive readings and attributes of the past sealed. A sealed row says so in {@code reading_type}; its {@code reading} is the
 * sealed text, and behind a blank, for attributes, the JSON of those that are not sensitive.
 */
@Component
class SealedHistory {

    private static final String SEALED = "sealed";
    private static final char AFTER_SEAL = ' ';

    private final Sealing sealing;

    SealedHistory(Sealing sealing) {
        this.sealing = sealing;
    }

    /** @param key of the account; null when nothing of the decision is sensitive */
    HistoryRow seal(HistoryEntry entry, String account, @Nullable AccountKey key) {
        HistoryRow row = HistoryRow.of(entry);
        if (key == null) {
            return row;
        }
        if (entry instanceof IndicatorEntry reading && reading.value() != null && sensitive(reading.indicator())) {
            return row.with(new Reading(
                    SEALED,
                    sealing.seal(
                            key.key(),
                            place(row, account),
                            row.reading().type() + AFTER_SEAL + row.reading().text())));
        }
        return entry instanceof AttributesEntry attributes ? seal(attributes, row, account, key) : row;
    }

    private HistoryRow seal(AttributesEntry entry, HistoryRow row, String account, AccountKey key) {
        Map<String, @Nullable Object> open = new LinkedHashMap<>();
        Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
        entry.attributes().forEach((name, value) -> (sensitive(name) ? hidden : open).put(name, value));
        if (hidden.isEmpty()) {
            return row;
        }
        String sealed = sealing.seal(key.key(), place(row, account), SnapshotJson.writeAttributes(hidden));
        return row.with(new Reading(SEALED, sealed + AFTER_SEAL + SnapshotJson.writeAttributes(open)));
    }

    /** The entry as it was; without what its erased key had sealed, so empty for a reading. */
    Optional<HistoryEntry> open(HistoryRow row, String account, KeyRing ring) {
        String text = row.reading().text();
        if (!SEALED.equals(row.reading().type()) || text == null) {
            return Optional.of(row.entry());
        }
        int blank = text.indexOf(AFTER_SEAL);
        String sealed = blank < 0 ? text : text.substring(0, blank);
        Optional<String> opened = sealing.open(ring, place(row, account), sealed);
        if (row.isAttributes()) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(HistoryRow.attributes(text.substring(blank + 1)));
            opened.ifPresent(hidden -> all.putAll(HistoryRow.attributes(hidden)));
            return Optional.of(new AttributesEntry(row.dated(), all));
        }
        return opened.map(value -> {
            int end = value.indexOf(AFTER_SEAL);
            return row.with(new Reading(value.substring(0, end), value.substring(end + 1)))
                    .entry();
        });
    }

    private boolean sensitive(String name) {
        return sealing.sealer().fields().include(name);
    }

    private static String place(HistoryRow row, String account) {
        return account + "\n" + row.dated() + "\n" + row.kind() + "\n" + row.name();
    }
}
