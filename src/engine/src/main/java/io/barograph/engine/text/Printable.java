package io.barograph.engine.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Other people's words on a terminal. Control, direction and line-breaking characters never reach it, so that a name can
 * neither move the cursor nor forge a line.
 */
public final class Printable {

    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Printable() {}

    /** The text as one line: what does not print is a blank. */
    public static String line(String text) {
        return text.codePoints()
                .map(point -> prints(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean prints(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** Columns a line takes on a terminal: ideographs and emoji two each, combining marks none. */
    public static int columns(String line) {
        return line.codePoints().map(Printable::columns).sum();
    }

    private static int columns(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (point >= range[0] && point <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text as lines of at most {@code width} columns (at least 2), broken at blanks where there are any; never none. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = line(text).strip();
        while (columns(rest) > width) {
            int limit = fitting(rest, width);
            int blank = rest.lastIndexOf(' ', limit);
            int end = blank > 0 ? blank : limit;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** The text as one line of at most {@code width} columns (at least 2), {@code mark} in place of what does not fit. */
    public static String shortened(String text, int width, String mark) {
        String line = line(text).strip();
        return columns(line) <= width
                ? line
                : line.substring(0, fitting(line, width - columns(mark))).stripTrailing() + mark;
    }

    /** How many characters of the line fit, never splitting a code point, at least one. */
    private static int fitting(String line, int width) {
        int end = 0;
        int used = 0;
        while (end < line.length()) {
            int point = line.codePointAt(end);
            used += columns(point);
            if (used > width && end > 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
