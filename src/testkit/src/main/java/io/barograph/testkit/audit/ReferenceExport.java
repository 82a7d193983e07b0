package io.barograph.testkit.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<byte[]> rawLines = new ArrayList<>();
    /** Those that were looked at. */
    private final List<ReferenceLine> lines = new ArrayList<>();

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
    private byte[] half = new byte[0];
    private @Nullable ReferenceLine log;
    private String root = "";
    private long reached;
    private int at;
    private boolean ended;

    ReferenceExport(byte[] file, Set<String> trusted) {
        this.trusted = trusted;
        int start = 0;
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '\n') {
                rawLines.add(Arrays.copyOfRange(file, start, i));
                start = i + 1;
            }
        }
        half = Arrays.copyOfRange(file, start, file.length);
        try {
            read();
        } catch (ReferenceNote.Refused | ClassCastException | IllegalArgumentException e) {
            complaints.add(new Complaint(reached, Long.MAX_VALUE, "line " + at + ": " + e.getMessage()));
        }
    }

    private void read() throws ReferenceNote.Refused {
        log = next("log");
        reached = from();
        if (!log.text("format").equals("barograph-export/2") || from() > to() || to() > size()) {
            throw new ReferenceNote.Refused("an export of nothing known");
        }
        reached = 0;
        root = checkpoint(next("checkpoint"), size());
        reached = from();
        while (type().equals("checkpoint") && nextSize() <= from()) {
            unplaced(next("checkpoint"));
        }
        while (reached < to() && !type().isEmpty()) {
            leaf();
        }
        while (type().equals("checkpoint") && nextSize() > to()) {
            unplaced(next("checkpoint"));
        }
        related();
        if (!type().isEmpty()) {
            ReferenceLine end = next("end");
            ended = true;
            if (end.number("records") != to() - from() || end.number("lines") != rawLines.size() || half.length > 0) {
                throw new ReferenceNote.Refused("wrong counts at the end");
            }
            if (!type().isEmpty()) {
                throw new ReferenceNote.Refused("something after the end");
            }
        }
        unplacedRoots();
    }

    private void unplaced(ReferenceLine line) throws ReferenceNote.Refused {
        long size = sizeOf(line);
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
        if (type().equals("model")) {
            model = next("model").members();
            if (type().equals("legend")
                    && !Objects.equals(next("legend").members().get("digest"), model.get("digest"))) {
                throw new ReferenceNote.Refused("the legend of another model");
            }
        }
        if (type().equals("key")) {
            key = next("key").members();
        }
        if (type().isEmpty()) {
            return;
        }
        ReferenceLine line = type().equals("retired") ? next("retired") : next("record");
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
        if (type().equals("checkpoint") && nextSize() == reached && reached < size()) {
            String claimed = checkpoint(next("checkpoint"), reached);
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
        while (type().equals("related")) {
            ReferenceLine line = next("related");
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

    private long nextSize() throws ReferenceNote.Refused {
        return sizeOf(line());
    }

    private static long sizeOf(ReferenceLine line) throws ReferenceNote.Refused {
        String[] lines = line.text("note").split("\n");
        if (lines.length < 2 || !lines[1].matches("[0-9]{1,15}")) {
            throw new ReferenceNote.Refused("not a checkpoint");
        }
        return Long.parseLong(lines[1]);
    }

    /** Of the next line; empty when there is none. */
    private String type() throws ReferenceNote.Refused {
        return at < rawLines.size() ? line().type() : "";
    }

    private ReferenceLine line() throws ReferenceNote.Refused {
        while (lines.size() <= at) {
            lines.add(ReferenceLine.parse(rawLines.get(lines.size())));
        }
        return lines.get(at);
    }

    private ReferenceLine next(String type) throws ReferenceNote.Refused {
        if (at >= rawLines.size()) {
            throw new ReferenceNote.Refused("the file is over where a `" + type + "` should be");
        }
        ReferenceLine line = line();
        if (!line.type().equals(type)) {
            throw new ReferenceNote.Refused("`" + line.type() + "` where a `" + type + "` should be");
        }
        at++;
        return line;
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
        return last == null ? null : rootUpTo(size - 1, size(), last.path(), last.leaf());
    }

    /** The root of the first leaves of a tree of n, up to and with leaf m. */
    private static String rootUpTo(long m, long n, List<String> path, String leaf) {
        if (n == 1) {
            return leaf;
        }
        long k = Long.highestOneBit(n - 1);
        List<String> rest = path.subList(0, path.size() - 1);
        return m < k
                ? rootUpTo(m, k, rest, leaf)
                : ReferenceTree.node(path.get(path.size() - 1), rootUpTo(m - k, n - k, rest, leaf));
    }

    /** Whether one of the lines starts as another file ends, which must be so unless that is a checkpoint. */
    boolean continues(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        if (text.startsWith("{\"note\":") || "{\"note\":".startsWith(text)) {
            return true;
        }
        return rawLines.stream().anyMatch(line -> Arrays.equals(Arrays.copyOf(line, start.length), start));
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
        return half;
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
