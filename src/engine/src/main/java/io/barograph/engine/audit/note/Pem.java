package io.barograph.engine.audit.note;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys as PEM (RFC 7468): one labelled block of Base64. Text around the block is no part of it. */
final class Pem {

    static final String PRIVATE_KEY = "PRIVATE KEY";
    static final String PUBLIC_KEY = "PUBLIC KEY";

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private Pem() {}

    static byte[] decode(String label, String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("no PEM block found; the key should start with `" + begin(label) + "`");
        }
        if (!block.group(1).equals(label)) {
            throw new IllegalArgumentException("the PEM file holds `" + block.group(1) + "`, but should hold `" + label
                    + "`" + (block.group(1).startsWith("ENCRYPTED") ? " (decrypt it first)" : ""));
        }
        return bytes(label, block.group(2).replaceAll("\\s", ""));
    }

    static String encode(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return begin(label) + "\n" + body + "\n-----END " + label + "-----\n";
    }

    /** The reason is not passed on, since it quotes the text, which may be a secret. */
    private static byte[] bytes(String label, String base64) {
        byte[] der;
        try {
            der = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            der = new byte[0];
        }
        if (der.length == 0 || !Base64Text.encode(der).equals(base64)) {
            throw new IllegalArgumentException("the PEM block `" + label + "` does not hold canonical Base64");
        }
        return der;
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }
}
