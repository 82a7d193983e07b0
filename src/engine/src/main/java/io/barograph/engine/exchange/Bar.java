package io.barograph.engine.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Bars of a fixed width, on which 0 to 100 is the whole. */
record Bar(int width, boolean unicode) {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int PARTS = 8;

    /** How much of the bar is filled, to an eighth of a character where the look allows. */
    record Filled(String full, String rest) {}

    Filled filled(BigDecimal score) {
        int parts = at(score, unicode ? width * PARTS : width);
        String full;
        if (unicode) {
            int part = parts % PARTS;
            full = "█".repeat(parts / PARTS) + (part == 0 ? "" : EIGHTHS.substring(part, part + 1));
        } else {
            full = "#".repeat(parts);
        }
        return new Filled(full, (unicode ? "░" : ".").repeat(width - full.length()));
    }

    /** The stretch between two scores, blanks before it; a move that is too small to see still shows. */
    String stretch(BigDecimal from, BigDecimal to) {
        int start = at(from.min(to), width);
        int end = at(from.max(to), width);
        if (start == end && from.compareTo(to) != 0) {
            start = Math.min(start, width - 1);
            end = start + 1;
        }
        String gain = unicode ? "█" : "#";
        String loss = unicode ? "▒" : "-";
        return " ".repeat(start) + (to.compareTo(from) < 0 ? loss : gain).repeat(end - start);
    }

    private static int at(BigDecimal score, int width) {
        int place = score.multiply(BigDecimal.valueOf(width))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .intValue();
        return Math.max(0, Math.min(width, place));
    }
}
