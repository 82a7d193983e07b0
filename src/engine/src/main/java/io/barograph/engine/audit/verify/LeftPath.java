package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an inclusion proof tells of smaller trees. The hashes on the left of a leaf's path are the complete subtrees of
 * the leaves before it, which do not change when the log grows; so they give the root of every earlier tree that ends there.
 */
final class LeftPath {

    private LeftPath() {}

    /**
     * The tree of the leaves before the proof's.
     *
     * @param proof that verifies
     */
    static Frontier before(InclusionProof proof) {
        List<Hash> left = new ArrayList<>();
        long node = proof.index();
        long last = proof.size() - 1;
        for (Hash sibling : proof.path()) {
            if ((node & 1) == 1 || node == last) {
                left.add(sibling);
                int levels = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= levels;
                last >>= levels;
            }
            node >>= 1;
            last >>= 1;
        }
        Collections.reverse(left);
        return Frontier.of(proof.index(), left);
    }
}
