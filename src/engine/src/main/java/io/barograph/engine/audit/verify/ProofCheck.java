package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.engine.audit.verify.Sequence.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of one file. Each must lead from its leaf to the root of the file's size; beside that, the leaves themselves make
 * up the trees of the smaller checkpoints, which tells records that were altered from proofs that were.
 */
final class ProofCheck {

    /** Of so many leaves that fail it is found out whether they stand in each other's places. */
    private static final int MOST_COMPARED = 64;

    /** A leaf of which the proof failed. */
    record Failed(InclusionProof proof, Hash leaf, Place place) {}

    private final @Nullable Hash root;
    private final long size;
    private final Ranges failing = new Ranges();
    private final List<Failed> failed = new ArrayList<>();
    private long verified;
    private boolean started;
    private @Nullable Frontier leaves;
    private @Nullable InclusionProof last;
    private @Nullable Frontier lastBefore;
    private @Nullable Hash lastLeaf;

    /** @param root of the file's size; null when it is not known, then nothing verifies and nothing fails */
    ProofCheck(@Nullable Hash root, long size, long from) {
        this.root = root;
        this.size = size;
        this.leaves = from == 0 ? Frontier.EMPTY : null;
    }

    /** A record of the file's range. */
    boolean check(ExportLine.Leaf line, Step step, Place place) {
        Hash leaf = line.leaf();
        InclusionProof proof = proof(line);
        boolean verifies = verifies(proof, leaf);
        if (!started && leaves == null && verifies) {
            leaves = LeftPath.before(proof);
        }
        started = true;
        leaves = step == Step.NEXT && leaves != null ? leaves.append(leaf) : null;
        if (!verifies && root != null) {
            failing.add(line.index());
            if (failed.size() < MOST_COMPARED) {
                failed.add(new Failed(proof, leaf, place));
            }
        }
        return verifies;
    }

    /** A record beside the range. */
    boolean checkRelated(ExportLine.Leaf line) {
        return verifies(proof(line), line.leaf());
    }

    private InclusionProof proof(ExportLine.Leaf line) {
        return new InclusionProof(line.index(), size, line.proof());
    }

    private boolean verifies(InclusionProof proof, Hash leaf) {
        if (root == null || !proof.verifies(leaf, root)) {
            return false;
        }
        verified++;
        last = proof;
        lastLeaf = leaf;
        lastBefore = null;
        return true;
    }

    /** The root of an earlier tree, as the proof of the leaf that verified last shows it; null when that one does not. */
    @Nullable Hash provenRoot(long earlier) {
        if (last == null || lastLeaf == null || (earlier != last.index() && earlier != last.index() + 1)) {
            return null;
        }
        if (lastBefore == null) {
            lastBefore = LeftPath.before(last);
        }
        return earlier == last.index()
                ? lastBefore.root()
                : lastBefore.append(lastLeaf).root();
    }

    /** The root over the leaves themselves, as far as they stand in line; null when they do not, up to there. */
    @Nullable Hash leafRoot(long earlier) {
        return leaves != null && leaves.size() == earlier ? leaves.root() : null;
    }

    @Nullable Hash root() {
        return root;
    }

    long verified() {
        return verified;
    }

    Ranges failing() {
        return failing;
    }

    /** Leaves that failed, the first of them. */
    List<Failed> failed() {
        return failed;
    }

    /** Whose place a leaf really belongs to, among those that failed; null when to none. */
    @Nullable Failed owner(Failed one) {
        for (Failed other : failed) {
            if (root != null
                    && other.proof().index() != one.proof().index()
                    && other.proof().verifies(one.leaf(), root)) {
                return other;
            }
        }
        return null;
    }
}
