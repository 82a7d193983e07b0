package io.barograph.service.past;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.KnownPast.Track;
import io.barograph.engine.text.Names;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Entries about one thing where they stand in the bytes they were read in: those that decisions added, and behind them what stood together before. */
final class StoredTrack implements Track {

    private final HistoryRow.Kind kind;
    private final String name;
    private final StoredAccount account;
    private final AddedEntries added = new AddedEntries();
    private CondensedTrack condensed;

    /** The newest entries: numbers of added ones, or those of condensed ones with their bits turned. */
    private int[] front = {};

    /** The condensed entry that follows these, as do all behind it. */
    private int next;

    private int size;

    StoredTrack(HistoryRow.Kind kind, String name, StoredAccount account) {
        this.kind = kind;
        this.name = name;
        this.account = account;
        this.condensed = CondensedTrack.none(kind);
    }

    /** See {@link AddedEntries#add}. */
    void add(int day, byte[] source, int place, boolean saidByDecision) {
        added.add(day, source, place, saidByDecision);
    }

    /** What stood together before all that were added. */
    void add(CondensedTrack before) {
        condensed = before;
    }

    /**
     * Brings the entries into their order and drops those that others replace. To be called when all were added.
     *
     * @param isDecidedAnew for days: whether a decision was added for them, so that what one said before does not count; of those that stood
     *     together it can be their latest only
     */
    void settle(IntPredicate isDecidedAnew) {
        added.settle();
        int older = 0;
        while (older < condensed.size() && added.size() > 0 && condensed.day(older) > added.day(added.size() - 1)) {
            older++;
        }
        int[] newest = new int[added.size() + older + 1];
        int count = 0;
        next = isReplaced(0, isDecidedAnew) ? 1 : 0;
        for (int i = 0; i < added.size(); i++) {
            while (next < condensed.size() && condensed.day(next) > added.day(i)) {
                newest[count++] = ~next;
                next = behind(next);
            }
            if (next < condensed.size() && condensed.day(next) == added.day(i)) {
                next = behind(next);
            }
            newest[count++] = i;
        }
        if (next == 0 && condensed.hasBeneath()) {
            newest[count++] = ~next;
            next = behind(next);
        }
        front = Arrays.copyOf(newest, count);
        size = count + condensed.size() - next;
    }

    private boolean isReplaced(int i, IntPredicate isDecidedAnew) {
        return i < condensed.size() && condensed.isDecided(i) && isDecidedAnew.test(condensed.day(i));
    }

    /** The next condensed entry of another date. */
    private int behind(int i) {
        return i == 0 && condensed.hasBeneath() ? 2 : i + 1;
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

    /** The number of an added entry, or that of a condensed one with its bits turned. */
    private int at(int i) {
        return i < front.length ? front[i] : ~(i - front.length + next);
    }

    @Override
    public int day(int i) {
        int at = at(i);
        return at < 0 ? condensed.day(~at) : added.day(at);
    }

    private @Nullable String band(int i) {
        int at = at(i);
        return at < 0 ? condensed.band(~at) : added.band(at);
    }

    @Override
    public int endOfRun(int i) {
        String band = band(i);
        if (band == null) {
            return i;
        }
        for (int end = i + 1; end < front.length; end++) {
            String other = band(end);
            if (other == null || !Names.same(other, band)) {
                return end;
            }
        }
        int behind = Math.max(i + 1, front.length) - front.length;
        return front.length + condensed.endOfRun(band, next + behind) - next;
    }

    private HistoryRow row(int i) {
        int at = at(i);
        return at < 0 ? condensed.row(name, ~at) : added.row(kind, name, at);
    }

    @Override
    public Optional<HistoryEntry> entry(int i) {
        return account.open(row(i));
    }

    /** Writes what it says and who said it as it is, sealed or not. */
    void copyContents(int i, CondensedWriter out) {
        copy(at(i), out);
    }

    /**
     * The same of what a caller sent of the date of the first entry, when that was said by a decision: it counts as soon as the account is decided
     * anew for that date without it.
     *
     * @return whether there was something
     */
    boolean copyBeneath(CondensedWriter out) {
        int first = at(0);
        boolean isDecided = first < 0 ? condensed.isDecided(~first) : added.isDecided(first);
        boolean bothAdded = first >= 0 && added.beneath() != AddedEntries.NONE;
        int sent = bothAdded ? added.beneath() : ~condensed.sent(day(0));
        boolean found = isDecided && (bothAdded || ~sent < condensed.size());
        if (found) {
            copy(sent, out);
        }
        return found;
    }

    private void copy(int at, CondensedWriter out) {
        if (at < 0) {
            condensed.copyContents(~at, out);
        } else {
            out.contents(added.isDecided(at), added.row(kind, name, at));
        }
    }

    /** The first entry no later than a day; the size when there is none. */
    int from(int day) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day(middle) <= day) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
