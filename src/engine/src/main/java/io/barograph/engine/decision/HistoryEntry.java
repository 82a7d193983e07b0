package io.barograph.engine.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something known about an account's past. */
public sealed interface HistoryEntry {

    /** The UTC date the entry is of. */
    LocalDate date();

    /** What two entries of the same date must share for one to replace the other, for example {@code score:overall}. */
    String subject();

    /** An earlier reading of an indicator (by name). */
    record IndicatorEntry(
            String indicator,
            LocalDate date,
            @Nullable Object value,
            @Nullable BigDecimal campaignShare) implements HistoryEntry {
        @Override
        public String subject() {
            return "indicator:" + indicator;
        }
    }

    /**
     * An earlier score, {@code Overall} or a dimension, with the band shown then; either may be missing.
     */
    record ScoreEntry(
            String score,
            LocalDate date,
            @Nullable BigDecimal value,
            @Nullable String band) implements HistoryEntry {
        @Override
        public String subject() {
            return "score:" + io.barograph.engine.text.Names.fold(score);
        }
    }

    /** An earlier recommendation of a playbook that was running then (neither suppressed nor cooling). */
    record PlaybookEntry(String playbook, LocalDate date) implements HistoryEntry {
        @Override
        public String subject() {
            return "playbook:" + io.barograph.engine.text.Names.fold(playbook);
        }
    }

    /**
     * The attributes an earlier decision saw. Whoever knows them also knows all observations of then, so that what is absent was
     * missing.
     *
     * @param attributes as they were sent, by the name the caller used
     */
    record AttributesEntry(LocalDate date, Map<String, @Nullable Object> attributes) implements HistoryEntry {

        public AttributesEntry {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        @Override
        public String subject() {
            return "attributes";
        }
    }
}
