package io.barograph.service.past;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.text.Names;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;

/**
 * Where an account's past stands at a place of the log, so that what decisions before added need not be read one by one. Derived: without it
 * the same is read from them. Its bytes, version 1: the byte 1, how many days and entries were to be seen when it was made, then how many
 * tracks and they. A track is the kind of its entries, their name, how many there are and they, the newest first: how many days before the
 * one before it (the first: before the as-of date) each is dated, 1 when a decision said it and 0 when its caller did, and its contents; see
 * {@link EntryWriter} and {@link EntryReader#skipContents}.
 *
 * @param index the latest decision in it, by its place in the log; all earlier ones are in it
 * @param first the earliest one, which it cannot outlive
 * @param asOf the latest as-of date of these; for earlier dates it does not tell
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record CondensedPast(String account, long index, long first, LocalDate asOf, byte[] bytes) {

    private static final byte VERSION = 1;

    /** So many entries more are kept than may be seen, since what a decision said goes when its account is decided again for that day. */
    private static final int SPARE = 256;

    /** Takes the entries of a track where they stand. */
    interface Taker {
        /**
         * @param day in days since 1970
         * @param at where its contents begin, see {@link EntryReader#skipContents}
         */
        void take(int day, int at, boolean decided);
    }

    /** Finds who takes the entries of a track. */
    interface Takers {
        /** @param name in UTF-8 */
        Taker of(HistoryRow.Kind kind, ByteBuffer name);
    }

    /** What decisions for the latest as-of date of an account, and for later ones, may see. */
    static CondensedPast of(StoredAccount account, int days, int entries) {
        int today = Math.toIntExact(account.latest().toEpochDay());
        int oldest = StoredPast.oldest(account, today, today - days, entries + SPARE);
        EntryWriter out = new EntryWriter();
        out.one(VERSION);
        out.number(days);
        out.number(entries);
        List<StoredTrack> tracks = account.tracks().stream()
                .filter(track -> kept(account, track, oldest) > 0)
                .toList();
        out.number(tracks.size());
        for (StoredTrack track : tracks) {
            int size = kept(account, track, oldest);
            out.number(track.kind().number());
            out.text(track.name());
            out.number(size);
            int before = today;
            for (int i = 0; i < size; i++) {
                out.number(before - track.day(i));
                out.number(track.isDecided(i) ? 1 : 0);
                track.copyContents(i, out);
                before = track.day(i);
            }
        }
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
    void each(Takers takers) {
        try {
            EntryReader in = new EntryReader(bytes, 1);
            in.number();
            in.number();
            int tracks = in.number();
            for (int track = 0; track < tracks; track++) {
                HistoryRow.Kind kind = HistoryRow.Kind.of(in.number());
                Taker taker = takers.of(kind, in.slice());
                int size = in.number();
                int day = Math.toIntExact(asOf.toEpochDay());
                for (int i = 0; i < size; i++) {
                    day -= in.number();
                    boolean decided = in.number() == 1;
                    int at = in.at();
                    in.skipContents();
                    taker.take(day, at, decided);
                }
            }
        } catch (IllegalArgumentException cut) {
            throw new IllegalStateException("the store holds a past that cannot be read", cut);
        }
    }
}
