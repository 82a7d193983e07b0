package io.barograph.testkit.audit;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.note.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log that somebody changed who may write to its database, and has no key of the log unless it says so.
 *
 * @param what was done
 * @param from the first record that was touched
 * @param to one more than the last
 * @param seen checkpoints that the auditor got before
 */
record TamperedStore(String what, StoredLog stored, long from, long to, List<String> seen) {

    static TamperedStore draw(RandomLog log, Random random) {
        while (true) {
            TamperedStore tampered = new Draft(log, random).draw();
            if (tampered != null) {
                return tampered;
            }
        }
    }

    /** The export of all that there is, up to the newest checkpoint. */
    byte[] exported(RandomLog log) {
        long size = Objects.requireNonNull(stored.checkpoints.floorKey((long) stored.size()));
        return new Exported(log, stored, false, false).range(0, size, size);
    }

    private static final class Draft {

        private final RandomLog log;
        private final Random random;
        private final StoredLog stored;
        private final long size;
        private final SigningKey own;

        Draft(RandomLog log, Random random) {
            this.log = log;
            this.random = random;
            this.stored = log.stored.copy();
            this.size = log.size();
            this.own = RandomLog.signingKey(random);
        }

        /** Null when this log does not allow what was drawn. */
        @Nullable TamperedStore draw() {
            int i = random.nextInt((int) size);
            int j = random.nextInt((int) size);
            return switch (random.nextInt(17)) {
                case 0 -> altered(i) ? touched("record " + i + " altered", i, i + 1) : null;
                case 1 -> leafToo(i);
                case 2 -> treeToo(i);
                case 3 -> signedByOwnKey(i);
                case 4 -> forgedWhole();
                case 5 -> rolledBack();
                case 6 -> lastDropped(i);
                case 7 -> inserted(i);
                case 8 -> swapped(i, j, false);
                case 9 -> swapped(i, j, true);
                case 10 -> removed(i);
                case 11 -> forked(i);
                case 12 -> toldDifferently(i);
                case 13 -> changeUnsigned();
                case 14 -> nodeAltered();
                case 15 -> retired(i);
                default -> ownKeyAppended();
            };
        }

        private TamperedStore touched(String what, long from, long to) {
            return new TamperedStore(what, stored, from, to, List.of());
        }

        private TamperedStore touched(String what, long from, long to, long seen) {
            return new TamperedStore(
                    what, stored, from, to, List.of(Objects.requireNonNull(log.stored.checkpoints.get(seen))));
        }

        /** Changes a letter or digit within a text of the record, so that it stays JSON. */
        private boolean altered(int index) {
            byte[] record = stored.rows.get(index).record;
            if (record == null) {
                return false;
            }
            byte[] altered = record.clone();
            int at = random.nextInt(altered.length);
            while (!Character.isLetterOrDigit(altered[at] & 0x7f) || altered[at] < 0) {
                at = (at + 1) % altered.length;
            }
            altered[at] = (byte) (altered[at] == 'x' ? 'y' : 'x');
            stored.rows.get(index).record = altered;
            return true;
        }

        private @Nullable TamperedStore leafToo(int i) {
            if (!altered(i)) {
                return null;
            }
            stored.rows.get(i).leaf = MerkleHash.leaf(Objects.requireNonNull(stored.rows.get(i).record));
            stored.putNode(0, i, stored.rows.get(i).leaf);
            return touched("record " + i + " and its leaf hash altered", i, i + 1);
        }

        private @Nullable TamperedStore treeToo(int i) {
            if (!altered(i)) {
                return null;
            }
            stored.rebuild();
            return touched("record " + i + " and the tree altered", i, i + 1);
        }

        private @Nullable TamperedStore signedByOwnKey(int i) {
            if (!altered(i)) {
                return null;
            }
            stored.rebuild();
            signByOwnKey(i + 1);
            if (random.nextBoolean()) {
                stored.keys.clear();
                stored.keys.add(own.verifierKey().toString());
            }
            return touched("record " + i + " altered and all after it signed by another key", i, i + 1);
        }

        private void signByOwnKey(long from) {
            List.copyOf(stored.checkpoints.tailMap(from, true).keySet()).forEach(at -> stored.sign(at, List.of(own)));
        }

        @SuppressWarnings("unchecked") // a tree's objects are maps by name
        private TamperedStore forgedWhole() {
            Map<String, Object> created =
                    new TreeMap<>((Map<String, Object>) Objects.requireNonNull(CanonicalJson.tree(log.record(0))));
            created.put("key", own.verifierKey().toString());
            stored.rows.get(0).record = CanonicalJson.bytes(created);
            stored.rebuild();
            signByOwnKey(0);
            stored.keys.clear();
            stored.keys.add(own.verifierKey().toString());
            return touched("everything signed by another key", 0, size);
        }

