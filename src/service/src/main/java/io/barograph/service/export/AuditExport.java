package io.barograph.service.export;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ExportWriter;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.engine.audit.merkle.TreeNodes;
import io.barograph.service.auditlog.CheckpointRows;
import io.barograph.service.auditlog.Checkpoints;
import io.barograph.service.auditlog.LogEntry;
import io.barograph.service.auditlog.LogIdentity;
import io.barograph.service.auditlog.LogRows;
import io.barograph.service.auditlog.StoredTree;
import io.barograph.service.models.RecordModels;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes the lines of an export in the order of {@code docs/audit-log.md}, some hundred records at a time. */
@Component
class AuditExport {

    private static final Logger LOG = LoggerFactory.getLogger(AuditExport.class);
    private static final int AT_ONCE = 128;
    /** Exports of up to so many records hold every checkpoint; larger ones one for each part that is read at once. */
    private static final int EVERY_CHECKPOINT = 10_000;

    private final LogRows rows;
    private final StoredTree tree;
    private final Checkpoints checkpoints;
    private final CheckpointRows signed;
    private final ExportRows extras;
    private final ExportedModels models;
    private final ExportedKeys keys;
    private final RecordModels records;

    AuditExport(
            LogRows rows,
            StoredTree tree,
            Checkpoints checkpoints,
            CheckpointRows signed,
            ExportRows extras,
            ExportedModels models,
            ExportedKeys keys,
            RecordModels records) {
        this.rows = rows;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.signed = signed;
        this.extras = extras;
        this.models = models;
        this.keys = keys;
        this.records = records;
    }

    /** @throws Problem when it cannot be exported, before anything is sent */
    void require(ExportRange range) {
        if (range.keys()) {
            keys.requireRight();
        }
        for (LogEntry retention : rows.events(EventRecord.RETENTION)) {
            EventRecord event = event(retention);
            if (retention.index() >= range.size() && meets(event, range)) {
                throw new Problem(
                        ProblemType.GONE,
                        "records of that range were taken away by age after the checkpoint of size " + range.size()
                                + " was signed, at index " + retention.index() + "; ask for a larger `size`");
            }
        }
    }

    /** @throws IOException when the caller went away */
    void write(ExportRange range, OutputStream out) throws IOException {
        new Writing(range, out).write();
    }

    private static EventRecord event(LogEntry entry) {
        byte[] record = entry.record();
        if (record == null) {
            throw new IllegalStateException("the event at index " + entry.index() + " has no bytes");
        }
        return EventRecord.read(record);
    }

    private static boolean meets(EventRecord retention, ExportRange range) {
        return retention.number("from") < range.to() && range.from() < retention.number("to");
    }

    /** One export on its way. */
    private final class Writing {

        private final ExportRange range;
        private final LogIdentity identity;
        private final TreeNodes nodes;
        private final ExportWriter writer;
        private final Set<Long> changes = new TreeSet<>();
        private final Set<String> modelsWritten = new TreeSet<>();
        private final Set<String> sealedWith = new TreeSet<>();
        private final Map<Long, LogEntry> related = new TreeMap<>();

        Writing(ExportRange range, OutputStream out) throws IOException {
            this.range = range;
            this.identity = checkpoints.identity();
            this.nodes = tree.of(range.size());
            identity.keys().stream()
                    .map(LogIdentity.Signer::from)
                    .filter(from -> from > 0 && from < range.size())
                    .forEach(from -> changes.add(from + 1));
            this.writer = new ExportWriter(
                    out,
                    new ExportLine.Log(
                            identity.origin(),
                            range.from(),
                            range.to(),
                            range.size(),
                            identity.keys().stream()
                                    .filter(signer -> signer.from() < range.size())
                                    .map(signer -> signer.key().toString())
                                    .toList()),
                    new ExportLine.Checkpoint(range.checkpoint().note()));
        }

        void write() throws IOException {
            for (long size : changes) {
                if (size <= range.from()) {
                    checkpoint(size);
                }
            }
            for (long from = range.from(); from < range.to(); from += AT_ONCE) {
                part(from, Math.min(range.to(), from + AT_ONCE));
            }
            for (long size : changes) {
                if (size > range.to()) {
                    checkpoint(size);
                }
            }
            relate();
            for (LogEntry entry : related.values()) {
                byte[] record = entry.record();
                if (record != null) {
                    writer.write(new ExportLine.Related(entry.index(), proof(entry.index()), record));
                }
            }
            writer.end();
        }

