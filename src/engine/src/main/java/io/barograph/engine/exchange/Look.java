package io.barograph.engine.exchange;

import io.barograph.engine.text.Names;
import io.barograph.engine.text.Printable;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a text for people may use, and how texts look within it.
 *
 * @param unicode box characters, bars and arrows; otherwise their likes in ASCII
 * @param colours ANSI colours
 */
public record Look(boolean unicode, boolean colours) {

    /** For files and pipes that take any character. */
    public static final Look PLAIN = new Look(true, false);

    /** A band that is called like a colour is shown in it; other bands are not coloured. */
    private static final Map<String, String> BANDS = Map.of(
            "red", "31",
            "green", "32",
            "yellow", "33",
            "amber", "33",
            "orange", "33",
            "blue", "34",
            "magenta", "35",
            "cyan", "36");

    /** The text itself, or the closest ASCII. */
    public String written(String text) {
        return unicode ? text : Ascii.of(text);
    }

    /** Written within so many columns; what is cut off leaves an ellipsis. */
    public String shortened(String text, int width) {
        return Printable.shortened(written(text), width, unicode ? "…" : "~");
    }

    /** Cut or filled up to so many columns. */
    public String left(String text, int width) {
        String shown = shortened(text, width);
        return shown + " ".repeat(width - Printable.columns(shown));
    }

    /** Cut or filled up to so many columns, the blanks in front. */
    public String right(String text, int width) {
        String shown = shortened(text, width);
        return " ".repeat(width - Printable.columns(shown)) + shown;
    }

    /** @param percent 0–100, where 100 fills the width */
    public String bar(BigDecimal percent, int width) {
        Bar.Filled filled = new Bar(width, unicode).filled(percent);
        return filled.full() + filled.rest();
    }

    /** A text about a band, in the band's colour. */
    public String inColourOf(String band, String shown) {
        return styled(BANDS.getOrDefault(Names.fold(band), ""), shown);
    }

    /** @param code of ANSI SGR; empty for none */
    String styled(String code, String text) {
        return text.isEmpty() || code.isEmpty() || !colours ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
