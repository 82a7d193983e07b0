package io.barograph.engine.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;

/** A named Ed25519 private key that signs notes. Its text form never shows the key. */
public final class SigningKey {

    private static final byte[] SAMPLE = "a key pair signs and verifies\n".getBytes(StandardCharsets.UTF_8);

    private final PrivateKey key;
    private final VerifierKey verifierKey;

    private SigningKey(PrivateKey key, VerifierKey verifierKey) {
        if (!verifierKey.verifies(SAMPLE, Ed25519.sign(key, SAMPLE))) {
            throw new IllegalArgumentException(
                    "the private key does not belong to the public key `" + verifierKey + "`");
        }
        this.key = key;
        this.verifierKey = verifierKey;
    }

    /**
     * The public key is worked out from the private one.
     *
     * @param pem an unencrypted PKCS#8 file, as {@code openssl genpkey -algorithm ed25519} writes it
     * @throws IllegalArgumentException when it is none of an Ed25519 key, or the name may not be one
     */
    public static SigningKey ofPem(String name, String pem) {
        PrivateKey key = Ed25519.privateKey(Pem.decode(Pem.PRIVATE_KEY, pem));
        byte[] seed = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new IllegalArgumentException("the private key does not tell its bytes"));
        return new SigningKey(key, VerifierKey.of(name, EdwardsPoint.publicKeyOf(seed)));
    }

    /** @throws IllegalArgumentException when it is no pair of Ed25519, or the name may not be one */
    public static SigningKey of(String name, KeyPair pair) {
        return new SigningKey(pair.getPrivate(), VerifierKey.of(name, pair.getPublic()));
    }

    /** The key that verifies what this one signs. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** The private key as an unencrypted PKCS#8 PEM file: a secret. */
    public String pem() {
        return Pem.encode(Pem.PRIVATE_KEY, key.getEncoded());
    }

    byte[] sign(byte[] text) {
        return Ed25519.sign(key, text);
    }

    /** Names the key and its verifier, nothing secret. */
    @Override
    public String toString() {
        return "signing key of " + verifierKey;
    }
}
