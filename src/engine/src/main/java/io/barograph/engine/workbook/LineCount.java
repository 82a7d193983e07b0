package io.barograph.engine.workbook;

/** How many lines a text fills when wrapped at blanks. */
final class LineCount {

    /** Height of a line of the body font. */
    static final float POINTS = 15f;

    private LineCount() {}

    static int of(String text, int charactersPerLine) {
        return text.lines().mapToInt(line -> wrapped(line, charactersPerLine)).sum();
    }

    private static int wrapped(String line, int charactersPerLine) {
        int lines = 1;
        int used = 0;
        for (String word : line.split(" ")) {
            if (used > 0 && used + 1 + word.length() > charactersPerLine) {
                lines++;
                used = word.length();
            } else {
                used += (used > 0 ? 1 : 0) + word.length();
            }
        }
        return lines;
    }
}
