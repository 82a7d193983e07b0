package io.barograph.engine.audit.seal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of AES-256 in GCM with a tag of 128 bits (NIST SP 800-38D). Whoever uses it sees to it that no nonce is used twice
 * with the same key; random ones are safe for 2^32 texts.
 */
public final class DataKey {

    /** Length of a key. */
    public static final int BYTES = 32;

    /** Length of a nonce. */
    public static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private static final String AES_GCM = "AES/GCM/NoPadding";

    /** Looked for once. A cipher itself is never kept: it would keep the key that it was used with last. */
    private static final Provider PROVIDER = provider();

    private final String id;
    private final SecretKey key;

    /**
     * @param id what records call it
     * @param key {@link #BYTES} bytes; the caller's array may be wiped afterwards
     */
    public DataKey(String id, byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, but this one has " + key.length);
        }
        this.id = id;
        this.key = new SecretKeySpec(key, "AES");
    }

    public String id() {
        return id;
    }

    /** A copy of the key itself: a secret. */
    public byte[] bytes() {
        return key.getEncoded();
    }

    /**
     * @param nonce {@link #NONCE_BYTES} bytes, new for every text
     * @param bound what the text belongs to; it is not kept, and opening needs the same
     * @return as long as the text, and the tag
     */
    public byte[] encrypt(byte[] nonce, byte[] bound, byte[] text) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-256-GCM", e);
        }
    }

    /** @throws IllegalArgumentException when it was not encrypted with this key, nonce and bound, or was changed since */
    public byte[] decrypt(byte[] nonce, byte[] bound, byte[] encrypted) {
        if (encrypted.length < TAG_BITS / Byte.SIZE) {
            throw new IllegalArgumentException("what key `" + id + "` should open was cut off");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(encrypted);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException(
                    "key `" + id + "` does not open it: it was sealed with another key, or changed since", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot decrypt with AES-256-GCM", e);
        }
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(AES_GCM).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException(
                    "a nonce has " + NONCE_BYTES + " bytes, but this one has " + nonce.length);
        }
        Cipher cipher = Cipher.getInstance(AES_GCM, PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    /** Only its name, so that no log can hold a key. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
