package io.barograph.service.records;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A stretch of the log, and which of its leaves are wanted.
 *
 * @param from first leaf
 * @param to first leaf behind it
 * @param indexed whether all of its blocks are
 */
record Span(long from, long to, boolean indexed) {

    long firstBlock() {
        return from / BlockTerms.WIDTH;
    }

    long endBlock() {
        return (to + BlockTerms.WIDTH - 1) / BlockTerms.WIDTH;
    }

    /** The leaf of bit 0. */
    long base() {
        return firstBlock() * BlockTerms.WIDTH;
    }

    /** No leaves, to add some. */
    BitSet none() {
        return new BitSet((int) (to - base()));
    }

    /** All of its leaves. */
    BitSet all() {
        BitSet all = none();
        all.set((int) (from - base()), (int) (to - base()));
        return all;
    }

    /** The blocks that some leaves lie in. */
    List<Long> blocks(BitSet leaves) {
        List<Long> blocks = new ArrayList<>();
        int leaf = leaves.nextSetBit(0);
        while (leaf >= 0) {
            int block = leaf / BlockTerms.WIDTH;
            blocks.add(firstBlock() + block);
            leaf = leaves.nextSetBit((block + 1) * BlockTerms.WIDTH);
        }
        return blocks;
    }

    /** Adds leaves of one block. */
    void add(BitSet leaves, long block, BitSet ofBlock) {
        int offset = (int) ((block - firstBlock()) * BlockTerms.WIDTH);
        for (int leaf = ofBlock.nextSetBit(0); leaf >= 0; leaf = ofBlock.nextSetBit(leaf + 1)) {
            leaves.set(offset + leaf);
        }
    }
}
