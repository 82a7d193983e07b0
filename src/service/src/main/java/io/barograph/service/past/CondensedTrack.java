package io.barograph.service.past;

import io.barograph.engine.text.Names;
import io.barograph.service.past.HistoryRow.Kind;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track of a {@link CondensedPast} where it stands in its bytes. Any entry of it is found without a look at the others, so that a decision pays
 * for what it asks, not for what is known.
 */
final class CondensedTrack {

    /** What the first byte of an entry's contents says, see {@link CondensedPast}. */
    static final int DECIDED = 1;

    static final int TYPED = 2;
    static final int BANDED = 4;
    static final int WRITTEN = 8;
    static final int SHARED = 16;

    /** Bytes of each of the two numbers that an entry has in the table: nearly always, and when something is too large for these. */
    static final int NARROW = 2;

    static final int WIDE = 4;

    private static final int NONE = -1;

    private final Kind kind;
    private final ByteBuffer name;
    private final byte[] bytes;
    private final List<String> words;
    private final int today;
    private final int size;
    private final int width;
    private final int table;
    private final int contents;
    private final int end;

    private CondensedTrack(
            Kind kind,
            ByteBuffer name,
            byte[] bytes,
            List<String> words,
            int today,
            int size,
            int width,
            int table,
            int end) {
        this.kind = kind;
        this.name = name;
        this.bytes = bytes;
        this.words = words;
        this.today = today;
        this.size = size;
        this.width = width;
        this.table = table;
        this.contents = table + 2 * width * size;
        this.end = end;
    }

    /** Of something that nothing is known of. */
    static CondensedTrack none(Kind kind) {
        return new CondensedTrack(kind, ByteBuffer.allocate(0), new byte[0], List.of(), 0, 0, NARROW, 0, 0);
    }

    /**
     * Reads on behind it.
     *
     * @param today the date that entries are dated before, in days since 1970
     * @throws IllegalArgumentException when these are no such bytes
     */
    static CondensedTrack read(EntryReader in, byte[] bytes, List<String> words, int today) {
        Kind kind = Kind.of(in.number());
        ByteBuffer name = in.slice();
        int size = in.number();
        int width = in.one();
        if (width != NARROW && width != WIDE) {
            throw new IllegalArgumentException("no table has numbers of " + width + " bytes");
        }
        int written = in.number();
        int table = in.at();
        in.skip(2L * width * size + written);
        return new CondensedTrack(kind, name, bytes, words, today, size, width, table, in.at());
    }

    Kind kind() {
        return kind;
    }

    /** In UTF-8. */
    ByteBuffer name() {
        return name;
    }

    /** How many there are, with what stands beneath the first. */
    int size() {
        return size;
    }

    /** Whether the first was said by a decision and the second was sent by a caller for the same date: only one of them counts. */
    boolean hasBeneath() {
        return size > 1 && day(0) == day(1);
    }

    int day(int i) {
        return today - number(table + 2 * width * i);
    }

    /** What a caller sent of a date no earlier than that of any entry; the size when there is nothing. */
    int sent(int day) {
        int i = 0;
        while (i < size && day(i) == day && isDecided(i)) {
            i++;
        }
        return i < size && day(i) == day ? i : size;
    }

    private int number(int at) {
        int low = (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
        return width == NARROW ? low : low | (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 3] & 0x7F) << 24;
    }

    private int place(int i) {
        int place = number(table + 2 * width * i + width);
        if (place >= end - contents) {
            throw new IllegalStateException("the store holds a past whose contents were cut off");
        }
        return contents + place;
    }

    boolean isDecided(int i) {
        return (bytes[place(i)] & DECIDED) != 0;
    }

    private String word(int number) {
        if (number >= words.size()) {
            throw new IllegalArgumentException("there is no word " + number);
        }
        return words.get(number);
    }

    private static IllegalStateException unreadable(IllegalArgumentException why) {
        return new IllegalStateException("the store holds a past that cannot be read", why);
    }

    /** The number of the band's word; {@link #NONE} when it tells none. */
    private int bandNumber(int i) {
        EntryReader in = new EntryReader(bytes, place(i));
        int flags = in.one();
        if ((flags & TYPED) != 0) {
            in.number();
        }
        return (flags & BANDED) == 0 ? NONE : in.number();
    }

    @Nullable String band(int i) {
        try {
            int number = bandNumber(i);
            return number == NONE ? null : word(number);
        } catch (IllegalArgumentException cut) {
            throw unreadable(cut);
        }
    }

    /** The first entry from one on that tells another band or none; the size when all tell it. */
    int endOfRun(String band, int from) {
        try {
            int same = NONE;
            for (int end = from; end < size; end++) {
                int number = bandNumber(end);
                if (number == NONE || (number != same && !Names.same(word(number), band))) {
                    return end;
                }
                same = number;
            }
            return size;
        } catch (IllegalArgumentException cut) {
            throw unreadable(cut);
        }
    }

    /** What the contents of an entry begin with. */
    private record Head(
            byte flags, @Nullable String type, @Nullable String band) {

        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    private Head head(EntryReader in) {
        byte flags = in.one();
        String type = (flags & TYPED) == 0 ? null : word(in.number());
        String band = (flags & BANDED) == 0 ? null : word(in.number());
        return new Head(flags, type, band);
    }

    /** @param spelled the name as others have it */
    HistoryRow row(String spelled, int i) {
        try {
            EntryReader in = new EntryReader(bytes, place(i));
            Head head = head(in);
            Reading reading = new Reading(head.type(), head.has(WRITTEN) ? in.text() : null);
            String share = head.has(SHARED) ? in.text() : null;
            return new HistoryRow(kind, spelled, LocalDate.ofEpochDay(day(i)), reading, head.band(), share);
        } catch (IllegalArgumentException cut) {
            throw unreadable(cut);
        }
    }

    /** Writes the contents of an entry as they are, sealed or not. */
    void copyContents(int i, CondensedWriter out) {
        try {
            EntryReader in = new EntryReader(bytes, place(i));
            Head head = head(in);
            int from = in.at();
            if (head.has(WRITTEN)) {
                in.skipText();
            }
            if (head.has(SHARED)) {
                in.skipText();
            }
            out.contents(head.flags(), head.type(), head.band(), bytes, from, in.at());
        } catch (IllegalArgumentException cut) {
            throw unreadable(cut);
        }
    }
}
