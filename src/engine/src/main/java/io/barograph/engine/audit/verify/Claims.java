package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.note.Verification;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding.Kind;
import java.util.Collection;
import java.util.List;

/** Whether all that is known of the log at several sizes is of one log that only grew. */
final class Claims {

    private final List<PartCheck> parts;
    private final Findings findings;
    private final long largest;
    private int compared;

    Claims(List<PartCheck> parts, Findings findings) {
        this.parts = parts;
        this.findings = findings;
        this.largest = parts.stream().mapToLong(part -> part.log().size()).max().orElse(0);
    }

    /** Every file's own size must be found in those of a larger one. */
    void files() {
        for (PartCheck part : parts) {
            Hash root = part.proofs().root();
            if (root != null) {
                compare(part.log().size(), root, part.lastPlace().file(), false);
            }
        }
    }

    /**
     * A checkpoint that was seen earlier.
     *
     * @param known keys that may have signed it
     */
    void seen(SeenCheckpoint seen, String origin, Collection<VerifierKey> known, KeyChain chain) {
        String name = seen.name();
        long size = seen.checkpoint().size();
        if (!seen.checkpoint().origin().equals(origin)) {
            findings.add(
                    Kind.NOT_COMPARED,
                    null,
                    null,
                    name + " is a checkpoint of `" + seen.checkpoint().origin() + "`, not of `" + origin + "`");
            return;
        }
        Verification verification = seen.note().verify(known);
        boolean signed = size > largest
                ? verification.valid()
                : verification.failed().isEmpty() && isSignedProperly(verification, size, chain);
        if (!signed) {
            findings.add(
                    Kind.NOT_COMPARED,
                    size > largest ? new Range(largest, size) : null,
                    null,
                    name + " has no signature by the key that the log had at " + size
                            + " records, as far as is known here");
        } else if (size > largest) {
            findings.add(
                    Kind.ROLLED_BACK,
                    new Range(largest, size),
                    null,
                    "the log had " + size + " records when " + name + " was signed, and has " + largest
                            + " in this export");
        } else {
            compare(size, seen.checkpoint().root(), name, true);
        }
    }

    private static boolean isSignedProperly(Verification verification, long size, KeyChain chain) {
        List<String> proper = chain.proven() ? chain.signersOf(size) : chain.keys();
        return verification.verified().stream().anyMatch(key -> proper.contains(key.toString()));
    }

    private void compare(long size, Hash root, String name, boolean seen) {
        if (size == 0) {
            fits(size, root, MerkleHash.empty(), name);
            return;
        }
        boolean found = false;
        for (PartCheck part : parts) {
            Hash proven = part.roots().get(size);
            boolean counts = seen
                    || part.log().size() > size
                    || (size == largest && part.log().size() == size);
            if (proven != null && counts) {
                found = true;
                if (!fits(size, root, proven, name)) {
                    return;
                }
            }
        }
        if (found) {
            compared += seen ? 1 : 0;
        } else if (seen || size < largest) {
            findings.add(
                    Kind.NOT_COMPARED,
                    null,
                    null,
                    "nothing here tells whether the log grew from the " + size + " records of " + name
                            + "; an export that has record " + (size - 1) + " would");
        }
    }

    private boolean fits(long size, Hash claimed, Hash proven, String name) {
        if (claimed.equals(proven)) {
            return true;
        }
        findings.add(
                Kind.FORKED,
                size == 0 ? null : new Range(0, size),
                null,
                "the first " + size + " records are not those that " + name + " was signed for");
        return false;
    }

    /** How many checkpoints seen earlier were compared. */
    int compared() {
        return compared;
    }
}
