package io.barograph.testkit.audit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed note of c2sp.org/signed-note that was verified, or never comes to be.
 *
 * @param text what is signed, with its last newline
 * @param signers the verifier keys, of those that were known, that signed it
 */
public record ReferenceNote(String text, Set<String> signers) {

    private static final Pattern ALLOWED = Pattern.compile("[^\\x00-\\x09\\x0b-\\x1f]*");

    private static final Pattern NOTE =
            Pattern.compile("((?s:.*)\\n)\\n((?:— [^\\n]+\\n){1,16})", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SIGNATURE =
            Pattern.compile("— ([^\\s+]+) ([A-Za-z0-9+/]+={0,2})", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * @param vkeys the keys that are known, as {@code <name>+<key ID>+<Base64>}
     * @throws Refused when it is no signed note, no known key signed it, or a signature of a known key is wrong
     */
    public static ReferenceNote verified(byte[] note, Set<String> vkeys) throws Refused {
        String all = new String(note, StandardCharsets.UTF_8);
        Matcher parts = NOTE.matcher(all);
        if (!Arrays.equals(all.getBytes(StandardCharsets.UTF_8), note)
                || !ALLOWED.matcher(all).matches()
                || !parts.matches()) {
            throw new Refused("not a signed note");
        }
        String text = parts.group(1);
        Set<String> signers = new LinkedHashSet<>();
        for (String line : parts.group(2).split("\n")) {
            Matcher signature = SIGNATURE.matcher(line);
            if (!signature.matches()) {
                throw new Refused("not a signature line: " + line);
            }
            byte[] bytes = base64(signature.group(2));
            if (bytes.length < 5) {
                throw new Refused("no signature in " + line);
            }
            String claimed = signature.group(1) + "+" + hex(bytes, 4) + "+";
            for (String vkey : vkeys) {
                if (vkey.startsWith(claimed)) {
                    check(vkey, text, Arrays.copyOfRange(bytes, 4, bytes.length));
                    signers.add(vkey);
                }
            }
        }
        if (signers.isEmpty()) {
            throw new Refused("no known key signed it");
        }
        return new ReferenceNote(text, signers);
    }

    private static void check(String vkey, String text, byte[] signature) throws Refused {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey(vkey));
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            if (!ed25519.verify(signature)) {
                throw new Refused("wrong signature of " + vkey);
            }
        } catch (SignatureException e) {
            throw new Refused("malformed signature of " + vkey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey publicKey(String vkey) throws GeneralSecurityException, Refused {
        String name = vkey.substring(0, vkey.indexOf('+'));
        String id = vkey.substring(name.length() + 1, name.length() + 9);
        byte[] typed = base64(vkey.substring(name.length() + 10));
        ByteArrayOutputStream identified = new ByteArrayOutputStream();
        identified.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        identified.writeBytes(typed);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(identified.toByteArray());
        if (typed.length != 33 || typed[0] != 1 || !hex(hash, 4).equals(id)) {
            throw new Refused("not a verifier key: " + vkey);
        }
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = typed[32 - i];
        }
        boolean xIsOdd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        EdECPoint point = new EdECPoint(xIsOdd, new BigInteger(bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    static byte[] base64(String text) throws Refused {
        if (text.length() % 4 != 0) {
            throw new Refused("not Base64: " + text);
        }
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Refused("not canonical Base64: " + text);
        }
        return bytes;
    }

    private static String hex(byte[] bytes, int count) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < count; i++) {
            hex.append(String.format("%02x", bytes[i]));
        }
        return hex.toString();
    }

    /** Why a note is not to be believed. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }
}
