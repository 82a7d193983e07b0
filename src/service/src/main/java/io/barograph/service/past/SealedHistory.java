package io.barograph.service.past;

import io.barograph.engine.audit.seal.Sealer;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.service.privacy.AccountKey;
import io.barograph.service.privacy.KeyRing;
import io.barograph.service.privacy.Sealing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps sensitive readings and attributes of the past sealed. A sealed row says so as the type of its reading, whose text is the
 * sealed text, and behind a blank, for attributes, the JSON of those that are not sensitive.
 */
@Component
public class SealedHistory {

    private static final String SEALED = "sealed";
    private static final char AFTER_SEAL = ' ';

    private final Sealing sealing;

    public SealedHistory(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * @param sealer of the model that decided
     * @param key of the account; null when nothing of the decision is sensitive
     */
    HistoryRow seal(Sealer sealer, HistoryEntry entry, String account, @Nullable AccountKey key) {
        HistoryRow row = HistoryRow.of(entry);
        if (key == null) {
            return row;
        }
        if (entry instanceof IndicatorEntry reading
                && reading.value() != null
                && sensitive(sealer, reading.indicator())) {
            return row.with(new Reading(
                    SEALED,
                    sealing.seal(
                            key.key(),
                            place(row, account),
                            row.reading().type() + AFTER_SEAL + row.reading().text())));
        }
        return entry instanceof AttributesEntry attributes ? seal(sealer, attributes, row, account, key) : row;
    }

    private HistoryRow seal(Sealer sealer, AttributesEntry entry, HistoryRow row, String account, AccountKey key) {
        Map<String, @Nullable Object> open = new LinkedHashMap<>();
        Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
        entry.attributes().forEach((name, value) -> (sensitive(sealer, name) ? hidden : open).put(name, value));
        if (hidden.isEmpty()) {
            return row;
        }
        String sealed = sealing.seal(key.key(), place(row, account), SnapshotJson.writeAttributes(hidden));
        return row.with(new Reading(SEALED, sealed + AFTER_SEAL + SnapshotJson.writeAttributes(open)));
    }

    /** What a decision adds to the past of its account, as it is kept. */
    public byte[] pack(NewEntries entries, Sealer sealer, Decision decision, @Nullable AccountKey key) {
        return new PackedPast(
                        seal(entries.decided(), sealer, decision, key), seal(entries.sent(), sealer, decision, key))
                .bytes(decision.asOf());
    }

    private List<HistoryRow> seal(
            List<HistoryEntry> entries, Sealer sealer, Decision decision, @Nullable AccountKey key) {
        return entries.stream()
                .map(entry -> seal(sealer, entry, decision.accountId(), key))
                .toList();
    }

    /** The entry as it was; without what its erased key had sealed, so empty for a reading. */
    public Optional<HistoryEntry> open(HistoryRow row, String account, KeyRing ring) {
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

    private static boolean sensitive(Sealer sealer, String name) {
        return sealer.fields().include(name);
    }

    private static String place(HistoryRow row, String account) {
        return account + "\n" + row.dated() + "\n" + row.kind().label() + "\n" + row.name();
    }
}
