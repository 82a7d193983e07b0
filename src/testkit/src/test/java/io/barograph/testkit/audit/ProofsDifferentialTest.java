package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.merkle.ConsistencyProof;
import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.merkle.TreeNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two readings of RFC 6962 on random trees: they build the same proofs, and believe the same ones of those bent at random. */
class ProofsDifferentialTest {

    private static final int TREES = 60;
    private static final int LARGEST = 300;
    private static final int PROOFS = 200;

    private final Random random = new Random(20_260_101);

    @Test
    void believeTheSameProofs() {
        int believed = 0;
        for (int tree = 0; tree < TREES; tree++) {
            List<byte[]> records = records(1 + random.nextInt(LARGEST));
            TreeNodes nodes = (level, index) -> {
                int start = Math.toIntExact(index << level);
                return Hash.ofBase64(ReferenceTree.root(records.subList(start, start + (1 << level))));
            };
            List<Hash> roots = roots(records);
            for (int proof = 0; proof < PROOFS; proof++) {
                believed += inclusion(records, nodes, roots) ? 1 : 0;
                believed += consistency(records, nodes, roots) ? 1 : 0;
            }
        }
        assertThat(believed).isBetween(TREES * PROOFS / 4, TREES * PROOFS * 7 / 4);
    }

    private boolean inclusion(List<byte[]> records, TreeNodes nodes, List<Hash> roots) {
        int size = 1 + random.nextInt(records.size());
        int index = random.nextInt(size);
        InclusionProof built = InclusionProof.of(nodes, index, size);
        if (random.nextInt(20) == 0) {
            assertThat(base64(built.path())).isEqualTo(ReferenceTree.path(index, records.subList(0, size)));
        }
        InclusionProof bent = new InclusionProof(near(index), near(size), bent(built.path(), roots));
        Hash leaf = MerkleHash.leaf(records.get(random.nextInt(8) == 0 ? random.nextInt(records.size()) : index));
        Hash root = roots.get(random.nextInt(8) == 0 ? random.nextInt(roots.size()) : size);

        boolean verdict = bent.verifies(leaf, root);
        assertThat(ReferenceProofs.inclusion(
                        leaf.base64(), bent.index(), bent.size(), base64(bent.path()), root.base64()))
                .as("%s with leaf %s and root %s", bent, leaf, root)
                .isEqualTo(verdict);
        return verdict;
    }

    private boolean consistency(List<byte[]> records, TreeNodes nodes, List<Hash> roots) {
        int to = random.nextInt(records.size() + 1);
        int from = random.nextInt(to + 1);
        ConsistencyProof built = ConsistencyProof.of(nodes, from, to);
        if (from > 0 && random.nextInt(20) == 0) {
            assertThat(base64(built.path())).isEqualTo(ReferenceTree.proof(from, records.subList(0, to)));
        }
        ConsistencyProof bent = new ConsistencyProof(near(from), near(to), bent(built.path(), roots));
        Hash fromRoot = roots.get(random.nextInt(8) == 0 ? random.nextInt(roots.size()) : from);
        Hash toRoot = roots.get(random.nextInt(8) == 0 ? random.nextInt(roots.size()) : to);

        boolean verdict = bent.verifies(fromRoot, toRoot);
        assertThat(ReferenceProofs.consistency(
                        bent.from(), fromRoot.base64(), bent.to(), toRoot.base64(), base64(bent.path())))
                .as("%s between %s and %s", bent, fromRoot, toRoot)
                .isEqualTo(verdict);
        return verdict;
    }

    private long near(long number) {
        return switch (random.nextInt(16)) {
            case 0 -> number + 1;
            case 1 -> number - 1;
            case 2 -> number ^ (1L << random.nextInt(63));
            default -> number;
        };
    }

    private List<Hash> bent(List<Hash> path, List<Hash> hashes) {
        List<Hash> bent = new ArrayList<>(path);
        Hash any = hashes.get(random.nextInt(hashes.size()));
        int place = random.nextInt(path.size() + 1);
        switch (random.nextInt(12)) {
            case 0 -> bent.add(place, any);
            case 1 -> bent.subList(0, place).clear();
            case 2 -> bent.subList(place, path.size()).clear();
            case 3 -> bent.replaceAll(hash -> random.nextInt(4) == 0 ? any : hash);
            default -> {}
        }
        return bent;
    }

    private List<byte[]> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] record = new byte[random.nextInt(40)];
                    random.nextBytes(record);
                    return record;
                })
                .toList();
    }

    private static List<Hash> roots(List<byte[]> records) {
        List<Hash> roots = new ArrayList<>();
        Frontier frontier = Frontier.EMPTY;
        roots.add(frontier.root());
        for (byte[] record : records) {
            frontier = frontier.append(MerkleHash.leaf(record));
            roots.add(frontier.root());
        }
        assertThat(frontier.root().base64()).isEqualTo(ReferenceTree.root(records));
        return roots;
    }

    private static List<String> base64(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }
}
