package io.barograph.engine.exchange;

/**
 * What a text for people may use.
 *
 * @param unicode box characters, bars and arrows; otherwise their likes in ASCII
 * @param colours ANSI colours
 */
public record Look(boolean unicode, boolean colours) {

    /** For files and pipes that take any character. */
    public static final Look PLAIN = new Look(true, false);
}
