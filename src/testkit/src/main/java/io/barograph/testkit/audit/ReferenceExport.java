package io.barograph.testkit.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One export file, read in the order that the format demands. */
final class ReferenceExport {

    /** @param signers in the order of their signatures */
    record SignedRoot(String root, List<String> signers) {}

    /** A leaf whose proof leads to the root. */
    private record Proven(String leaf, List<String> path) {}

    /**
     * The key of sealed values.
     *
     * @param record the first one after it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record AccountKey(Map<String, Object> line, byte[] record) {}

    private final Set<String> trusted;
    private final ReferenceLines lines;
    private final List<Complaint> complaints = new ArrayList<>();
    private final Map<Long, Proven> proven = new TreeMap<>();
    private final Map<Long, byte[]> records = new TreeMap<>();
    private final Map<Long, Map<String, Object>> events = new TreeMap<>();
    private final Map<Long, String> deciders = new TreeMap<>();
    private final Map<Long, SignedRoot> checkpoints = new TreeMap<>();
    private final Map<Long, String> unplaced = new TreeMap<>();
    private final Map<String, Map<String, Object>> models = new TreeMap<>();
    private final List<AccountKey> accountKeys = new ArrayList<>();
    private final List<Long> retired = new ArrayList<>();
    private @Nullable ReferenceLine log;
    private String root = "";
    private long reached;
    private boolean ended;

    ReferenceExport(byte[] file, Set<String> trusted) {
        this.trusted = trusted;
        this.lines = new ReferenceLines(file);
        try {
            read();
        } catch (ReferenceNote.Refused | ClassCastException | IllegalArgumentException e) {
            complaints.add(new Complaint(reached, Long.MAX_VALUE, "line " + lines.taken() + ": " + e.getMessage()));
        }
    }

    private void read() throws ReferenceNote.Refused {
        log = lines.next("log");
        reached = from();
        if (!log.text("format").equals("barograph-export/2") || from() > to() || to() > size()) {
            throw new ReferenceNote.Refused("an export of nothing known");
        }
        reached = 0;
        root = checkpoint(lines.next("checkpoint"), size());
        reached = from();
        while (lines.type().equals("checkpoint") && lines.peek().checkpointSize() <= from()) {
            unplaced(lines.next("checkpoint"));
        }
        while (reached < to() && !lines.type().isEmpty()) {
            leaf();
        }
        while (lines.type().equals("checkpoint") && lines.peek().checkpointSize() > to()) {
            unplaced(lines.next("checkpoint"));
        }
        related();
        if (!lines.type().isEmpty()) {
            ReferenceLine end = lines.next("end");
            ended = true;
            if (end.number("records") != to() - from()
                    || end.number("lines") != lines.count()
                    || lines.half().length > 0) {
                throw new ReferenceNote.Refused("wrong counts at the end");
            }
            if (!lines.type().isEmpty()) {
                throw new ReferenceNote.Refused("something after the end");
            }
        }
        unplacedRoots();
    }

    private void unplaced(ReferenceLine line) throws ReferenceNote.Refused {
        long size = line.checkpointSize();
        if (unplaced.keySet().stream().anyMatch(other -> other >= size)
                || checkpoints.keySet().stream().anyMatch(other -> other >= size && other != size())
                || (size > from() && size <= to())) {
            throw new ReferenceNote.Refused("a checkpoint out of order");
        }
        unplaced.put(size, checkpoint(line, size));
    }

    private void unplacedRoots() throws ReferenceNote.Refused {
        for (Map.Entry<Long, String> one : unplaced.entrySet()) {
            if (ended && !one.getValue().equals(rootAt(one.getKey()))) {
                throw new ReferenceNote.Refused("the checkpoint of " + one.getKey() + " is of other records");
            }
            Map<String, Object> change = events.get(one.getKey() - 1);
            if (ended && (change == null || !"key-changed".equals(change.get("event")))) {
                throw new ReferenceNote.Refused("a checkpoint beside the range that changes no key");
            }
        }
    }

    private void leaf() throws ReferenceNote.Refused {
        Map<String, Object> model = null;
        Map<String, Object> key = null;
        if (lines.type().equals("model")) {
            model = lines.next("model").members();
            if (lines.type().equals("legend")
                    && !Objects.equals(lines.next("legend").members().get("digest"), model.get("digest"))) {
                throw new ReferenceNote.Refused("the legend of another model");
            }
        }
        if (lines.type().equals("key")) {
            key = lines.next("key").members();
        }
        if (lines.type().isEmpty()) {
            return;
        }
        ReferenceLine line = lines.type().equals("retired") ? lines.next("retired") : lines.next("record");
        if (line.number("index") != reached) {
            throw new ReferenceNote.Refused("record " + reached + " is not here");
        }
        prove(line);
        byte[] record = line.record();
        if (record == null) {
            retired.add(reached);
        } else {
            records.put(reached, record);
            look(record, true);
        }
        companions(model, key, record);
        reached++;
        if (lines.type().equals("checkpoint") && lines.peek().checkpointSize() == reached && reached < size()) {
            String claimed = checkpoint(lines.next("checkpoint"), reached);
            if (!claimed.equals(rootAt(reached))) {
                throw new ReferenceNote.Refused("the checkpoint of " + reached + " is of other records");
            }
        }
    }

    private void companions(
            @Nullable Map<String, Object> model, @Nullable Map<String, Object> key, byte @Nullable [] record)
            throws ReferenceNote.Refused {
        if (model != null) {
            String digest = ReferenceLine.text(model, "digest");
            if (!digest.equals(deciders.get(reached))
                    || deciders.entrySet().stream()
                            .anyMatch(other ->
                                    other.getKey() < reached && other.getValue().equals(digest))
                    || models.put(digest, model) != null) {
                throw new ReferenceNote.Refused("a model that is not needed here");
            }
        }
        if (key != null) {
            String id = ReferenceLine.text(key, "key_id");
            if (record == null
                    || accountKeys.stream()
                            .anyMatch(other -> id.equals(other.line().get("key_id")))) {
                throw new ReferenceNote.Refused("a key that is not needed here");
            }
            accountKeys.add(new AccountKey(key, record));
        }
    }

    private void related() throws ReferenceNote.Refused {
        long last = -1;
        while (lines.type().equals("related")) {
            ReferenceLine line = lines.next("related");
            long index = line.number("index");
            if (index <= last || (index >= from() && index < to())) {
                throw new ReferenceNote.Refused("a related record out of place");
            }
            last = index;
            long place = reached;
            reached = index;
            prove(line);
            look(line.record() == null ? new byte[0] : line.record(), false);
            reached = place;
        }
    }

    private void prove(ReferenceLine line) throws ReferenceNote.Refused {
        byte[] record = line.record();
        String leaf = record == null ? line.text("leaf") : ReferenceTree.leaf(record);
        List<String> path = line.texts("proof");
        if (!ReferenceProofs.inclusion(leaf, line.number("index"), size(), path, root)) {
            complaints.add(new Complaint(reached, reached + 1, "record " + reached + " is not the signed one"));
            throw new ReferenceNote.Refused("a proof fails");
        }
        proven.put(line.number("index"), new Proven(leaf, path));
    }

    @SuppressWarnings("unchecked") // a parsed object is a map by name
    private void look(byte[] record, boolean inRange) throws ReferenceNote.Refused {
        if (record.length > 0 && record[0] != '{') {
            if (!inRange) {
                throw new ReferenceNote.Refused("a decision that is related");
            }
            deciders.put(reached, ReferenceFront.of(record).modelDigest());
            return;
        }
        if (!(ReferenceJson.parse(new String(record, StandardCharsets.UTF_8)) instanceof Map<?, ?> members)) {
            throw new ReferenceNote.Refused("no record");
        }
        if ("event".equals(members.get("kind"))) {
            events.put(reached, (Map<String, Object>) members);
        } else {
            throw new ReferenceNote.Refused("a record of no known kind");
        }
    }

    /** @return the root */
    private String checkpoint(ReferenceLine line, long expected) throws ReferenceNote.Refused {
        String text = line.text("note");
        Set<String> known = new LinkedHashSet<>(keys());
        known.addAll(trusted);
        ReferenceNote note = ReferenceNote.verified(text.getBytes(StandardCharsets.UTF_8), known);
        ReferenceCheckpoint checkpoint = ReferenceCheckpoint.of(note.text());
        long signatures = text.substring(note.text().length() + 1).lines().count();
        if (!checkpoint.origin().equals(origin())
                || checkpoint.size().longValueExact() != expected
                || signatures != note.signers().size()
                || checkpoints.containsKey(expected)) {
            throw new ReferenceNote.Refused("not the checkpoint of " + expected);
        }
        checkpoints.put(expected, new SignedRoot(checkpoint.root(), List.copyOf(note.signers())));
        return checkpoint.root();
    }

