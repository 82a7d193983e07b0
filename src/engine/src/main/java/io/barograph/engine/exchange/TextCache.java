package io.barograph.engine.exchange;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Short ASCII texts that come again and again: a text met lately is the same object. Forgets rather than grows; for one thread
 * at a time.
 */
final class TextCache {

    private static final int PLACES = 1024;
    private static final int LONGEST = 40;

    private final @Nullable String[] texts = new @Nullable String[PLACES];

    /** @param bytes ASCII from {@code from} to {@code to} */
    String of(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        String known = texts[place];
        if (known != null && equal(known, bytes, from, to)) {
            return known;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        texts[place] = text;
        return text;
    }

    private static boolean equal(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
