package io.barograph.engine.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.engine.audit.merkle.MerkleHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftPathTest {

    private static final int LARGEST = 70;

    private final List<Hash> leaves = new ArrayList<>();

    @Test
    void tellsEverySmallerTreeFromOneProof() {
        List<Frontier> trees = new ArrayList<>(List.of(Frontier.EMPTY));
        for (int i = 0; i < LARGEST; i++) {
            leaves.add(MerkleHash.leaf(new byte[] {(byte) i}));
            trees.add(trees.get(i).append(leaves.get(i)));
        }
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                Frontier before = LeftPath.before(InclusionProof.of(this::node, index, size));

                assertThat(before).isEqualTo(trees.get(index));
                assertThat(before.append(leaves.get(index)).root())
                        .isEqualTo(trees.get(index + 1).root());
            }
        }
    }

    private Hash node(int level, long index) {
        return level == 0
                ? leaves.get((int) index)
                : MerkleHash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }
}
