package io.barograph.service.past;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the bytes of a {@link CondensedPast}. */
final class CondensedWriter {

    private static final int NARROWEST = 1 << Short.SIZE;

    /** Types of readings and bands by what they are written as. */
    private final Map<String, Integer> words = new LinkedHashMap<>();

    private final EntryWriter tracks = new EntryWriter();
    private final EntryWriter contents = new EntryWriter();
    private int count;

    /**
     * @param size so many of its entries, the newest
     * @param today the date that they are dated before, in days since 1970
     */
    void track(StoredTrack track, int size, int today) {
        int[] days = new int[size + 1];
        int[] places = new int[size + 1];
        int all = 0;
        contents.clear();
        for (int i = 0; i < size; i++) {
            days[all] = today - track.day(i);
            places[all++] = contents.length();
            track.copyContents(i, this);
            if (i == 0 && days[0] == 0) { // what a decision says for an earlier date does not cease to count any more
                days[all] = 0;
                places[all] = contents.length();
                all += track.copyBeneath(this) ? 1 : 0;
            }
        }
        boolean narrow = contents.length() < NARROWEST && (all == 0 || days[all - 1] < NARROWEST);
        int width = narrow ? CondensedTrack.NARROW : CondensedTrack.WIDE;
        tracks.number(track.kind().number());
        tracks.text(track.name());
        tracks.number(all);
        tracks.one((byte) width);
        tracks.number(contents.length());
        for (int i = 0; i < all; i++) {
            tracks.fixed(days[i], width);
            tracks.fixed(places[i], width);
        }
        tracks.copy(contents);
        count++;
    }

    /** What a row says beside what it is about. */
    void contents(boolean decided, HistoryRow row) {
        String text = row.reading().text();
        int flags = (decided ? CondensedTrack.DECIDED : 0)
                | (row.reading().type() == null ? 0 : CondensedTrack.TYPED)
                | (row.band() == null ? 0 : CondensedTrack.BANDED)
                | (text == null ? 0 : CondensedTrack.WRITTEN)
                | (row.campaignShare() == null ? 0 : CondensedTrack.SHARED);
        head((byte) flags, row.reading().type(), row.band());
        if (text != null) {
            contents.text(text);
        }
        if (row.campaignShare() != null) {
            contents.text(row.campaignShare());
        }
    }

    /** The same as another wrote it: its text and its share stand in bytes from one place to another. */
    void contents(byte flags, @Nullable String type, @Nullable String band, byte[] source, int from, int to) {
        head(flags, type, band);
        contents.copy(source, from, to);
    }

    private void head(byte flags, @Nullable String type, @Nullable String band) {
        contents.one(flags);
        if (type != null) {
            contents.number(word(type));
        }
        if (band != null) {
            contents.number(word(band));
        }
    }

    private int word(String text) {
        Integer known = words.get(text);
        if (known == null) {
            known = words.size();
            words.put(text, known);
        }
        return known;
    }

    /** Everything, behind the version and what it reaches. */
    void writeTo(EntryWriter out) {
        out.number(words.size());
        words.keySet().forEach(out::text);
        out.number(count);
        out.copy(tracks);
    }
}
