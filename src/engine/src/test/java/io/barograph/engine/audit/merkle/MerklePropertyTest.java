package io.barograph.engine.audit.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree against the recursive definitions of RFC 6962, section 2.1, and proofs that must fail. */
class MerklePropertyTest {

    private static final int SIZES = 70;

    private final Leaves tree = Leaves.numbered(SIZES);
    private final List<Hash> roots =
            IntStream.rangeClosed(0, SIZES).mapToObj(size -> root(0, size)).toList();

    @Test
    void hasTheRootOfTheDefinitionAtEverySize() {
        Frontier frontier = Frontier.EMPTY;
        for (int size = 0; size <= SIZES; size++) {
            assertThat(frontier).isEqualTo(Frontier.of(tree, size));
            assertThat(frontier).isEqualTo(Frontier.of(size, frontier.subtrees()));
            assertThat(frontier.root()).isEqualTo(roots.get(size)).isEqualTo(tree.root(size));
            frontier = size < SIZES ? frontier.append(tree.node(0, size)) : frontier;
        }
    }

    @Test
    void provesEveryLeafOfEveryTreeByThePathOfTheDefinition() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(tree, index, size);
                assertThat(proof.path()).isEqualTo(path(index, 0, size));
                assertThat(proof.rootOf(tree.node(0, index))).contains(roots.get(size));
                assertThat(proof.verifies(tree.node(0, index), roots.get(size))).isTrue();
            }
        }
    }

    @Test
    void provesEveryTreeToGrowFromEverySmallerOneByTheProofOfTheDefinition() {
        for (int to = 0; to <= SIZES; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(tree, from, to);
                assertThat(proof.path()).isEqualTo(from == 0 ? List.of() : proof(from, 0, to, true));
                assertThat(proof.verifies(roots.get(from), roots.get(to))).isTrue();
            }
        }
    }

    @Test
    void refusesProofsOfAnotherLeafOrTree() {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(tree, index, size);
                Hash leaf = tree.node(0, index);
                Hash root = roots.get(size);
                for (int other = -1; other <= size + 1; other++) {
                    assertThat(new InclusionProof(other, size, proof.path()).verifies(leaf, root))
                            .isEqualTo(other == index);
                }
                assertThat(proof.verifies(tree.node(0, (index + 1) % SIZES), root))
                        .isFalse();
                assertThat(proof.verifies(leaf, roots.get(size - 1))).isFalse();
            }
        }
    }

    @Test
    void refusesGrowthFromAnotherTree() {
        for (int to = 1; to <= SIZES; to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(tree, from, to);
                assertThat(proof.verifies(roots.get(from - 1), roots.get(to))).isFalse();
                assertThat(proof.verifies(roots.get(from), roots.get(to - 1))).isFalse();
                if (from < to) {
                    assertThat(proof.verifies(roots.get(to), roots.get(from))).isFalse();
                }
            }
        }
    }

    @Test
    void refusesCorruptedPaths() {
        Random random = new Random(6962);
        for (int round = 0; round < 20_000; round++) {
            int to = 2 + random.nextInt(SIZES - 1);
            int from = 1 + random.nextInt(to - 1);
            int index = random.nextInt(to);

            List<Hash> path = corrupted(InclusionProof.of(tree, index, to).path(), random);
            assertThat(new InclusionProof(index, to, path).verifies(tree.node(0, index), roots.get(to)))
                    .isFalse();

            List<Hash> growth = corrupted(ConsistencyProof.of(tree, from, to).path(), random);
            assertThat(new ConsistencyProof(from, to, growth).verifies(roots.get(from), roots.get(to)))
                    .isFalse();
        }
    }

    @Test
    void refusesNumbersThatMakeNoSenseWithoutFailing() {
        List<Hash> path = InclusionProof.of(tree, 3, 8).path();
        Hash leaf = tree.node(0, 3);
        Hash root = roots.get(8);
        long[] numbers = {Long.MIN_VALUE, -1, 0, 1, 3, 4, 8, 9, Long.MAX_VALUE - 1, Long.MAX_VALUE};
        for (long first : numbers) {
            for (long second : numbers) {
                assertThat(new InclusionProof(first, second, path).verifies(leaf, root))
                        .isEqualTo(first == 3 && second == 8);
                assertThat(new ConsistencyProof(first, second, path).verifies(leaf, root))
                        .isFalse();
                assertThat(new ConsistencyProof(first, second, List.of()).verifies(leaf, root))
                        .isFalse();
            }
        }
    }

    @Test
    void refusesToProveWhatTheTreeDoesNotHave() {
        assertThatThrownBy(() -> InclusionProof.of(tree, 8, 8)).hasMessage("a tree of 8 leaves has no leaf 8");
        assertThatThrownBy(() -> InclusionProof.of(tree, -1, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConsistencyProof.of(tree, 9, 8))
                .hasMessage("a tree of 8 leaves cannot grow from one of 9");
        assertThatThrownBy(() -> tree.root(-1)).hasMessage("a tree cannot have -1 leaves");
        assertThatThrownBy(() -> Frontier.of(3, List.of()))
                .hasMessage("a tree of 3 leaves splits into 2 complete subtrees, not 0");
    }

    @Test
    void provesLeavesOfTreesOfAnySize() {
        List<Hash> levels = new ArrayList<>(List.of(MerkleHash.leaf(new byte[0])));
        for (Hash below = levels.get(0); levels.size() < Long.SIZE; levels.add(below)) {
            below = MerkleHash.node(below, below);
        }
        TreeNodes endless = (level, index) -> levels.get(level);
        for (long size : new long[] {1L << 40, (1L << 62) + 12_345, Long.MAX_VALUE}) {
            Hash root = endless.root(size);
            for (long index : new long[] {0, size / 3, size - 1}) {
                assertThat(InclusionProof.of(endless, index, size).verifies(endless.node(0, index), root))
                        .isTrue();
                long from = index + 1;
                assertThat(ConsistencyProof.of(endless, from, size).verifies(endless.root(from), root))
                        .isTrue();
            }
        }
    }

    private static List<Hash> corrupted(List<Hash> path, Random random) {
        List<Hash> changed = new ArrayList<>(path);
        int place = random.nextInt(path.size());
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] bytes = path.get(place).bytes();
                bytes[random.nextInt(Hash.LENGTH)] ^= (byte) (1 << random.nextInt(8));
                changed.set(place, Hash.of(bytes));
            }
            case 1 -> changed.remove(place);
            case 2 -> changed.add(random.nextInt(path.size() + 1), path.get(place));
            default -> changed.add(MerkleHash.empty());
        }
        return changed;
    }

    /** MTH(D[start:end]). */
    private Hash root(int start, int end) {
        int size = end - start;
        if (size < 2) {
            return size == 0 ? MerkleHash.empty() : tree.node(0, start);
        }
        int split = start + Integer.highestOneBit(size - 1);
        return MerkleHash.node(root(start, split), root(split, end));
    }

    /** PATH(index, D[start:end]), the index counted from the whole tree's start. */
    private List<Hash> path(int index, int start, int end) {
        if (end - start == 1) {
            return List.of();
        }
        int split = start + Integer.highestOneBit(end - start - 1);
        return index < split
                ? with(path(index, start, split), root(split, end))
                : with(path(index, split, end), root(start, split));
    }

    /** SUBPROOF(from, D[start:end], known), the earlier tree's size counted from the whole tree's start. */
    private List<Hash> proof(int from, int start, int end, boolean known) {
        if (from == end) {
            return known ? List.of() : List.of(root(start, end));
        }
        int split = start + Integer.highestOneBit(end - start - 1);
        return from <= split
                ? with(proof(from, start, split, known), root(split, end))
                : with(proof(from, split, end, false), root(start, split));
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
