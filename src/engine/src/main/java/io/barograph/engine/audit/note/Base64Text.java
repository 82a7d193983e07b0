package io.barograph.engine.audit.note;

import java.util.Base64;

/** Standard Base64 in its one canonical spelling: padded, and without bits that the bytes do not hold. */
final class Base64Text {

    private Base64Text() {}

    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (encode(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`" + text + "` is not Base64", e);
        }
        throw new IllegalArgumentException("`" + text + "` is not canonical Base64");
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
