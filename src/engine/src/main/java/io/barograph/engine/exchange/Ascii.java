package io.barograph.engine.exchange;

import java.text.Normalizer;
import java.util.Map;

/** The closest ASCII: signs people know another way to write, letters without their accents, {@code ?} for the rest. */
final class Ascii {

    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '−', "-"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '·', "|"),
            Map.entry((int) '×', "x"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '›', ">"),
            Map.entry((int) '↑', "+"),
            Map.entry((int) '↓', "-"),
            Map.entry((int) '→', "->"),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '≠', "<>"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '€', "EUR"),
            Map.entry((int) '\u00A0', " "));

    private Ascii() {}

    static String of(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (point < 0x7F) {
                ascii.appendCodePoint(point);
            } else {
                ascii.append(SIGNS.getOrDefault(point, unaccented(point)));
            }
        });
        return ascii.toString();
    }

    private static String unaccented(int point) {
        int base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .codePointAt(0);
        return base < 0x7F ? Character.toString(base) : "?";
    }
}