        private @Nullable TamperedStore rolledBack() {
            List<Long> sizes =
                    List.copyOf(stored.checkpoints.headMap(size, false).keySet());
            if (sizes.isEmpty()) {
                return null;
            }
            long back = sizes.get(random.nextInt(sizes.size()));
            cut(back);
            stored.keys
                    .subList(
                            1
                                    + (int) log.keyChanges.stream()
                                            .filter(change -> change < back)
                                            .count(),
                            stored.keys.size())
                    .clear();
            return log.sizeNeeded(0, back) > back ? null : touched("rolled back to " + back, back, size, size);
        }

        private void cut(long to) {
            stored.rows.subList((int) to, stored.rows.size()).clear();
            stored.checkpoints.tailMap(to, false).clear();
            stored.rebuild();
        }

        private @Nullable TamperedStore lastDropped(int i) {
            if (i == 0) {
                return null;
            }
            cut(i);
            stored.sign(i, List.of(own));
            return touched("all from " + i + " dropped", i, size, size);
        }

        private TamperedStore inserted(int i) {
            stored.rows.add(i, new StoredLog.Row(log.record(0)));
            stored.rebuild();
            return touched("a record put in at " + i, i, size + 1);
        }

        private @Nullable TamperedStore swapped(int i, int j, boolean treeToo) {
            StoredLog.Row one = stored.rows.get(i);
            StoredLog.Row other = stored.rows.get(j);
            if (one.leaf.equals(other.leaf)) {
                return null;
            }
            stored.rows.set(i, other);
            stored.rows.set(j, one);
            if (treeToo) {
                stored.rebuild();
            }
            String what = "records " + i + " and " + j + " swapped" + (treeToo ? ", also in the tree" : "");
            return touched(what, Math.min(i, j), Math.min(i, j) + 1);
        }

        private @Nullable TamperedStore removed(int i) {
            if (i == size - 1) {
                return null;
            }
            stored.rows.remove(i);
            stored.rebuild();
            stored.checkpoints.tailMap(size - 1, false).clear();
            if (!stored.checkpoints.containsKey(size - 1)) {
                stored.sign(size - 1, List.of(own));
            }
            return touched("record " + i + " taken out", i, size);
        }

        private TamperedStore forked(int from) {
            for (int i = from; i < size; i++) {
                EventRecord invented = new EventRecord(
                        new UUID(random.nextLong(), random.nextLong()), "invented", Instant.EPOCH, "tester", Map.of());
                stored.rows.set(i, new StoredLog.Row(invented.canonicalBytes()));
            }
            stored.rebuild();
            if (random.nextBoolean()) {
                signByOwnKey(from + 1L);
            }
            return touched("forked from " + from, from, size);
        }

        /** By whoever has the keys of the log; only a checkpoint from before can tell. */
        private @Nullable TamperedStore toldDifferently(int i) {
            if (log.events.contains((long) i) || stored.rows.get(i).record == null) {
                return null;
            }
            List<Long> later =
                    List.copyOf(stored.checkpoints.tailMap((long) i, false).keySet());
            altered(i);
            stored.rebuild();
            later.forEach(at -> log.resign(stored, at));
            return touched(
                    "record " + i + " altered and everything signed anew",
                    i,
                    i + 1,
                    later.get(random.nextInt(later.size())));
        }

        private @Nullable TamperedStore changeUnsigned() {
            List<Long> changes = new ArrayList<>(log.keyChanges);
            changes.remove(size - 1);
            if (changes.isEmpty()) {
                return null;
            }
            long change = changes.get(random.nextInt(changes.size()));
            stored.checkpoints.remove(change + 1);
            return touched("the checkpoint of the change of key " + change + " removed", change, change + 1);
        }

        private @Nullable TamperedStore nodeAltered() {
            byte[] before = new TamperedStore("", stored, 0, size, List.of()).exported(log);
            int level = random.nextInt(Math.max(1, 63 - Long.numberOfLeadingZeros(size)));
            stored.putNode(level, random.nextInt((int) (size >> level)), MerkleHash.empty());
            TamperedStore tampered = touched("a hash of the tree altered", 0, size);
            return Arrays.equals(before, tampered.exported(log)) ? null : tampered;
        }

        private @Nullable TamperedStore retired(int i) {
            boolean accounted = log.retentions.values().stream().anyMatch(range -> range[0] <= i && i < range[1]);
            if (stored.rows.get(i).record == null || (accounted && !log.events.contains((long) i))) {
                return null;
            }
            stored.rows.get(i).record = null;
            boolean needed = i == 0 || log.retentions.containsKey((long) i);
            return needed ? null : touched("the bytes of record " + i + " taken away", i, i + 1);
        }

        private TamperedStore ownKeyAppended() {
            String last = stored.keys.get(stored.keys.size() - 1);
            EventRecord change = new EventRecord(
                    new UUID(random.nextLong(), random.nextLong()),
                    EventRecord.KEY_CHANGED,
                    Instant.EPOCH,
                    "tester",
                    Map.of("from", last, "to", own.verifierKey().toString()));
            stored.append(change.canonicalBytes());
            stored.keys.add(own.verifierKey().toString());
            stored.sign(size + 1, List.of(own));
            return touched("a key of one's own put in", size, size + 1);
        }
    }
}
