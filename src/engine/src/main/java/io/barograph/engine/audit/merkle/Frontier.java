package io.barograph.engine.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is needed of a tree to append to it and to know its root: the roots of the complete subtrees it splits into,
 * largest first, one for every 1 in the binary form of its size. Immutable.
 */
public final class Frontier {

    /** The tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> subtrees;

    private Frontier(long size, List<Hash> subtrees) {
        this.size = size;
        this.subtrees = List.copyOf(subtrees);
    }

    /**
     * @param size the number of leaves, from 0
     * @param subtrees the roots of its complete subtrees, largest first
     * @throws IllegalArgumentException when the size is negative, or has not as many complete subtrees
     */
    public static Frontier of(long size, List<Hash> subtrees) {
        int count = Long.bitCount(checked(size));
        if (subtrees.size() != count) {
            throw new IllegalArgumentException("a tree of %d leaves splits into %d complete subtrees, not %d"
                    .formatted(size, count, subtrees.size()));
        }
        return new Frontier(size, subtrees);
    }

    /**
     * @param size the number of leaves, from 0
     * @throws IllegalArgumentException when the size is negative
     */
    public static Frontier of(TreeNodes nodes, long size) {
        List<Hash> subtrees = new ArrayList<>();
        long start = 0;
        for (long rest = checked(size); rest > 0; rest -= Long.highestOneBit(rest)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            subtrees.add(nodes.node(level, start >> level));
            start += 1L << level;
        }
        return new Frontier(size, subtrees);
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The roots of the complete subtrees, largest first. */
    public List<Hash> subtrees() {
        return subtrees;
    }

    /** The tree with one more leaf, whose leaf hash is given. */
    public Frontier append(Hash leaf) {
        List<Hash> appended = new ArrayList<>(subtrees);
        Hash merged = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            merged = MerkleHash.node(appended.remove(appended.size() - 1), merged);
        }
        appended.add(merged);
        return new Frontier(Math.addExact(size, 1), appended);
    }

    /** The Merkle tree hash. */
    public Hash root() {
        if (subtrees.isEmpty()) {
            return MerkleHash.empty();
        }
        Hash root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = MerkleHash.node(subtrees.get(i), root);
        }
        return root;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier that && size == that.size && subtrees.equals(that.subtrees);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + subtrees.hashCode();
    }

    @Override
    public String toString() {
        return size + " leaves, root " + root();
    }

    private static long checked(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
        }
        return size;
    }
}
