package io.barograph.cli;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.ModelLease;
import io.barograph.engine.audit.Replay;
import io.barograph.engine.audit.Replay.Impossible;
import io.barograph.engine.audit.Replay.Obstacle;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** Decides every decision of an export again as its lines come; keeps models and keys, and of records their count. */
final class ExportReplay {

    private final ReplayModels models;
    private final ReplayTally tally = new ReplayTally();
    private final Map<String, DataKey> keys = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    /** Sealed records without their key, by key: whether it was deleted is told by an event further on. */
    private final Map<String, Long> sealed = new TreeMap<>();

    ExportReplay(ReplayModels models) {
        this.models = models;
    }

    /** @throws IllegalArgumentException when the line is of the right form but cannot be used, for people */
    void take(ExportLine line) {
        if (line instanceof ExportLine.Model model) {
            models.add(ModelDocument.read(model.document()));
        } else if (line instanceof ExportLine.AccountKey key) {
            keys.put(key.keyId(), new DataKey(key.keyId(), key.key()));
        } else if (line instanceof ExportLine.Entry entry) {
            record(entry.index(), entry.record());
        } else if (line instanceof ExportLine.Retired) {
            tally.addRetired();
        } else if (line instanceof ExportLine.Related related) {
            event(related.record());
        }
    }

    private void record(long index, byte[] record) {
        Optional<RecordHead> head = RecordHead.of(index, record);
        if (head.isPresent()) {
            decision(head.get(), record);
        } else {
            event(record);
        }
    }

    private void event(byte[] record) {
        EventRecord event;
        try {
            event = EventRecord.read(record);
        } catch (IllegalArgumentException | JacksonException noneOfOurs) {
            return;
        }
        if (event.event().equals(EventRecord.ERASURE) && event.details().get("keys") instanceof List<?> erased) {
            erased.forEach(key -> deleted.add(String.valueOf(key)));
        }
    }

    private void decision(RecordHead head, byte[] record) {
        StoredRecord stored;
        RecordModel model;
        try {
            stored = StoredRecord.of(record);
            model = models.records(stored.modelDigest());
        } catch (IllegalArgumentException damaged) {
            tally.add(head, unreadable(damaged));
            return;
        }
        if (model == null) {
            tally.add(head, missing(stored.modelDigest()));
            return;
        }
        String keyId = stored.keyId().orElse(null);
        DataKey key = keyId == null ? null : keys.get(keyId);
        if (keyId == null) {
            tally.add(head, replayed(() -> stored.open(model)));
        } else if (key != null) {
            tally.add(head, replayed(() -> stored.open(model, key)));
        } else if (followsWithoutValues(stored, model)) {
            tally.addWithoutValues(head);
        } else {
            tally.see(head);
            sealed.merge(keyId, 1L, Long::sum);
        }
    }

    /** Why there is no model by which the record could be read. */
    private Impossible missing(String digest) {
        try (ModelLease lease = models.lease(digest)) {
            return lease instanceof ModelLease.Refused refused
                    ? refused.why()
                    : unreadable(new IllegalArgumentException("no model reads the record"));
        }
    }

    private boolean followsWithoutValues(StoredRecord stored, RecordModel model) {
        try {
            return stored.sealed(model)
                    .flatMap(SealedRecord::withoutValues)
                    .map(record -> Replay.of(record, models))
                    .filter(Replay.Identical.class::isInstance)
                    .isPresent();
        } catch (IllegalArgumentException | JacksonException damaged) {
            return false;
        }
    }

    private Replay replayed(Supplier<DecisionRecord> record) {
        try {
            return Replay.of(record.get().canonicalBytes(), models);
        } catch (IllegalArgumentException | JacksonException damaged) {
            return unreadable(damaged);
        }
    }

    private static Impossible unreadable(RuntimeException why) {
        return new Impossible(
                Obstacle.UNREADABLE,
                String.valueOf(why.getMessage()).lines().findFirst().orElse("it cannot be read"));
    }

    /** What came of all, once the last line was taken. */
    ReplayTally finished() {
        sealed.forEach((key, count) -> tally.settle(
                deleted.contains(key)
                        ? new Impossible(Obstacle.ERASED, "the keys of their values were deleted, as the log records")
                        : new Impossible(
                                Obstacle.SEALED,
                                "values are sealed and the export holds no key; ask for one with keys"),
                count));
        sealed.clear();
        return tally;
    }

    /** How many decisions were looked at so far. */
    long done() {
        return tally.decisions();
    }
}
