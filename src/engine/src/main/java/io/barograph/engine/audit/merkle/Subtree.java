package io.barograph.engine.audit.merkle;

/**
 * A run of leaves that the RFC's recursion cuts out of a tree: it starts at a multiple of the smallest power of two
 * that is no less than its length.
 *
 * @param start the first leaf
 * @param length the number of leaves, from 1
 */
record Subtree(long start, long length) {

    /** How many leaves the left half takes: the largest power of two below the length, which must be above 1. */
    long split() {
        return Long.highestOneBit(length - 1);
    }

    Subtree left() {
        return new Subtree(start, split());
    }

    Subtree right() {
        return new Subtree(start + split(), length - split());
    }

    Hash hash(TreeNodes nodes) {
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return nodes.node(level, start >> level);
        }
        return MerkleHash.node(left().hash(nodes), right().hash(nodes));
    }
}
