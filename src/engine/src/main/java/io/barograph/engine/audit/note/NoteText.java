package io.barograph.engine.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The rule for all text of notes: UTF-8 without ASCII control characters other than newline. */
final class NoteText {

    private NoteText() {}

    static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a signed note should be UTF-8, but is not", e);
        }
    }

    /** The text as it came, when it ends with a newline and all its characters are allowed. */
    static String checked(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("a note should end with a newline");
        }
        text.codePoints().filter(NoteText::isForbidden).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException("a note must not have the character U+%04X".formatted(c));
        });
        return text;
    }

    static boolean isHalfACharacter(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isForbidden(int c) {
        return (c < ' ' && c != '\n') || isHalfACharacter(c);
    }
}
