package io.barograph.service.crash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A decision that a client was told.
 *
 * @param name of the request
 * @param digest of the bytes it was told with, see {@link #digest}
 */
public record Answered(UUID id, String name, String digest) {

    public static String digest(byte[] told) {
        try {
            String text = new String(told, StandardCharsets.UTF_8).strip();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
