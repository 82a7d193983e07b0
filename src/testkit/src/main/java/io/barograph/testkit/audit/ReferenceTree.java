package io.barograph.testkit.audit;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The definitions of RFC 6962, section 2.1, word for word: slow, and only for trees that fit into memory. */
public final class ReferenceTree {

    private ReferenceTree() {}

    /** MTH(D): the root of the tree over records. */
    public static String root(List<byte[]> records) {
        int n = records.size();
        if (n == 0) {
            return sha256(new byte[0]);
        }
        if (n == 1) {
            return leaf(records.get(0));
        }
        int k = split(n);
        return node(root(records.subList(0, k)), root(records.subList(k, n)));
    }

    /** PATH(m, D): the proof that record m is in the tree over records. */
    public static List<String> path(int m, List<byte[]> records) {
        int n = records.size();
        if (n == 1) {
            return List.of();
        }
        int k = split(n);
        List<byte[]> left = records.subList(0, k);
        List<byte[]> right = records.subList(k, n);
        return m < k ? with(path(m, left), root(right)) : with(path(m - k, right), root(left));
    }

    /** PROOF(m, D): the proof that the tree over records has grown from the tree over its first m, of which there are some. */
    public static List<String> proof(int m, List<byte[]> records) {
        return subproof(m, records, true);
    }

    private static List<String> subproof(int m, List<byte[]> records, boolean b) {
        int n = records.size();
        if (m == n) {
            return b ? List.of() : List.of(root(records));
        }
        int k = split(n);
        List<byte[]> left = records.subList(0, k);
        List<byte[]> right = records.subList(k, n);
        return m <= k ? with(subproof(m, left, b), root(right)) : with(subproof(m - k, right, false), root(left));
    }

    /** The hash of a leaf. */
    public static String leaf(byte[] record) {
        return sha256(new byte[] {0}, record);
    }

    static String node(String left, String right) {
        Base64.Decoder base64 = Base64.getDecoder();
        return sha256(new byte[] {1}, base64.decode(left), base64.decode(right));
    }

    /** The largest power of two below n. */
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<String> with(List<String> path, String last) {
        List<String> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    private static String sha256(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
