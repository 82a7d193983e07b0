package io.barograph.service.past;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.KnownPast.Track;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries about one thing where they stand in the bytes they were read in. They are added in the order of the log, those of the latest
 * decision first: of two of one date the one that was added first counts.
 */
final class StoredTrack implements Track {

    private final HistoryRow.Kind kind;
    private final String name;
    private final StoredAccount account;

    /** In the order in which they were added: the bytes, where in them the contents begin, and whether a decision said it. */
    private byte[][] sources = new byte[8][];

    private int[] places = new int[8];
    private boolean[] decided = new boolean[8];

    /** The entries, the latest date first and within a date in the order in which they were added; see {@link #first}. */
    private long[] order = new long[8];

    private int size;

    StoredTrack(HistoryRow.Kind kind, String name, StoredAccount account) {
        this.kind = kind;
        this.name = name;
        this.account = account;
    }

    /** @param place where in the source the contents of the entry begin, see {@link EntryReader#skipContents} */
    void add(int day, byte[] source, int place, boolean saidByDecision) {
        if (size == places.length) {
            sources = Arrays.copyOf(sources, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
            decided = Arrays.copyOf(decided, 2 * size);
            order = Arrays.copyOf(order, 2 * size);
        }
        sources[size] = source;
        places[size] = place;
        decided[size] = saidByDecision;
        order[size] = first(day) | size;
        size++;
    }

    /** The order of the first entry of a day: rises as days fall. That of the others has their number in its lower half. */
    static long first(int day) {
        return (long) -day << Integer.SIZE;
    }

    static int day(long order) {
        return (int) -(order >> Integer.SIZE);
    }

    /** Brings the entries into their order and drops those that others replace. To be called when all were added. */
    void settle() {
        Arrays.sort(order, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || day(order[kept - 1]) != day(order[i])) {
                order[kept++] = order[i];
            }
        }
        size = kept;
    }

    private int added(int i) {
        return (int) order[i];
    }

    HistoryRow.Kind kind() {
        return kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int day(int i) {
        return day(order[i]);
    }

    /** Whether a decision said it, rather than its caller. */
    boolean isDecided(int i) {
        return decided[added(i)];
    }

    @Override
    public @Nullable String band(int i) {
        EntryReader in = new EntryReader(sources[added(i)], places[added(i)]);
        in.skipText();
        in.skipText();
        return in.text();
    }

    @Override
    public Optional<HistoryEntry> entry(int i) {
        return account.open(
                HistoryRow.read(kind, name, LocalDate.ofEpochDay(day(i)), sources[added(i)], places[added(i)]));
    }

    /** Writes its contents as they are, sealed or not. */
    void copyContents(int i, EntryWriter out) {
        EntryReader in = new EntryReader(sources[added(i)], places[added(i)]);
        in.skipContents();
        out.copy(sources[added(i)], places[added(i)], in.at());
    }

    /** The first entry no later than a day; the size when there is none. */
    int from(int day) {
        int at = Arrays.binarySearch(order, 0, size, first(day));
        return at < 0 ? -at - 1 : at;
    }
}
