package io.barograph.engine.audit.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A tree in memory that gives the hashes of complete subtrees only, and refuses all others. */
final class Leaves implements TreeNodes {

    private final List<List<Hash>> levels = new ArrayList<>();

    private Leaves(List<Hash> leaves) {
        List<Hash> level = leaves;
        while (!level.isEmpty()) {
            levels.add(level);
            List<Hash> below = level;
            level = IntStream.range(0, below.size() / 2)
                    .mapToObj(i -> MerkleHash.node(below.get(2 * i), below.get(2 * i + 1)))
                    .toList();
        }
    }

    static Leaves of(List<byte[]> contents) {
        return new Leaves(contents.stream().map(MerkleHash::leaf).toList());
    }

    /** As many leaves as asked for, each of two bytes: its index in little-endian order. */
    static Leaves numbered(int size) {
        return of(IntStream.range(0, size)
                .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)})
                .toList());
    }

    @Override
    public Hash node(int level, long index) {
        return levels.get(level).get(Math.toIntExact(index));
    }
}
