package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the keys of the log, known in full only when all files are read, make of one file. */
final class Judgement {

    private final PartCheck part;
    private final KeyChain chain;
    private final Findings findings;

    Judgement(PartCheck part, KeyChain chain, Findings findings) {
        this.part = part;
        this.chain = chain;
        this.findings = findings;
    }

    /** The file's list of keys, and who signed what. */
    void signatures() {
        List<String> told = part.log().keys();
        List<String> expected = chain.proven() ? chain.upTo(part.log().size()) : told;
        if (!told.equals(expected)) {
            findings.badLine(
                    part.place(1),
                    "the keys are not those that the log's records tell, which are `" + String.join("`, `", expected)
                            + "`");
        }
        SignedRun root = part.checkpoints().root();
        if (root != null) {
            signedBy(root);
        }
        part.checkpoints().runs().forEach(this::signedBy);
    }

    private void signedBy(SignedRun run) {
        if (!run.signers().isEmpty() && !chain.isSignedProperly(run)) {
            List<String> expected = chain.proven() ? chain.signersOf(run.last()) : chain.keys();
            findings.add(
                    Kind.UNSIGNED,
                    null,
                    run.place(),
                    "signed by `" + String.join("`, `", run.signers()) + "`, but " + run.sizes()
                            + " must be signed by `" + String.join("` and `", expected) + "`");
        }
    }

    /** Whether the change of the key at an index has its checkpoint here, with both signatures. */
    boolean vouchesFor(long index) {
        SignedRun root = part.checkpoints().root();
        return part.checkpoints().runs().stream().anyMatch(run -> vouches(run, index))
                || (root != null && vouches(root, index));
    }

    private boolean vouches(SignedRun run, long index) {
        return run.first() == index + 1 && run.fitting() == index + 1 && chain.isSignedProperly(run);
    }

    /**
     * Records that no checkpoint covers which trust reaches.
     *
     * @param reached keys
     */
    void unsigned(Set<String> reached, Set<VerifierKey> given) {
        SignedRun root = part.checkpoints().root();
        if (isTrusted(root, reached)) {
            return;
        }
        long covered = part.checkpoints().runs().stream()
                .filter(run -> isTrusted(run, reached))
                .mapToLong(SignedRun::fitting)
                .max()
                .orElse(-1);
        long from = Math.max(part.log().from(), covered);
        long to = part.reached();
        Range range = from < to ? new Range(from, to) : null;
        findings.add(Kind.UNSIGNED, range, null, unsignedMessage(range, given));
    }

    private String unsignedMessage(@Nullable Range range, Set<VerifierKey> given) {
        String what = range == null ? "the log" : range.toString();
        if (given.isEmpty()) {
            return "no checkpoint that a key of the log signed covers " + what;
        }
        VerifierKey first = given.iterator().next();
        String keys = given.size() == 1 ? "the key `" + first + "`" : "any of the " + given.size() + " given keys";
        String foreign =
                given.stream().noneMatch(key -> key.name().equals(part.log().origin()))
                        ? "; that is a key of `" + first.name() + "`, and this is an export of `"
                                + part.log().origin() + "`"
                        : "";
        return "no checkpoint that " + keys + " vouches for covers " + what + foreign;
    }

    private boolean isTrusted(@Nullable SignedRun run, Set<String> reached) {
        return run != null
                && chain.isSignedProperly(run)
                && run.signers().stream().anyMatch(reached::contains);
    }

    /** Records that are not the signed ones: exactly where proofs tell, else between the nearest checkpoints. */
    void altered() {
        ProofCheck proofs = part.proofs();
        SignedRun root = part.checkpoints().root();
        contradictions();
        boolean rootIsFalse = root == null || (!chain.isSignedProperly(root) && proofs.verified() == 0);
        if (proofs.failing().isEmpty() || rootIsFalse) {
            return;
        }
        long sound = soundUpTo();
        long broken = brokenAt(sound);
        for (Range range : proofs.failing().list()) {
            altered(range, sound, broken);
        }
        reordered();
    }

    /** The largest size whose signed root the leaves in the file make up. */
    private long soundUpTo() {
        ProofCheck proofs = part.proofs();
        if (Objects.equals(proofs.leafRoot(part.log().size()), proofs.root())) {
            return part.log().size();
        }
        return part.checkpoints().runs().stream()
                .filter(chain::isSignedProperly)
                .mapToLong(SignedRun::madeUp)
                .max()
                .orElse(-1);
    }

    /** The smallest size above, whose signed root they do not make up. */
    private long brokenAt(long sound) {
        return part.checkpoints().runs().stream()
                .filter(chain::isSignedProperly)
                .mapToLong(SignedRun::afterAltered)
                .filter(size -> size > sound)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void altered(Range range, long sound, long broken) {
        long start = Math.min(Math.max(range.from(), sound), range.to());
        long end = range.from() < broken && start < broken ? Math.min(range.to(), broken) : range.to();
        if (range.from() < start) {
            Range proofsOnly = new Range(range.from(), start);
            findings.add(
                    Kind.BAD_PROOF,
                    proofsOnly,
                    null,
                    proofsOnly
                            + (proofsOnly.count() == 1
                                    ? " is as it was signed, but its proof is false"
                                    : " are as they were signed, but their proofs are false"));
        }
        if (start < end) {
            Range found = new Range(start, end);
            findings.add(
                    Kind.ALTERED,
                    found,
                    null,
                    found.count() == 1
                            ? found + " is not the one that was signed"
                            : "among " + found + " are some that are not the ones that were signed");
        }
        if (end < range.to()) {
            Range after = new Range(end, range.to());
            findings.add(
                    Kind.BAD_PROOF,
                    after,
                    null,
                    "nothing proves " + after + ": their proofs do not lead to the signed root");
        }
    }

    /** Signed checkpoints that disagree with the records, which the proofs show to be those of the largest. */
    private void contradictions() {
        for (SignedRun run : part.checkpoints().runs()) {
            long size = run.contradicting();
            if (size >= 0 && !run.signers().isEmpty()) {
                long fitting = part.checkpoints().runs().stream()
                        .mapToLong(SignedRun::fitting)
                        .filter(fits -> fits < size)
                        .max()
                        .orElse(0);
                Range range = new Range(Math.max(fitting, 0), size);
                findings.add(
                        Kind.FORKED,
                        range,
                        run.place(),
                        "the checkpoint of " + size + " was signed for other records than these: they differ within "
                                + range);
            }
        }
    }

    private void reordered() {
        for (ProofCheck.Failed one : part.proofs().failed()) {
            ProofCheck.Failed owner = part.proofs().owner(one);
            if (owner != null) {
                long index = one.proof().index();
                findings.add(
                        Kind.REORDERED,
                        Range.of(index),
                        one.place(),
                        "the record that stands as " + index + " was signed as record "
                                + owner.proof().index());
            }
        }
    }
}
