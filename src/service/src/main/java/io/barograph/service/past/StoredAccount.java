package io.barograph.service.past;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.text.Names;
import io.barograph.service.privacy.KeyRing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that was read of one account's past, by what it is about. */
final class StoredAccount {

    /** @param name in UTF-8 */
    private record Spelled(HistoryRow.Kind kind, ByteBuffer name) {}

    private record Subject(HistoryRow.Kind kind, String name) {}

    private final String id;
    private final KeyRing ring;
    private final SealedHistory sealing;
    private final Map<Spelled, StoredTrack> bySpelling = new HashMap<>();
    private final Map<Subject, StoredTrack> bySubject = new HashMap<>();
    private final List<StoredTrack> tracks = new ArrayList<>();

    /** As-of dates of the decisions that were added, in days since 1970. */
    private final Set<Integer> decidedDays = new HashSet<>();

    private int rows;
    private boolean isCondensed;
    private long first = Long.MAX_VALUE;
    private long last = -1;
    private LocalDate latest = LocalDate.MIN;

    StoredAccount(String id, KeyRing ring, SealedHistory sealing) {
        this.id = id;
        this.ring = ring;
        this.sealing = sealing;
    }

    /** What a decision added; to be called for the latest of the log first. What an earlier one for the same day said does not count. */
    void add(long index, LocalDate asOf, byte[] past) {
        int day = Math.toIntExact(asOf.toEpochDay());
        boolean replaced = !decidedDays.add(day);
        PackedPast.each(past, (kind, daysBefore, name, at, decided) -> {
            if (!decided || !replaced) {
                track(kind, name).add(day - daysBefore, past, at, decided);
            }
        });
        rows++;
        seen(index, index, asOf);
    }

    /** What stood together before all that were added. */
    void add(CondensedPast condensed) {
        for (CondensedTrack before : condensed.tracks()) {
            track(before.kind(), before.name()).add(before);
        }
        isCondensed = true;
        seen(condensed.first(), condensed.index(), condensed.asOf());
    }

    private void seen(long from, long to, LocalDate asOf) {
        first = Math.min(first, from);
        last = Math.max(last, to);
        latest = asOf.isAfter(latest) ? asOf : latest;
    }

    private StoredTrack track(HistoryRow.Kind kind, ByteBuffer name) {
        Spelled spelled = new Spelled(kind, name);
        StoredTrack known = bySpelling.get(spelled);
        if (known == null) {
            String text = StandardCharsets.UTF_8.decode(name.duplicate()).toString();
            known = bySubject.computeIfAbsent(subject(kind, text), subject -> {
                StoredTrack track = new StoredTrack(kind, text, this);
                tracks.add(track);
                return track;
            });
            bySpelling.put(spelled, known);
        }
        return known;
    }

    private static Subject subject(HistoryRow.Kind kind, String name) {
        boolean exact = kind == HistoryRow.Kind.INDICATOR;
        return new Subject(kind, exact ? name : Names.fold(name));
    }

    /** To be called when everything was added. */
    void settle() {
        tracks.forEach(track -> track.settle(decidedDays::contains));
    }

    Optional<HistoryEntry> open(HistoryRow row) {
        return sealing.open(row, id, ring);
    }

    String id() {
        return id;
    }

    Collection<StoredTrack> tracks() {
        return tracks;
    }

    /** What an entry may replace; null when nothing is known of it. */
    @Nullable StoredTrack track(HistoryRow.Kind kind, String name) {
        return bySubject.get(subject(kind, name));
    }

    /** How many decisions were added one by one. */
    int rows() {
        return rows;
    }

    /**
     * When so many decisions had been added, all are to stand together. At first later, by the account's name: accounts that are decided in step
     * would all be put together with the same decisions otherwise, and one commit would carry all of them.
     */
    int condensedAfter(int usually) {
        return isCondensed ? usually : usually + Math.floorMod(id.hashCode(), usually + 1);
    }

    /** Place in the log of the earliest decision that added something. */
    long first() {
        return first;
    }

    /** The same of the latest. */
    long last() {
        return last;
    }

    /** The latest as-of date of a decision. */
    LocalDate latest() {
        return latest;
    }
}
