package io.barograph.testkit.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies whole exports after {@code docs/audit-log.md}, everything in memory and one thing after the other. A file is given up at the
 * first line that is not as it should be. It uses nothing of the engine.
 */
public final class ReferenceVerifier {

    private final List<Complaint> complaints = new ArrayList<>();
    private final List<ReferenceExport> exports = new ArrayList<>();
    private final Set<String> trusted;

    private ReferenceVerifier(Set<String> trusted) {
        this.trusted = trusted;
    }

    /**
     * @param files exports or parts of one log, in the order of their records
     * @param trusted public keys as vkeys; at least one
     * @param seen notes with checkpoints that were got earlier
     * @return empty when all is as it should be
     */
    public static List<Complaint> verify(List<byte[]> files, Set<String> trusted, Collection<String> seen) {
        ReferenceVerifier verifier = new ReferenceVerifier(trusted);
        for (byte[] file : files) {
            ReferenceExport export = new ReferenceExport(file, trusted);
            verifier.exports.add(export);
            verifier.complaints.addAll(export.complaints());
        }
        if (verifier.complaints.isEmpty()) {
            verifier.joined();
            verifier.whole(seen);
        }
        return List.copyOf(verifier.complaints);
    }

    private void complain(long from, long to, String what) {
        complaints.add(new Complaint(from, to, what));
    }

    private void joined() {
        for (int i = 0; i < exports.size(); i++) {
            ReferenceExport export = exports.get(i);
            ReferenceExport next = i + 1 < exports.size() ? exports.get(i + 1) : null;
            if (next == null && !export.isEnded()) {
                complain(export.reached(), export.to(), "it breaks off");
            } else if (next != null && next.from() > export.reached()) {
                complain(export.reached(), next.from(), "records are in no file");
            } else if (next != null && !next.origin().equals(export.origin())) {
                complain(0, next.to(), "another log");
            } else if (next != null && export.reached() < export.to() && !next.continues(export.half())) {
                complain(export.reached(), export.reached() + 1, "half a line that does not go on");
            }
        }
    }

    private void whole(Collection<String> seen) {
        TreeMap<Long, Map<String, Object>> events = new TreeMap<>();
        exports.forEach(export -> events.putAll(export.events()));
        Map<String, Object> created = events.get(0L);
        if (created == null || !"log-created".equals(created.get("event"))) {
            complain(0, 1, "the log has no beginning");
            return;
        }
        try {
            List<String> keys = new ArrayList<>(List.of(ReferenceLine.text(created, "key")));
            List<Long> changes = new ArrayList<>();
            for (Map.Entry<Long, Map<String, Object>> event : events.entrySet()) {
                if ("key-changed".equals(event.getValue().get("event"))) {
                    if (!keys.get(keys.size() - 1).equals(event.getValue().get("from"))) {
                        complain(event.getKey(), event.getKey() + 1, "a change from another key");
                    }
                    keys.add(ReferenceLine.text(event.getValue(), "to"));
                    changes.add(event.getKey());
                }
            }
            if (!exports.get(0).origin().equals(created.get("origin"))) {
                complain(0, 1, "the log has another origin");
            }
            for (ReferenceExport export : exports) {
                signatures(export, keys, changes);
                new ReferenceEvents(events, complaints).check(export);
            }
            grown(seen, keys, changes);
        } catch (ReferenceNote.Refused | ClassCastException | IllegalArgumentException e) {
            complain(0, Long.MAX_VALUE, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> signersOf(long size, List<String> keys, List<Long> changes) {
        int key = (int) changes.stream().filter(change -> change + 1 < size).count();
        return changes.contains(size - 1) ? keys.subList(key, key + 2) : keys.subList(key, key + 1);
    }

    private void signatures(ReferenceExport export, List<String> keys, List<Long> changes)
            throws ReferenceNote.Refused {
        int count = 1
                + (int) changes.stream()
                        .filter(change -> change < export.size())
                        .count();
        if (!export.keys().equals(keys.subList(0, count))) {
            complain(0, export.size(), "the keys are not those of the log");
        }
        export.checkpoints().forEach((size, checkpoint) -> {
            if (!checkpoint.signers().equals(signersOf(size, keys, changes))) {
                complain(0, size, "the checkpoint of " + size + " is not signed by the right keys");
            }
        });
        for (long change : changes) {
            if (change < export.size() && !export.checkpoints().containsKey(change + 1) && export.isEnded()) {
                complain(change, change + 1, "a change of the key without its checkpoint");
            }
        }
        int newest = count - 1;
        int oldestTrusted = newest;
        while (oldestTrusted >= 0 && !trusted.contains(keys.get(oldestTrusted))) {
            oldestTrusted--;
        }
        if (oldestTrusted < 0) {
            complain(export.from(), export.to(), "no trusted key signed");
        }
    }

    /** Every smaller tree must be found again in a larger one. */
    private void grown(Collection<String> seen, List<String> keys, List<Long> changes) throws ReferenceNote.Refused {
        ReferenceExport largest = exports.get(0);
        for (ReferenceExport export : exports) {
            largest = export.size() > largest.size() ? export : largest;
        }
        for (ReferenceExport export : exports) {
            found(export.size(), export.root(), export.size() < largest.size() ? export : null);
        }
        Set<String> known = new LinkedHashSet<>(keys);
        for (String note : seen) {
            ReferenceNote verified = ReferenceNote.verified(note.getBytes(StandardCharsets.UTF_8), known);
            ReferenceCheckpoint checkpoint = ReferenceCheckpoint.of(verified.text());
            long size = checkpoint.size().longValueExact();
            if (!checkpoint.origin().equals(largest.origin())
                    || signersOf(size, keys, changes).stream().noneMatch(verified.signers()::contains)) {
                complain(0, size, "a seen checkpoint that the log did not sign");
            } else if (size > largest.size()) {
                complain(largest.size(), size, "the log was larger");
            } else {
                found(size, checkpoint.root(), null);
            }
        }
    }

    private void found(long size, String root, @Nullable ReferenceExport itself) {
        int compared = 0;
        for (ReferenceExport export : exports) {
            String proven = export == itself ? null : export.rootAt(size);
            if (proven != null) {
                compared++;
                if (!proven.equals(root)) {
                    complain(0, size, "the first " + size + " records were others");
                }
            }
        }
        if (compared == 0) {
            complain(0, size, "nothing to compare the checkpoint of " + size + " with");
        }
    }
}
