package io.barograph.service.past;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.KnownPast;
import java.util.ArrayList;
import java.util.Arrays;
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
        public @Nullable String band(int i) {
            return track.band(from + i);
        }

        @Override
        public Optional<HistoryEntry> entry(int i) {
            return track.entry(from + i);
        }
    }

    private final StoredAccount account;
    private final long from;
    private final long to;
    private final Map<HistoryRow.Kind, List<Window>> windows = new EnumMap<>(HistoryRow.Kind.class);
    private final @Nullable CondensedPast condensed;

    /**
     * @param today the latest date that is seen, in days since 1970
     * @param days how far back before it
     * @param entries how many at most, beside attributes
     * @param condensed what is to be kept together with the decision; null when nothing is
     */
    StoredPast(StoredAccount account, int today, int days, int entries, @Nullable CondensedPast condensed) {
        this.account = account;
        this.condensed = condensed;
        this.from = StoredTrack.order(today, 0);
        this.to = end(account, from, StoredTrack.order(today - days - 1, 0), entries);
        for (StoredTrack track : account.tracks()) {
            int first = track.first(from);
            int end = Math.max(first, track.first(to));
            if (end > first) {
                windows.computeIfAbsent(track.kind(), kind -> new ArrayList<>()).add(new Window(track, first, end));
            }
        }
    }

    /**
     * The order of the first entry that is too old, or of a day too many: days are seen whole or not at all, and the newest always.
     *
     * @param from the order of the first entry that is seen
     * @param oldest the order of the first that is too old
     */
    static long end(StoredAccount account, long from, long oldest, int entries) {
        int count = 0;
        for (StoredTrack track : account.tracks()) {
            if (track.kind() != HistoryRow.Kind.ATTRIBUTES) {
                count += Math.max(0, track.first(oldest) - track.first(from));
            }
        }
        if (count <= entries) {
            return oldest;
        }
        long[] orders = new long[count];
        int at = 0;
        for (StoredTrack track : account.tracks()) {
            int end = track.kind() == HistoryRow.Kind.ATTRIBUTES ? 0 : track.first(oldest);
            for (int i = track.first(from); i < end; i++) {
                orders[at++] = track.order(i);
            }
        }
        Arrays.sort(orders);
        int tooMany = StoredTrack.day(orders[entries]);
        return StoredTrack.order(StoredTrack.day(orders[0]) == tooMany ? tooMany - 1 : tooMany, 0);
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
        long order = StoredTrack.order(Math.toIntExact(entry.date().toEpochDay()), 0);
        int at = track.first(order);
        boolean found = at < track.size()
                && track.day(at) == entry.date().toEpochDay()
                && track.order(at) >= from
                && track.order(at) < to;
        return found ? track.entry(at) : Optional.empty();
    }

    /** What is to be kept together with the decision, so that the next ones need not read it one by one; null when nothing is. */
    public @Nullable CondensedPast condensed() {
        return condensed;
    }
}
