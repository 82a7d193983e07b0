package io.barograph.testkit.audit;

import java.util.Base64;
import java.util.List;

/**
 * Proofs verified by recursion: the definitions of PATH and PROOF in RFC 6962 are followed down the tree, and the hashes taken off the
 * proof's end on the way. RFC 9162's loops over bits, which the engine has, are not used.
 */
public final class ReferenceProofs {

    private ReferenceProofs() {}

    /** Whether the path proves that the leaf hash is at the index of the tree of that size and root. */
    public static boolean inclusion(String leaf, long index, long size, List<String> path, String root) {
        return index >= 0
                && index < size
                && path.size() == pathLength(index, size)
                && path.stream().allMatch(ReferenceProofs::isHash)
                && rootOf(leaf, index, size, path).equals(root);
    }

    /** Whether the path proves that the tree of the second size and root has grown from that of the first. */
    public static boolean consistency(long from, String fromRoot, long to, String toRoot, List<String> path) {
        if (from < 0 || from > to || !path.stream().allMatch(ReferenceProofs::isHash)) {
            return false;
        }
        if (from == 0) {
            String empty = ReferenceTree.root(List.of());
            return path.isEmpty() && fromRoot.equals(empty) && (to > 0 || toRoot.equals(empty));
        }
        return path.size() == proofLength(from, to, true)
                && roots(from, to, true, path, fromRoot).equals(new Roots(fromRoot, toRoot));
    }

    private static int pathLength(long m, long n) {
        if (n == 1) {
            return 0;
        }
        long k = split(n);
        return 1 + (m < k ? pathLength(m, k) : pathLength(m - k, n - k));
    }

    private static String rootOf(String leaf, long m, long n, List<String> path) {
        if (n == 1) {
            return leaf;
        }
        long k = split(n);
        String last = path.get(path.size() - 1);
        List<String> rest = path.subList(0, path.size() - 1);
        return m < k
                ? ReferenceTree.node(rootOf(leaf, m, k, rest), last)
                : ReferenceTree.node(last, rootOf(leaf, m - k, n - k, rest));
    }

    /** The root of the first leaves of a tree of n, up to and with leaf m, from that leaf's path: what stands right of it is left out. */
    static String rootUpTo(String leaf, long m, long n, List<String> path) {
        if (n == 1) {
            return leaf;
        }
        long k = split(n);
        List<String> rest = path.subList(0, path.size() - 1);
        return m < k
                ? rootUpTo(leaf, m, k, rest)
                : ReferenceTree.node(path.get(path.size() - 1), rootUpTo(leaf, m - k, n - k, rest));
    }

    private static int proofLength(long m, long n, boolean b) {
        if (m == n) {
            return b ? 0 : 1;
        }
        long k = split(n);
        return 1 + (m <= k ? proofLength(m, k, b) : proofLength(m - k, n - k, false));
    }

    /** What a proof says of the first m and of all n leaves of a subtree; b as in the RFC's SUBPROOF. */
    private static Roots roots(long m, long n, boolean b, List<String> path, String known) {
        if (m == n) {
            String both = b ? known : path.get(0);
            return new Roots(both, both);
        }
        long k = split(n);
        String last = path.get(path.size() - 1);
        List<String> rest = path.subList(0, path.size() - 1);
        if (m <= k) {
            Roots left = roots(m, k, b, rest, known);
            return new Roots(left.earlier, ReferenceTree.node(left.later, last));
        }
        Roots right = roots(m - k, n - k, false, rest, known);
        return new Roots(ReferenceTree.node(last, right.earlier), ReferenceTree.node(last, right.later));
    }

    /** The largest power of two below n. */
    private static long split(long n) {
        long k = 1;
        while (k < n - k) {
            k *= 2;
        }
        return k;
    }

    private static boolean isHash(String text) {
        return text.matches("[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")
                && Base64.getDecoder().decode(text).length == 32;
    }

    private record Roots(String earlier, String later) {}
}
