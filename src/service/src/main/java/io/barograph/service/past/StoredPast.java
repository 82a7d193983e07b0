package io.barograph.service.past;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.KnownPast;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As much of an account's past as a decision may see: so many days, and so many entries, the newest. */
public final class StoredPast implements KnownPast {

    /** A part of a track. */
    private record Window(StoredTrack track, int from, int to) implements Track {

        @Override
        public String name() {
            return track.name();
        }

        @Override
        public int size() {
            return to - from;
        }

        @Override
        public int day(int i) {
            return track.day(from + i);
        }

        @Override
        public int endOfRun(int i) {
            return Math.min(track.endOfRun(from + i), to) - from;
        }

        @Override
        public Optional<HistoryEntry> entry(int i) {
            return track.entry(from + i);
        }
    }

    private final StoredAccount account;
    private final int newest;
    private final int oldest;
    private final Map<HistoryRow.Kind, List<Window>> windows = new EnumMap<>(HistoryRow.Kind.class);
    private final @Nullable CondensedPast condensed;

    /**
     * @param newest the latest date that is seen, in days since 1970
     * @param days how far back before it
     * @param entries how many at most, beside attributes
     * @param condensed what is to be kept together with the decision; null when nothing is
     */
    StoredPast(StoredAccount account, int newest, int days, int entries, @Nullable CondensedPast condensed) {
        this.account = account;
        this.condensed = condensed;
        this.newest = newest;
        this.oldest = oldest(account, newest, newest - days, entries);
        for (StoredTrack track : account.tracks()) {
            int from = track.from(newest);
            int to = track.from(oldest - 1);
            if (to > from) {
                windows.computeIfAbsent(track.kind(), kind -> new ArrayList<>()).add(new Window(track, from, to));
            }
        }
    }

    /**
     * The oldest day that is seen when entries are limited: days are seen whole or not at all, and the newest always.
     *
     * @param limit the oldest that may be
     */
    static int oldest(StoredAccount account, int newest, int limit, int entries) {
        List<StoredTrack> tracks = account.tracks().stream()
                .filter(track -> track.kind() != HistoryRow.Kind.ATTRIBUTES)
                .toList();
        if (count(tracks, newest, limit) <= entries) {
            return limit;
        }
        int last = tracks.stream()
                .mapToInt(track -> track.from(newest) < track.size() ? track.day(track.from(newest)) : limit)
                .max()
                .orElse(limit);
        int tooMany = limit;
        int few = last;
        while (tooMany + 1 < few) {
            int middle = (tooMany + few) >> 1;
            if (count(tracks, newest, middle) > entries) {
                tooMany = middle;
            } else {
                few = middle;
            }
        }
        return few;
    }

    /** Entries dated from one day to another. */
    private static int count(List<StoredTrack> tracks, int newest, int oldest) {
        int count = 0;
        for (StoredTrack track : tracks) {
            count += track.from(oldest - 1) - track.from(newest);
        }
        return count;
    }

    private List<Window> windows(HistoryRow.Kind kind) {
        return windows.getOrDefault(kind, List.of());
    }

    @Override
    public List<? extends Track> readings() {
        return windows(HistoryRow.Kind.INDICATOR);
    }

    @Override
    public List<? extends Track> scores() {
        return windows(HistoryRow.Kind.SCORE);
    }

    @Override
    public List<? extends Track> playbooks() {
        return windows(HistoryRow.Kind.PLAYBOOK);
    }

    @Override
    public List<? extends Track> attributes() {
        return windows(HistoryRow.Kind.ATTRIBUTES);
    }

    /** What is known of the same subject and date as an entry. */
    Optional<HistoryEntry> like(HistoryEntry entry) {
        StoredTrack track = account.track(HistoryRow.Kind.of(entry), HistoryRow.name(entry));
        if (track == null) {
            return Optional.empty();
        }
        long day = entry.date().toEpochDay();
        int at = day < oldest || day > newest ? track.size() : track.from((int) day);
        boolean found = at < track.size() && track.day(at) == day;
        return found ? track.entry(at) : Optional.empty();
    }

    /** What is to be kept together with the decision, so that the next ones need not read it one by one; null when nothing is. */
    public @Nullable CondensedPast condensed() {
        return condensed;
    }
}
