package io.barograph.engine.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A named Ed25519 public key that verifies notes. As text it is a vkey of c2sp.org/signed-note:
 * {@code <name>+<key ID as 8 hexadecimal digits>+<Base64 of 0x01 and the 32 bytes of the key>}. Equal by that text.
 */
public final class VerifierKey {

    private static final byte TYPE = 0x01;

    /** The SubjectPublicKeyInfo of every Ed25519 key up to the key's own bytes: RFC 8410. */
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] point;
    private final PublicKey key;
    private final int id;

    private VerifierKey(String name, byte[] point) {
        this.name = KeyName.checked(name);
        this.point = point;
        this.key = Ed25519.publicKey(concat(SPKI_PREFIX, point));
        this.id = id(name, point);
    }

    /**
     * @param vkey in its one spelling, hexadecimal digits in lower case
     * @throws IllegalArgumentException when it is no vkey of an Ed25519 key, or its key ID is of another name or key
     */
    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw new IllegalArgumentException(
                    "a verifier key should read `<name>+<8 hexadecimal digits>+<Base64>`, but is `" + vkey + "`");
        }
        byte[] typed = Base64Text.decode(parts[2]);
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != TYPE) {
            throw new IllegalArgumentException("the verifier key `" + vkey + "` is not of Ed25519");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.hexId().equals(parts[1])) {
            throw new IllegalArgumentException("the verifier key `%s` has the ID %s, but its name and bytes give %s"
                    .formatted(vkey, parts[1], key.hexId()));
        }
        return key;
    }

    /**
     * @param pem a SubjectPublicKeyInfo, as {@code openssl pkey -pubout} writes it
     * @throws IllegalArgumentException when it is none of an Ed25519 key, or the name may not be one
     */
    public static VerifierKey ofPem(String name, String pem) {
        return of(name, Ed25519.publicKey(Pem.decode(Pem.PUBLIC_KEY, pem)));
    }

    /** @throws IllegalArgumentException when the key is not of Ed25519, or the name may not be one */
    public static VerifierKey of(String name, PublicKey key) {
        byte[] der = key.getEncoded();
        if (der == null || !Arrays.equals(SPKI_PREFIX, Arrays.copyOf(der, SPKI_PREFIX.length))) {
            throw new IllegalArgumentException("the key is no Ed25519 public key");
        }
        return new VerifierKey(name, Arrays.copyOfRange(der, SPKI_PREFIX.length, der.length));
    }

    static VerifierKey of(String name, byte[] point) {
        return new VerifierKey(name, point.clone());
    }

    /** What the key is called, by the recommendation the origin of the log it signs. */
    public String name() {
        return name;
    }

    /** The key ID: the first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ key). */
    public int id() {
        return id;
    }

    /** The key as a PEM file that openssl reads; the name is no part of it. */
    public String pem() {
        return Pem.encode(Pem.PUBLIC_KEY, concat(SPKI_PREFIX, point));
    }

    boolean verifies(byte[] text, byte[] signature) {
        return Ed25519.verifies(key, text, signature);
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id);
    }

    private static int id(String name, byte[] point) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(TYPE);
            return ByteBuffer.wrap(digest.digest(point)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(point, that.point);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The vkey. */
    @Override
    public String toString() {
        return name + "+" + hexId() + "+" + Base64Text.encode(concat(new byte[] {TYPE}, point));
    }
}
