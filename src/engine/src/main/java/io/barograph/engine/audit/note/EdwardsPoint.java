package io.barograph.engine.audit.note;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A point of edwards25519 in the extended coordinates of RFC 8032, section 5.1.4. It exists because Java reads an Ed25519
 * private key but cannot tell its public key; nothing is signed or verified with it.
 */
record EdwardsPoint(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {

    private static final int LENGTH = 32;

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);

    private static final EdwardsPoint NEUTRAL = affine(BigInteger.ZERO, BigInteger.ONE);

    private static final EdwardsPoint BASE = affine(
            new BigInteger("15112221349535400772501151409588531511454012693041857206046113283949847762202"),
            new BigInteger("46316835694926478169428394003475163141307993866256225615783033603165251855960"));

    /** The public key that belongs to a private key's 32 bytes: RFC 8032, section 5.1.5. */
    static byte[] publicKeyOf(byte[] seed) {
        byte[] scalar = Arrays.copyOf(sha512(seed), LENGTH);
        scalar[0] &= (byte) 0xf8;
        scalar[LENGTH - 1] &= 0x3f;
        scalar[LENGTH - 1] |= 0x40;
        return BASE.times(new BigInteger(1, reversed(scalar))).encoded();
    }

    private static EdwardsPoint affine(BigInteger x, BigInteger y) {
        return new EdwardsPoint(x, y, BigInteger.ONE, x.multiply(y).mod(P));
    }

    private EdwardsPoint plus(EdwardsPoint other) {
        BigInteger a = y.subtract(x).multiply(other.y.subtract(other.x)).mod(P);
        BigInteger b = y.add(x).multiply(other.y.add(other.x)).mod(P);
        BigInteger c = t.multiply(BigInteger.TWO).multiply(D).multiply(other.t).mod(P);
        BigInteger d = z.multiply(BigInteger.TWO).multiply(other.z).mod(P);
        BigInteger e = b.subtract(a);
        BigInteger f = d.subtract(c);
        BigInteger g = d.add(c);
        BigInteger h = b.add(a);
        return new EdwardsPoint(
                e.multiply(f).mod(P),
                g.multiply(h).mod(P),
                f.multiply(g).mod(P),
                e.multiply(h).mod(P));
    }

    private EdwardsPoint times(BigInteger scalar) {
        EdwardsPoint product = NEUTRAL;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            product = product.plus(product);
            if (scalar.testBit(bit)) {
                product = product.plus(this);
            }
        }
        return product;
    }

    /** RFC 8032, section 5.1.2: y in little-endian order, the lowest bit of x on top. */
    private byte[] encoded() {
        BigInteger inverse = z.modInverse(P);
        BigInteger affineY = y.multiply(inverse).mod(P);
        BigInteger affineX = x.multiply(inverse).mod(P);
        BigInteger both = affineX.testBit(0) ? affineY.setBit(255) : affineY;
        byte[] bigEndian = both.toByteArray();
        byte[] encoded = new byte[LENGTH];
        for (int i = 0; i < Math.min(LENGTH, bigEndian.length); i++) {
            encoded[i] = bigEndian[bigEndian.length - 1 - i];
        }
        return encoded;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] sha512(byte[] seed) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(seed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-512", e);
        }
    }
}
