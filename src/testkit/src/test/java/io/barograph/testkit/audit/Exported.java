package io.barograph.testkit.audit;

import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ExportWriter;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Exports a log as the service does: what is stored, be it damaged or not.
 *
 * @param log tells what the records are about, as the service's index tables do
 * @param stored what is exported
 */
record Exported(RandomLog log, StoredLog stored, boolean withKeys, boolean withModels, boolean withRendering) {

    /** Without what records say, which the reference does not look into. */
    Exported(RandomLog log, StoredLog stored, boolean withKeys, boolean withModels) {
        this(log, stored, withKeys, withModels, false);
    }

    byte[] range(long from, long to, long size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(from, to, size, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(long from, long to, long size, ByteArrayOutputStream out) throws IOException {
        List<String> keys = stored.keys.subList(
                0,
                Math.min(
                        stored.keys.size(),
                        1
                                + (int) log.keyChanges.stream()
                                        .filter(change -> change < size)
                                        .count()));
        ExportWriter writer = new ExportWriter(
                out,
                new ExportLine.Log(StoredLog.ORIGIN, from, to, size, keys),
                new ExportLine.Checkpoint(Objects.requireNonNull(stored.checkpoints.get(size))));
        NavigableMap<Long, String> smaller = new TreeMap<>(stored.checkpoints.headMap(size, false));
        checkpoints(smaller.headMap(from, true), writer);
        Set<Integer> models = new HashSet<>();
        Set<String> keysWritten = new HashSet<>();
        for (long index = from; index < to; index++) {
            StoredLog.Row row = stored.rows.get((int) index);
            byte[] record = row.record;
            if (record == null) {
                writer.write(new ExportLine.Retired(index, row.leaf, proof(index, size)));
            } else {
                companions(index, models, keysWritten, writer);
                byte[] rendered = rendered(index, record);
                writer.write(
                        rendered == null
                                ? new ExportLine.Entry(index, proof(index, size), record)
                                : new ExportLine.Entry(index, proof(index, size), record, rendered));
            }
            String note = smaller.get(index + 1);
            if (note != null) {
                writer.write(new ExportLine.Checkpoint(note));
            }
        }
        checkpoints(smaller.tailMap(to, false), writer);
        for (long index : related(from, to, size)) {
            byte[] record = Objects.requireNonNull(stored.rows.get((int) index).record);
            writer.write(new ExportLine.Related(index, proof(index, size), record));
        }
        writer.end();
    }

    /** Beside the range, only those of changes of the key. */
    private void checkpoints(NavigableMap<Long, String> beside, ExportWriter writer) throws IOException {
        for (Map.Entry<Long, String> one : beside.entrySet()) {
            if (log.keyChanges.contains(one.getKey() - 1)) {
                writer.write(new ExportLine.Checkpoint(one.getValue()));
            }
        }
    }

    private void companions(long index, Set<Integer> models, Set<String> keys, ExportWriter writer) throws IOException {
        Integer pool = log.deciders.get(index);
        if (withModels && pool != null && models.add(pool)) {
            writer.write(new ExportLine.Model(log.pools.get(pool).model().canonicalBytes()));
            RecordModel rendering = log.pools.get(pool).rendering();
            if (rendering != null && withRendering) {
                writer.write(new ExportLine.Legend(rendering.legend()));
            }
        }
        RecordPool.Kept kept = log.decisions.get(index);
        if (withKeys && kept != null && isSealed(kept) && keys.add(kept.keyId())) {
            writer.write(new ExportLine.AccountKey(kept.keyId(), kept.accountId(), kept.key()));
        }
    }

    private byte @Nullable [] rendered(long index, byte[] record) {
        Integer pool = log.deciders.get(index);
        RecordModel rendering = pool == null ? null : log.pools.get(pool).rendering();
        try {
            return rendering == null || !withRendering
                    ? null
                    : StoredRecord.of(record).json(rendering);
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private static boolean isSealed(RecordPool.Kept kept) {
        return StoredRecord.of(kept.record()).keyId().isPresent();
    }

    private Set<Long> related(long from, long to, long size) {
        Set<Long> related = new TreeSet<>(log.keyChanges);
        related.add(0L);
        related.addAll(log.activations.values());
        log.retentions.forEach((index, range) -> {
            if (range[0] < to) {
                related.add(index);
            }
        });
        Set<String> keys = new HashSet<>();
        for (long index = from; index < to; index++) {
            RecordPool.Kept kept = log.decisions.get(index);
            if (kept != null) {
                keys.add(kept.keyId());
            }
        }
        log.erasures.forEach((index, key) -> {
            if (keys.contains(key)) {
                related.add(index);
            }
        });
        related.removeIf(index -> index >= size || (from <= index && index < to));
        return related;
    }

    private List<Hash> proof(long index, long size) {
        return InclusionProof.of(stored.tree(), index, size).path();
    }
}
