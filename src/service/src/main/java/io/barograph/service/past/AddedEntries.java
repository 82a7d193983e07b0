package io.barograph.service.past;

import io.barograph.service.past.HistoryRow.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries about one thing where they stand in what decisions added, see {@link PackedPast}. They are added in the order of the log, those of
 * the latest decision first: of two of one date the one that was added first counts.
 */
final class AddedEntries {

    /** No entry. */
    static final int NONE = -1;

    /** In the order in which they were added: the bytes, where in them the contents begin, and whether a decision said it. */
    private byte[][] sources = new byte[8][];

    private int[] places = new int[8];
    private boolean[] decided = new boolean[8];

    /** The entries, the latest date first and within a date in the order in which they were added; see {@link #first}. */
    private long[] order = new long[8];

    private int size;
    private int beneath = NONE;

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
    private static long first(int day) {
        return (long) -day << Integer.SIZE;
    }

    private static int day(long order) {
        return (int) -(order >> Integer.SIZE);
    }

    /** Brings the entries into their order and drops those that others replace. To be called when all were added. */
    void settle() {
        Arrays.sort(order, 0, size);
        int sent = 0;
        while (sent < size && decided[(int) order[sent]] && day(order[sent]) == day(order[0])) {
            sent++;
        }
        boolean hidden = sent > 0 && sent < size && day(order[sent]) == day(order[0]);
        long latestSent = hidden ? order[sent] : 0;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || day(order[kept - 1]) != day(order[i])) {
                order[kept++] = order[i];
            }
        }
        size = kept;
        if (hidden) {
            beneath = kept;
            order[kept] = latestSent; // it was dropped, so there is room
        }
    }

    /**
     * What a caller sent of the latest date where a decision says something of it too, which counts as long as that decision does;
     * {@link #NONE} when there is nothing. Its number stands behind those of the others.
     */
    int beneath() {
        return beneath;
    }

    int size() {
        return size;
    }

    int day(int i) {
        return day(order[i]);
    }

    boolean isDecided(int i) {
        return decided[(int) order[i]];
    }

    @Nullable String band(int i) {
        EntryReader in = new EntryReader(sources[(int) order[i]], places[(int) order[i]]);
        in.skipText();
        in.skipText();
        return in.text();
    }

    HistoryRow row(Kind kind, String name, int i) {
        int added = (int) order[i];
        return HistoryRow.read(kind, name, LocalDate.ofEpochDay(day(i)), sources[added], places[added]);
    }
}
