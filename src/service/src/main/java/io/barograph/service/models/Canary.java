package io.barograph.service.models;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A model that decides a share of the accounts besides the active one. Which ones follows from their ids and the model, so that an
 * account gets its answers from one of the two on every instance.
 *
 * @param share percent, 1–99
 */
record Canary(Generation generation, int share) {

    private static final int PERCENT = 100;

    Canary {
        if (share < 1 || share >= PERCENT) {
            throw new IllegalArgumentException("a canary decides 1 to 99 percent, but is to decide " + share);
        }
    }

    boolean takes(String accountId) {
        return percentile(generation.version().digest(), accountId) < share;
    }

    /** From 0 to 99, evenly. */
    static int percentile(String digest, String accountId) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(digest.getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha256.digest(accountId.getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), PERCENT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
