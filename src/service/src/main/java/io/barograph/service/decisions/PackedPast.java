package io.barograph.service.decisions;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one decision adds to the known past of its account, as the bytes of {@code decision.past}, so that a decision is one
 * row however much it tells. Version 1: the byte 1, then how many entries the decision itself said and they, then how many
 * its caller sent and they. An entry is its kind, how many days before the as-of date it is dated, and five texts: name, type
 * and text of its reading, band, share of a campaign. Numbers are written seven bits a byte, the lowest first; a text is its
 * length in UTF-8 plus 1 and its bytes, or 0 when there is none.
 *
 * @param decided what the decision said; counts until a later decision for the same day
 * @param sent what its caller sent, dated no later than the decision
 */
record PackedPast(List<HistoryRow> decided, List<HistoryRow> sent) {

    private static final byte VERSION = 1;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    PackedPast {
        decided = List.copyOf(decided);
        sent = List.copyOf(sent);
    }

    /** @throws IllegalArgumentException when an entry is dated after the decision */
    byte[] bytes(LocalDate asOf) {
        Out out = new Out();
        out.one(VERSION);
        write(decided, asOf, out);
        write(sent, asOf, out);
        return Arrays.copyOf(out.bytes, out.length);
    }

    private static void write(List<HistoryRow> rows, LocalDate asOf, Out out) {
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
    static PackedPast read(byte[] bytes, LocalDate asOf) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalStateException("the store holds a past of version " + version);
            }
            return new PackedPast(rows(in, asOf), rows(in, asOf));
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            throw new IllegalStateException("the store holds a past that cannot be read", cut);
        }
    }

    private static List<HistoryRow> rows(ByteBuffer in, LocalDate asOf) {
        int count = number(in);
        List<HistoryRow> rows = new ArrayList<>(Math.min(count, in.remaining()));
        for (int i = 0; i < count; i++) {
            HistoryRow.Kind kind = HistoryRow.Kind.of(number(in));
            LocalDate dated = asOf.minusDays(number(in));
            String name = text(in);
            Reading reading = new Reading(text(in), text(in));
            rows.add(new HistoryRow(kind, name == null ? "" : name, dated, reading, text(in), text(in)));
        }
        return rows;
    }

    private static int number(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = in.get();
            value |= (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number is too long");
    }

    private static @Nullable String text(ByteBuffer in) {
        int length = number(in) - 1;
        if (length < 0) {
            return null;
        }
        if (length > in.remaining()) {
            throw new IllegalArgumentException("a text was cut off");
        }
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Bytes that are added to. */
    private static final class Out {

        private byte[] bytes = new byte[1024];
        private int length;

        void one(byte value) {
            reserve(1);
            bytes[length++] = value;
        }

        void number(int value) {
            int rest = value;
            for (; (rest & ~SEVEN_BITS) != 0; rest >>>= 7) {
                one((byte) ((rest & SEVEN_BITS) | MORE));
            }
            one((byte) rest);
        }

        void text(@Nullable String text) {
            if (text == null) {
                number(0);
                return;
            }
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length + 1);
            reserve(utf8.length);
            System.arraycopy(utf8, 0, bytes, length, utf8.length);
            length += utf8.length;
        }

        private void reserve(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            }
        }
    }
}
