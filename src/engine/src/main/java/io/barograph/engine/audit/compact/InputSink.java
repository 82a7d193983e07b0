package io.barograph.engine.audit.compact;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was sent and what was known before. Of the fields of the contract, bits say which are there; inputs by other
 * names follow, by name.
 */
final class InputSink {

    static final int OBSERVED_AT = 1;
    static final int SOURCE = 2;
    static final int CAMPAIGN_SHARE = 4;
    static final int ALL_OF_OBSERVATION = 7;

    static final int INDICATOR = 0;
    static final int SCORE = 1;
    static final int PLAYBOOK = 2;
    static final int ATTRIBUTES = 3;
    static final int KIND = 3;

    /** A campaign share or a score's value follows. */
    static final int NUMBER = 4;

    static final int BAND = 8;

    /** Of the same kind and subject as the entry before. */
    static final int AGAIN = 16;

    /** Writes one input's value. */
    private interface Input<T> {
        void write(@Nullable T value, boolean sensitive);
    }

    private final RecordModel model;
    private final RecordSink out;
    private LocalDate asOf = LocalDate.EPOCH;
    private int lastKind = -1;
    private String lastSubject = "";

    InputSink(RecordModel model, RecordSink out) {
        this.model = model;
        this.out = out;
    }

    void snapshot(AccountSnapshot snapshot) {
        asOf = snapshot.asOf();
        attributes(snapshot.attributes());
        inputs(snapshot.indicators(), model.indicators(), this::observation);
        history(snapshot.history());
    }

    private void attributes(Map<String, @Nullable Object> attributes) {
        inputs(attributes, model.attributes(), out::value);
    }

    private <T> void inputs(Map<String, @Nullable T> sent, List<String> fields, Input<T> input) {
        int known = 0;
        for (int from = 0; from < fields.size(); from += Byte.SIZE) {
            int bits = 0;
            for (int i = from; i < Math.min(fields.size(), from + Byte.SIZE); i++) {
                if (sent.containsKey(fields.get(i))) {
                    bits |= 1 << (i - from);
                    known++;
                }
            }
            out.bytes().octet(bits);
        }
        for (String field : fields) {
            if (sent.containsKey(field)) {
                input.write(sent.get(field), model.hides(field));
            }
        }
        out.bytes().varint(sent.size() - known);
        if (sent.size() > known) {
            Map<String, @Nullable T> others = new TreeMap<>(sent);
            fields.forEach(others::remove);
            others.forEach((name, value) -> {
                out.text(name);
                input.write(value, model.hides(name));
            });
        }
    }

    private void observation(@Nullable Observation observation, boolean hide) {
        if (observation == null) {
            throw new IllegalArgumentException("a snapshot has an indicator without an observation");
        }
        int parts = (observation.observedAt() == null ? 0 : OBSERVED_AT)
                | (observation.source() == null ? 0 : SOURCE)
                | (observation.campaignShare() == null ? 0 : CAMPAIGN_SHARE);
        if (parts != 0 || observation.value() instanceof Map) {
            out.bytes().octet(Tag.OBSERVATION);
            out.bytes().octet(parts);
        }
        out.value(observation.value(), hide);
        if (observation.observedAt() != null) {
            out.date(observation.observedAt());
        }
        if (observation.source() != null) {
            out.value(observation.source(), hide);
        }
        if (observation.campaignShare() != null) {
            out.value(observation.campaignShare());
        }
    }

    /** Each dated from the one before, the first from the as-of date. */
    void history(List<HistoryEntry> entries) {
        out.bytes().varint(entries.size());
        long before = asOf.toEpochDay();
        lastKind = -1;
        for (HistoryEntry entry : entries) {
            entry(entry, entry.date().toEpochDay() - before);
            before = entry.date().toEpochDay();
        }
    }

    private void entry(HistoryEntry entry, long days) {
        if (entry instanceof HistoryEntry.IndicatorEntry reading) {
            head(INDICATOR | (reading.campaignShare() == null ? 0 : NUMBER), reading.indicator(), days);
            out.value(reading.value(), model.hides(reading.indicator()));
            if (reading.campaignShare() != null) {
                out.value(reading.campaignShare());
            }
        } else if (entry instanceof HistoryEntry.ScoreEntry score) {
            head(SCORE | (score.value() == null ? 0 : NUMBER) | (score.band() == null ? 0 : BAND), score.score(), days);
            if (score.value() != null) {
                out.value(score.value());
            }
            if (score.band() != null) {
                out.text(score.band());
            }
        } else if (entry instanceof HistoryEntry.PlaybookEntry playbook) {
            head(PLAYBOOK, playbook.playbook(), days);
        } else if (entry instanceof HistoryEntry.AttributesEntry attributes) {
            lastKind = ATTRIBUTES;
            out.bytes().octet(ATTRIBUTES);
            out.bytes().zigzag(days);
            attributes(attributes.attributes());
        }
    }

    private void head(int kind, String subject, long days) {
        boolean again = (kind & KIND) == lastKind && subject.equals(lastSubject);
        out.bytes().octet(again ? kind | AGAIN : kind);
        if (!again) {
            out.text(subject);
        }
        out.bytes().zigzag(days);
        lastKind = kind & KIND;
        lastSubject = subject;
    }
}
