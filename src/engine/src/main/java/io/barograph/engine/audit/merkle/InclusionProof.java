package io.barograph.engine.audit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proof that a leaf stands at an index of a tree: RFC 6962, section 2.1.1, the path from the leaf's sibling up to the
 * root's child. The numbers may come from anywhere: a proof that makes no sense does not verify. The path proves the
 * index but not the size, which must come with the root from a signed checkpoint.
 *
 * @param index of the leaf, from 0
 * @param size the number of leaves of the tree
 * @param path the hashes from the leaf upwards
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Builds a proof from the hashes of complete subtrees.
     *
     * @throws IllegalArgumentException when a tree of that size has no such leaf
     */
    public static InclusionProof of(TreeNodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>();
        collect(nodes, index, new Subtree(0, size), path);
        return new InclusionProof(index, size, path);
    }

    private static void collect(TreeNodes nodes, long index, Subtree tree, List<Hash> path) {
        if (tree.length() == 1) {
            return;
        }
        Subtree left = tree.left();
        Subtree right = tree.right();
        boolean inLeft = index < right.start();
        collect(nodes, index, inLeft ? left : right, path);
        path.add((inLeft ? right : left).hash(nodes));
    }

    /**
     * The root that the path leads to from a leaf: RFC 9162, section 2.1.3.2.
     *
     * @return nothing when the tree has no such leaf or the path has too few or too many hashes
     */
    public Optional<Hash> rootOf(Hash leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleHash.node(sibling, hash);
                int levels = Long.numberOfTrailingZeros(node);
                node >>= levels;
                last >>= levels;
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /** Whether the tree of that root has the leaf of that hash at the index. */
    public boolean verifies(Hash leaf, Hash root) {
        return rootOf(leaf).filter(root::equals).isPresent();
    }
}