    /**
     * The root of the first leaves, from the path of the last of them; null when that is not here.
     *
     * @param size of the smaller tree
     */
    @Nullable String rootAt(long size) {
        if (size == size()) {
            return root;
        }
        Proven last = proven.get(size - 1);
        return last == null ? null : ReferenceProofs.rootUpTo(last.leaf(), size - 1, size(), last.path());
    }

    /** Whether one of the lines starts as another file ends, which must be so unless that is a checkpoint. */
    boolean continues(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.startsWith("{\"note\":") || "{\"note\":".startsWith(text)) {
            return true;
        }
        return lines.anyStartsWith(start);
    }

    private ReferenceLine log() {
        if (log == null) {
            throw new IllegalArgumentException("no export");
        }
        return log;
    }

    private long number(String name) {
        try {
            return log().number(name);
        } catch (ReferenceNote.Refused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    long from() {
        return number("from");
    }

    long to() {
        return number("to");
    }

    long size() {
        return number("size");
    }

    String origin() {
        return String.valueOf(log().members().get("origin"));
    }

    List<String> keys() throws ReferenceNote.Refused {
        return log().texts("keys");
    }

    String root() {
        return root;
    }

    byte[] half() {
        return lines.half();
    }

    long reached() {
        return ended ? to() : reached;
    }

    boolean isEnded() {
        return ended;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    Map<Long, Map<String, Object>> events() {
        return events;
    }

    Map<Long, String> deciders() {
        return deciders;
    }

    Map<Long, SignedRoot> checkpoints() {
        return checkpoints;
    }

    Map<String, Map<String, Object>> models() {
        return models;
    }

    List<AccountKey> accountKeys() {
        return accountKeys;
    }

    List<Long> retired() {
        return retired;
    }
}
