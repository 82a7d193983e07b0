package io.barograph.engine.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text where they are UTF-8; for one thread at a time. */
final class Utf8Text {

    /** What is wrong with a line that is not, for people. */
    static final String FAULT = "is not UTF-8 text; save the file as UTF-8";

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    /** Null when it is not UTF-8. */
    @Nullable String of(byte[] bytes, int from, int length) {
        if (isAscii(bytes, from, length)) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, length)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    static boolean isAscii(byte[] bytes, int from, int length) {
        int signs = 0;
        for (int i = from; i < from + length; i++) {
            signs |= bytes[i];
        }
        return signs >= 0;
    }
}
