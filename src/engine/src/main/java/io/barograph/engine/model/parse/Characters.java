package io.barograph.engine.model.parse;

import org.jspecify.annotations.Nullable;

/** Finds characters that nobody can see, and so nobody meant to write. */
final class Characters {

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;

    private Characters() {}

    /** The first invisible, bidirectional or control character as {@code U+200B}; null when there is none. */
    static @Nullable String firstBad(String text) {
        int previous = -1;
        for (int i = 0; i < text.length(); ) {
            int code = text.codePointAt(i);
            int width = Character.charCount(code);
            int next = i + width < text.length() ? text.codePointAt(i + width) : -1;
            if (isBad(code, previous, next)) {
                return String.format("U+%04X", code);
            }
            previous = code;
            i += width;
        }
        return null;
    }

    /** The text without them. */
    static String visible(String text) {
        if (firstBad(text) == null) {
            return text;
        }
        StringBuilder seen = new StringBuilder();
        text.codePoints().filter(code -> !isBad(code, -1, -1)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static boolean isBad(int code, int previous, int next) {
        if (code < 0x7F) {
            return code < ' ' && code != '\t' && code != '\n' && code != '\r';
        }
        if (code == ZERO_WIDTH_JOINER) {
            return !(isEmoji(previous) && isEmoji(next));
        }
        if (isEmojiTag(code)) {
            return previous != BLACK_FLAG && !isEmojiTag(previous);
        }
        if (isVariationSelector(code)) {
            return previous < 0 || Character.isLetter(previous) || Character.isWhitespace(previous);
        }
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankLetter(code);
        };
    }

    private static boolean isEmoji(int code) {
        return code > 0
                && (Character.getType(code) == Character.OTHER_SYMBOL
                        || Character.getType(code) == Character.MODIFIER_SYMBOL
                        || isVariationSelector(code));
    }

    private static boolean isVariationSelector(int code) {
        return code >= 0xFE00 && code <= 0xFE0F;
    }

    /** Flags of regions are spelt in tags. */
    private static boolean isEmojiTag(int code) {
        return code >= 0xE0020 && code <= 0xE007F;
    }

    /** Letters and marks that print as nothing: fillers of Hangul, the grapheme joiner, the empty braille cell. */
    private static boolean isBlankLetter(int code) {
        return switch (code) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }
}
