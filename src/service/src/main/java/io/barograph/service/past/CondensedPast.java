package io.barograph.service.past;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an account's past stands at a place of the log, so that what decisions before added need not be read one by one. Derived: without it
 * the same is read from them. Its bytes, version 3, numbers and texts as {@link EntryWriter} has them:
 *
 * <ul>
 *   <li>the byte 3, then how many days and how many entries were to be seen when it was made;
 *   <li>how many words there are and they: types of readings and bands, which are told by their numbers from here on, the first is 0;
 *   <li>how many tracks there are and they: the kind of its entries, their name, how many there are, the width of a number of its table in
 *       bytes (2 or 4), and of how many bytes all contents are; then the table, for each entry, the newest first, how many days before the as-of
 *       date it is dated and where in the contents its own begin, the lowest byte first; then the contents.
 *       Of one date there is one entry, but for the as-of date two when a decision says one thing and a caller sent another: what was sent
 *       stands behind and counts as soon as the account is decided anew for that date without it.
 * </ul>
 *
 * The contents of an entry are a byte that says by its bits, the lowest first, whether a decision said it rather than its caller and what of the
 * following there is: the type of its reading, its band, the text of its reading, its share of a campaign.
 *
 * @param index the latest decision in it, by its place in the log; all earlier ones are in it
 * @param first the earliest one, which it cannot outlive
 * @param asOf the latest as-of date of these; for earlier dates it does not tell
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record CondensedPast(String account, long index, long first, LocalDate asOf, byte[] bytes) {

    private static final byte VERSION = 3;

    /** So many entries more are kept than may be seen, since what a decision said goes when its account is decided again for that day. */
    private static final int SPARE = 256;

    /** What decisions for the latest as-of date of an account, and for later ones, may see. */
    static CondensedPast of(StoredAccount account, int days, int entries) {
        int today = Math.toIntExact(account.latest().toEpochDay());
        int oldest = StoredPast.oldest(account, today, today - days, entries + SPARE);
        CondensedWriter tracks = new CondensedWriter();
        for (StoredTrack track : account.tracks()) {
            int size = kept(account, track, oldest);
            if (size > 0) {
                tracks.track(track, size, today);
            }
        }
        EntryWriter out = new EntryWriter();
        out.one(VERSION);
        out.number(days);
        out.number(entries);
        tracks.writeTo(out);
        return new CondensedPast(account.id(), account.last(), account.first(), account.latest(), out.written());
    }

    /** How many entries of a track are kept: of attributes those that can be the previous decision's for a later one. */
    private static int kept(StoredAccount account, StoredTrack track, int oldest) {
        if (track.kind() != HistoryRow.Kind.ATTRIBUTES) {
            return track.from(oldest - 1);
        }
        for (StoredTrack scores : account.tracks()) {
            if (scores.kind() == HistoryRow.Kind.SCORE
                    && Names.same(scores.name(), Decision.OVERALL)
                    && scores.size() > 1) {
                return track.from(scores.day(1) - 1);
            }
        }
        return track.size();
    }

    /** Whether it holds all that may be seen of so many days and entries. */
    boolean reaches(int days, int entries) {
        try {
            EntryReader in = new EntryReader(bytes, 0);
            return in.one() == VERSION && in.number() >= days && in.number() >= entries;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** @throws IllegalStateException when its bytes are not what was written */
    List<CondensedTrack> tracks() {
        try {
            EntryReader in = new EntryReader(bytes, 1);
            in.number();
            in.number();
            List<String> words = new ArrayList<>();
            for (int left = in.number(); left > 0; left--) {
                words.add(String.valueOf(in.text()));
            }
            int today = Math.toIntExact(asOf.toEpochDay());
            List<CondensedTrack> tracks = new ArrayList<>();
            for (int left = in.number(); left > 0; left--) {
                tracks.add(CondensedTrack.read(in, bytes, words, today));
            }
            return tracks;
        } catch (IllegalArgumentException cut) {
            throw new IllegalStateException("the store holds a past that cannot be read", cut);
        }
    }
}
