package io.barograph.engine.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The proof that a tree is another one with leaves appended and nothing else: RFC 6962, section 2.1.2. Of a tree without leaves and
 * of a tree itself the proof is empty. The numbers may come from anywhere: a proof that makes no sense does not verify.
 *
 * @param from the number of leaves of the earlier tree
 * @param to the number of leaves of the later tree
 * @param path the hashes in the RFC's order
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Builds a proof from the hashes of complete subtrees.
     *
     * @throws IllegalArgumentException when the sizes are negative or the later tree is the smaller one
     */
    public static ConsistencyProof of(TreeNodes nodes, long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + to + " leaves cannot grow from one of " + from);
        }
        List<Hash> path = new ArrayList<>();
        if (from > 0) {
            collect(nodes, from, new Subtree(0, to), true, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    /** The RFC's SUBPROOF: the earlier tree ends after leaf {@code from}, and may be known whole to whoever verifies. */
    private static void collect(TreeNodes nodes, long from, Subtree tree, boolean known, List<Hash> path) {
        if (from == tree.start() + tree.length()) {
            if (!known) {
                path.add(tree.hash(nodes));
            }
            return;
        }
        Subtree left = tree.left();
        Subtree right = tree.right();
        if (from <= right.start()) {
            collect(nodes, from, left, known, path);
            path.add(right.hash(nodes));
        } else {
            collect(nodes, from, right, false, path);
            path.add(left.hash(nodes));
        }
    }

    /** Whether the tree of the second root is the tree of the first with leaves appended: RFC 9162, section 2.1.4.2. */
    public boolean verifies(Hash fromRoot, Hash toRoot) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            return path.isEmpty()
                    && fromRoot.equals(MerkleHash.empty())
                    && (to > 0 || toRoot.equals(MerkleHash.empty()));
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        return !path.isEmpty() && leadsTo(fromRoot, toRoot);
    }

    private boolean leadsTo(Hash fromRoot, Hash toRoot) {
        boolean complete = Long.bitCount(from) == 1;
        int levels = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >> levels;
        long last = (to - 1) >> levels;
        Hash earlier = complete ? fromRoot : path.get(0);
        Hash later = earlier;
        for (Hash hash : complete ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlier = MerkleHash.node(hash, earlier);
                later = MerkleHash.node(hash, later);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                later = MerkleHash.node(later, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && earlier.equals(fromRoot) && later.equals(toRoot);
    }
}
