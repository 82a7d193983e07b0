package io.barograph.engine.audit.merkle;

/**
 * The stored hashes of a log's complete subtrees. A subtree of level n has 2^n leaves, and the one at an index holds the
 * leaves from index·2^n up to but excluding (index + 1)·2^n; level 0 are the leaf hashes. Such a hash never changes once
 * its last leaf is written.
 */
@FunctionalInterface
public interface TreeNodes {

    /**
     * @param level from 0 to 62
     * @param index from 0; only of subtrees that lie wholly within the size of the tree that was asked about
     */
    Hash node(int level, long index);

    /**
     * The root of the tree's first leaves.
     *
     * @param size the number of leaves, from 0
     * @throws IllegalArgumentException when the size is negative
     */
    default Hash root(long size) {
        return Frontier.of(this, size).root();
    }
}
