package io.barograph.service.privacy;

import io.barograph.engine.audit.seal.DataKey;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;

/** Bytes encrypted under a key: a nonce of its own, then the ciphertext with its tag. */
final class Sealed {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    static byte[] random(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    static byte[] nonce() {
        return random(DataKey.NONCE_BYTES);
    }

    static byte[] seal(DataKey key, byte[] bound, byte[] text) {
        byte[] nonce = nonce();
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(nonce);
        sealed.writeBytes(key.encrypt(nonce, bound, text));
        return sealed.toByteArray();
    }

    /** @throws IllegalArgumentException when it was not sealed with this key and bound, or was changed since */
    static byte[] open(DataKey key, byte[] bound, byte[] sealed) {
        if (sealed.length < DataKey.NONCE_BYTES) {
            throw new IllegalArgumentException("what " + key + " should open was cut off");
        }
        return key.decrypt(
                Arrays.copyOf(sealed, DataKey.NONCE_BYTES),
                bound,
                Arrays.copyOfRange(sealed, DataKey.NONCE_BYTES, sealed.length));
    }
}
