package io.barograph.service.past;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.KnownPast.Track;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Entries about one thing where they stand in the bytes they were read in. They are added in the order of the log, those of the latest
 * decision first: of two of one date the one that was added first counts.
 */
final class StoredTrack implements Track {

    private final HistoryRow.Kind kind;
    private final String name;
    private final StoredAccount account;
    private byte[][] sources = new byte[8][];
    private int[] places = new int[8];
    private boolean[] decided = new boolean[8];

    /** How the entries are ordered: the latest date first, then in the order in which they were added. */
    private long[] order = new long[8];

    private int size;

    StoredTrack(HistoryRow.Kind kind, String name, StoredAccount account) {
        this.kind = kind;
        this.name = name;
        this.account = account;
    }

    /** @param place where in the source the contents of the entry begin, see {@link EntryReader#skipContents} */
    void add(int day, byte[] source, int place, boolean saidByDecision, int number) {
        if (size == places.length) {
            sources = Arrays.copyOf(sources, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
            decided = Arrays.copyOf(decided, 2 * size);
            order = Arrays.copyOf(order, 2 * size);
        }
        sources[size] = source;
        places[size] = place;
        decided[size] = saidByDecision;
        order[size++] = order(day, number);
    }

    /** Rises as dates fall and, within a date, as numbers rise. */
    static long order(int day, int number) {
        return ((long) -day << Integer.SIZE) | (number & 0xFFFF_FFFFL);
    }

    static int day(long order) {
        return (int) -(order >> Integer.SIZE);
    }

    /** Brings the entries into their order and drops those that others replace. To be called when all were added. */
    void settle() {
        for (int i = 1; i < size; i++) {
            if (order[i - 1] > order[i]) {
                sort();
                break;
            }
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || day(order[kept - 1]) != day(order[i])) {
                sources[kept] = sources[i];
                places[kept] = places[i];
                decided[kept] = decided[i];
                order[kept++] = order[i];
            }
        }
        size = kept;
    }

    private void sort() {
        int[] sorted = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong(i -> order[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        StoredTrack before = new StoredTrack(kind, name, account);
        before.sources = sources.clone();
        before.places = places.clone();
        before.decided = decided.clone();
        before.order = order.clone();
        for (int i = 0; i < size; i++) {
            sources[i] = before.sources[sorted[i]];
            places[i] = before.places[sorted[i]];
            decided[i] = before.decided[sorted[i]];
            order[i] = before.order[sorted[i]];
        }
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

    /** See {@link #order(int, int)}. */
    long order(int i) {
        return order[i];
    }

    @Override
    public int day(int i) {
        return day(order[i]);
    }

    /** Whether a decision said it, rather than its caller. */
    boolean isDecided(int i) {
        return decided[i];
    }

    @Override
    public @Nullable String band(int i) {
        EntryReader in = new EntryReader(sources[i], places[i]);
        in.skipText();
        in.skipText();
        return in.text();
    }

    @Override
    public Optional<HistoryEntry> entry(int i) {
        return account.open(HistoryRow.read(kind, name, LocalDate.ofEpochDay(day(i)), sources[i], places[i]));
    }

    /** Writes its contents as they are, sealed or not. */
    void copyContents(int i, EntryWriter out) {
        EntryReader in = new EntryReader(sources[i], places[i]);
        in.skipContents();
        out.copy(sources[i], places[i], in.at());
    }

    /** The first entry whose order is not less; the size when there is none. */
    int first(long least) {
        int at = Arrays.binarySearch(order, 0, size, least);
        return at < 0 ? -at - 1 : at;
    }
}
