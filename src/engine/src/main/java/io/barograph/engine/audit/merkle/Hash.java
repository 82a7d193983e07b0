package io.barograph.engine.audit.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes, equal by value. */
public final class Hash {

    /** The number of bytes of a hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, but this one has " + bytes.length);
        }
        this.bytes = bytes;
    }

    /**
     * @param bytes copied
     * @throws IllegalArgumentException when they are not 32
     */
    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    /**
     * Reads many hashes that stand one after another, as a tile of the log holds them.
     *
     * @param position of the hash, counted in hashes from 0
     * @throws IllegalArgumentException when there is no whole hash at the position
     */
    public static Hash at(byte[] hashes, int position) {
        if (position < 0 || (position + 1L) * LENGTH > hashes.length) {
            throw new IllegalArgumentException(
                    "there is no hash at position " + position + " of " + hashes.length + " bytes");
        }
        return new Hash(Arrays.copyOfRange(hashes, position * LENGTH, (position + 1) * LENGTH));
    }

    /**
     * @param text standard Base64 with its padding, the only spelling of these bytes
     * @throws IllegalArgumentException when it is not the canonical Base64 of 32 bytes
     */
    public static Hash ofBase64(String text) {
        try {
            Hash hash = new Hash(Base64.getDecoder().decode(text));
            if (hash.base64().equals(text)) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`" + text + "` is not the Base64 of a hash", e);
        }
        throw new IllegalArgumentException("`" + text + "` is not the canonical Base64 of a hash");
    }

    /**
     * @param text 64 hexadecimal digits of either case
     * @throws IllegalArgumentException when it is anything else
     */
    public static Hash ofHex(String text) {
        try {
            return new Hash(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("`" + text + "` is not a hash of 64 hexadecimal digits", e);
        }
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard Base64 with padding: 44 characters. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** 64 hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] shared() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The same as {@link #hex()}. */
    @Override
    public String toString() {
        return hex();
    }
}
