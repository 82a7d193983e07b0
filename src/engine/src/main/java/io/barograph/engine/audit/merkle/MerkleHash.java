package io.barograph.engine.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962, section 2.1, over SHA-256. A leaf and a node start with different bytes, so that neither can pass
 * for the other.
 */
public final class MerkleHash {

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;
    private static final Hash EMPTY = Hash.of(sha256().digest());

    private MerkleHash() {}

    /** The hash of a leaf: SHA-256(0x00 ‖ record). */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return Hash.of(digest.digest(content));
    }

    /** The hash of a node over its two subtrees: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.shared());
        return Hash.of(digest.digest(right.shared()));
    }

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static Hash empty() {
        return EMPTY;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