        private void part(long from, long to) throws IOException {
            Set<Long> sizes = checkpointSizes(from, to);
            Map<Long, String> deciders = extras.models(from, to);
            for (LogEntry entry : rows.entries(from, to)) {
                byte[] record = entry.record();
                if (record == null) {
                    writer.write(new ExportLine.Retired(entry.index(), entry.leaf(), proof(entry.index())));
                } else {
                    before(deciders.get(entry.index()), record);
                    writer.write(
                            new ExportLine.Entry(entry.index(), proof(entry.index()), record, rendered(record)));
                }
                if (sizes.contains(entry.index() + 1)) {
                    checkpoint(entry.index() + 1);
                }
            }
        }

        /** What a reader needs to know before a record: its model, and the key of its sealed values. */
        private void before(@Nullable String digest, byte[] record) throws IOException {
            if (digest != null && range.models() && modelsWritten.add(digest)) {
                byte[] document = models.document(digest).orElse(null);
                if (document != null) {
                    writer.write(new ExportLine.Model(document));
                    legend(digest);
                }
            }
            String keyId = digest == null ? null : keyOf(record);
            if (keyId != null && sealedWith.add(keyId) && range.keys()) {
                ExportLine.AccountKey key = keys.find(keyId).orElse(null);
                if (key != null) {
                    writer.write(key);
                }
            }
        }

        /** What cannot be read is exported as it is: an export shows the log also where it is damaged. */
        private void legend(String digest) throws IOException {
            try {
                writer.write(new ExportLine.Legend(records.of(digest).legend()));
            } catch (IllegalArgumentException unreadable) {
                LOG.error("model {} cannot be read, so its records are exported without a legend", digest);
            }
        }

        private byte @Nullable [] rendered(byte[] record) {
            if (!StoredRecord.isDecision(record)) {
                return null;
            }
            try {
                StoredRecord stored = StoredRecord.of(record);
                return stored.json(records.of(stored.modelDigest()));
            } catch (IllegalArgumentException unreadable) {
                return null;
            }
        }

        private static @Nullable String keyOf(byte[] record) {
            try {
                return StoredRecord.of(record).keyId().orElse(null);
            } catch (IllegalArgumentException damaged) {
                return null;
            }
        }

        /** Events outside of the range that its records depend on, or those of a part before it that broke off. */
        private void relate() {
            rows.events(EventRecord.LOG_CREATED).forEach(this::relate);
            rows.events(EventRecord.KEY_CHANGED).forEach(this::relate);
            rows.events(EventRecord.MODEL_ACTIVATED).forEach(this::relate);
            rows.events(EventRecord.RETENTION).stream()
                    .filter(retention -> event(retention).number("from") < range.to())
                    .forEach(this::relate);
            rows.events(EventRecord.ERASURE).stream()
                    .filter(erasure -> event(erasure).details().get("keys") instanceof List<?> erased
                            && erased.stream().anyMatch(sealedWith::contains))
                    .forEach(this::relate);
        }

        private void relate(LogEntry event) {
            if (!range.contains(event.index()) && event.index() < range.size()) {
                related.put(event.index(), event);
            }
        }

        private Set<Long> checkpointSizes(long from, long to) {
            List<Long> stored = signed.sizes(from + 1, to);
            boolean all = range.to() - range.from() <= EVERY_CHECKPOINT || stored.isEmpty();
            Set<Long> sizes = new TreeSet<>(all ? stored : List.of(stored.get(stored.size() - 1)));
            sizes.addAll(changes);
            sizes.remove(range.size());
            return sizes;
        }

        private List<Hash> proof(long index) {
            return InclusionProof.of(nodes, index, range.size()).path();
        }

        private void checkpoint(long size) throws IOException {
            if (size == range.size()) {
                return;
            }
            CheckpointRows.StoredCheckpoint found = signed.ofSize(size).orElse(null);
            if (found != null) {
                writer.write(new ExportLine.Checkpoint(found.note()));
            }
        }
    }
}
