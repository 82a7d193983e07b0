package io.barograph.engine.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects a text from its runs and decodes its escapes; keeps no more than a cell may hold, but counts all. */
final class CellText {

    /** A character that XML cannot hold, or that must survive it: {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** An escape takes seven characters for one. */
    private static final int KEPT = 7 * WorkbookLimits.CELL_CHARACTERS;

    private final StringBuilder raw = new StringBuilder();
    private long dropped;

    void append(char[] characters, int start, int length) {
        int kept = Math.min(length, KEPT - raw.length());
        raw.append(characters, start, kept);
        dropped += length - kept;
    }

    void clear() {
        raw.setLength(0);
        dropped = 0;
    }

    /** The text; shortened, but still too long, when it is longer than it may be. */
    String decoded() {
        return withLineFeeds(decode(raw.toString()));
    }

    /** Excel keeps the carriage returns of pasted texts, LibreOffice drops them: all line breaks are line feeds. */
    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether nobody would see anything in the cell; no-break spaces are blank too. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
        }
        return true;
    }

    /** Characters that were not kept. */
    long dropped() {
        return dropped;
    }

    static String decode(String text) {
        if (text.indexOf("_x") < 0) {
            return text;
        }
        Matcher escapes = ESCAPE.matcher(text);
        StringBuilder decoded = new StringBuilder(text.length());
        int from = 0;
        while (escapes.find(from)) {
            decoded.append(text, from, escapes.start());
            decoded.append((char) Integer.parseInt(escapes.group(1), 16));
            from = escapes.end();
        }
        return decoded.append(text, from, text.length()).toString();
    }
}
