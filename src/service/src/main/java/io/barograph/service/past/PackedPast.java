package io.barograph.service.past;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What one decision adds to the known past of its account, as the bytes of {@code decision.past}, so that a decision is one
 * row however much it tells. Version 1: the byte 1, then how many entries the decision itself said and they, then how many
 * its caller sent and they. An entry is its kind, how many days before the as-of date it is dated, and five texts: name, type
 * and text of its reading, band, share of a campaign; see {@link EntryWriter}.
 *
 * @param decided what the decision said; counts until a later decision for the same day
 * @param sent what its caller sent, dated no later than the decision
 */
public record PackedPast(List<HistoryRow> decided, List<HistoryRow> sent) {

    private static final byte VERSION = 1;

    /** Takes an entry where it stands. */
    interface Taker {
        /**
         * @param name in UTF-8
         * @param at where its contents begin, see {@link EntryReader#skipContents}
         */
        void take(HistoryRow.Kind kind, int daysBefore, ByteBuffer name, int at, boolean decided);
    }

    public PackedPast {
        decided = List.copyOf(decided);
        sent = List.copyOf(sent);
    }

    /** @throws IllegalArgumentException when an entry is dated after the decision */
    byte[] bytes(LocalDate asOf) {
        EntryWriter out = new EntryWriter();
        out.one(VERSION);
        write(decided, asOf, out);
        write(sent, asOf, out);
        return out.written();
    }

    private static void write(List<HistoryRow> rows, LocalDate asOf, EntryWriter out) {
        out.number(rows.size());
        for (HistoryRow row : rows) {
            long days = ChronoUnit.DAYS.between(row.dated(), asOf);
            if (days < 0) {
                throw new IllegalArgumentException("an entry is dated " + row.dated() + ", after " + asOf);
            }
            out.number(row.kind().number());
            out.number(Math.toIntExact(days));
            out.text(row.name());
            out.text(row.reading().type());
            out.text(row.reading().text());
            out.text(row.band());
            out.text(row.campaignShare());
        }
    }

    /**
     * @param asOf of the decision
     * @throws IllegalStateException when these are no such bytes
     */
    public static PackedPast read(byte[] bytes, LocalDate asOf) {
        List<HistoryRow> decided = new ArrayList<>();
        List<HistoryRow> sent = new ArrayList<>();
        each(
                bytes,
                (kind, daysBefore, name, at, isDecided) -> (isDecided ? decided : sent)
                        .add(HistoryRow.read(
                                kind,
                                StandardCharsets.UTF_8.decode(name).toString(),
                                asOf.minusDays(daysBefore),
                                bytes,
                                at)));
        return new PackedPast(decided, sent);
    }

    /**
     * Hands the entries over in their order, those that the decision said first.
     *
     * @throws IllegalStateException when these are no such bytes
     */
    static void each(byte[] bytes, Taker taker) {
        try {
            EntryReader in = new EntryReader(bytes, 0);
            byte version = in.one();
            if (version != VERSION) {
                throw new IllegalStateException("the store holds a past of version " + version);
            }
            each(in, true, taker);
            each(in, false, taker);
        } catch (IllegalArgumentException cut) {
            throw new IllegalStateException("the store holds a past that cannot be read", cut);
        }
    }

    private static void each(EntryReader in, boolean decided, Taker taker) {
        int count = in.number();
        for (int i = 0; i < count; i++) {
            HistoryRow.Kind kind = HistoryRow.Kind.of(in.number());
            int daysBefore = in.number();
            ByteBuffer name = in.slice();
            int at = in.at();
            in.skipContents();
            taker.take(kind, daysBefore, name, at, decided);
        }
    }
}
