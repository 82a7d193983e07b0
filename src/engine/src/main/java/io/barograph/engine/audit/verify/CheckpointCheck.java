package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.Verification;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The checkpoints of one file: who signed them, and whether they are of the records that stand in it. */
final class CheckpointCheck {

    private static final int MOST_RUNS = 100_000;

    private record Waiting(Hash root, SignedRun run) {}

    private final ExportLine.Log log;
    private final Collection<VerifierKey> known;
    private final Findings findings;
    private final List<SignedRun> runs = new ArrayList<>();
    /** Of changes of the key beside the range, by size, until the record of the change comes. */
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();

    private long count;
    private long lastSize = -1;
    private @Nullable SignedRun root;

    /** @param known keys that signatures may be of */
    CheckpointCheck(ExportLine.Log log, Collection<VerifierKey> known, Findings findings) {
        this.log = log;
        this.known = known;
        this.findings = findings;
    }

    /** Line 2. @return the root of the file's size; null when the line does not tell */
    @Nullable Hash root(ExportLine.Checkpoint line, Place place) {
        Checkpoint checkpoint = checkpoint(line, place);
        if (checkpoint == null) {
            return null;
        }
        if (checkpoint.size() != log.size()) {
            findings.badLine(
                    place,
                    "the checkpoint is of " + checkpoint.size() + " records; here must be the one of " + log.size());
            return null;
        }
        SignedRun run = new SignedRun(place, signers(line, place), log.size());
        run.fits(log.size());
        root = run;
        count++;
        return checkpoint.root();
    }

    /**
     * A checkpoint among the records or beside them.
     *
     * @param completed the size of the tree that the record on the line before completes; -1 when there is none
     * @param early whether no record came yet
     * @param late whether no record may come any more
     */
    void add(ExportLine.Checkpoint line, Place place, ProofCheck proofs, long completed, boolean early, boolean late) {
        Checkpoint checkpoint = checkpoint(line, place);
        if (checkpoint == null) {
            return;
        }
        long size = checkpoint.size();
        if (size <= lastSize || size >= log.size()) {
            findings.badLine(place, "the checkpoint of " + size + " stands out of order");
            return;
        }
        lastSize = size;
        SignedRun run = run(signers(line, place), size, place);
        count++;
        if (size == completed && size > log.from()) {
            compare(checkpoint.root(), size, run, proofs);
        } else if ((early && size <= log.from()) || (late && size > log.to())) {
            waiting.put(size, new Waiting(checkpoint.root(), run));
            if (waiting.size() > MOST_RUNS) {
                throw new BeyondLimitException("the file has too many checkpoints beside its range");
            }
        } else {
            findings.badLine(place, "the checkpoint of " + size + " must stand right after record " + (size - 1));
        }
    }

    private static void compare(Hash root, long size, SignedRun run, ProofCheck proofs) {
        Hash proven = proofs.provenRoot(size);
        Hash madeUp = proofs.leafRoot(size);
        if (madeUp != null && madeUp.equals(root)) {
            run.isMadeUp(size);
        } else if (madeUp != null) {
            run.followsAltered(size);
        }
        Hash found = proven == null ? madeUp : proven;
        if (found != null && found.equals(root)) {
            run.fits(size);
        } else if (proven != null) {
            run.contradicts(size);
        }
    }

    /** A related record with a proof that verifies; it may be the change that a checkpoint waits for. */
    void related(long index, ProofCheck proofs) {
        Waiting one = waiting.remove(index + 1);
        if (one != null) {
            compare(one.root(), index + 1, one.run(), proofs);
        }
    }

    /** @param complete whether the file has its end */
    void end(boolean complete) {
        if (complete) {
            waiting.forEach((size, one) -> findings.badLine(
                    one.run().place(),
                    "the checkpoint of " + size + " is of no change of the key; record " + (size - 1)
                            + " is not in this file"));
        }
    }

    private SignedRun run(List<String> signers, long size, Place place) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).takes(signers, size)) {
            return runs.get(last);
        }
        if (runs.size() == MOST_RUNS) {
            throw new BeyondLimitException("the checkpoints of the file change their signers too often");
        }
        SignedRun run = new SignedRun(place, signers, size);
        runs.add(run);
        return run;
    }

    private @Nullable Checkpoint checkpoint(ExportLine.Checkpoint line, Place place) {
        try {
            Checkpoint checkpoint =
                    Checkpoint.parse(SignedNote.parse(line.note()).text());
            if (checkpoint.origin().equals(log.origin())) {
                return checkpoint;
            }
            findings.badLine(
                    place, "the checkpoint is of the log `" + checkpoint.origin() + "`, not of `" + log.origin() + "`");
        } catch (IllegalArgumentException e) {
            findings.badLine(place, "the note is no checkpoint: " + e.getMessage());
        }
        return null;
    }

    /** In the order of their signatures; none when one of them does not verify. */
    private List<String> signers(ExportLine.Checkpoint line, Place place) {
        SignedNote note = SignedNote.parse(line.note());
        Verification verification = note.verify(known);
        if (!verification.failed().isEmpty()) {
            findings.add(
                    Kind.UNSIGNED,
                    null,
                    place,
                    "the signature by `" + verification.failed().get(0)
                            + "` is false: the checkpoint was altered or forged");
            return List.of();
        }
        if (verification.verified().size() != note.signers().size()) {
            findings.add(
                    Kind.UNSIGNED,
                    null,
                    place,
                    "the checkpoint has a signature by `" + stranger(note, verification)
                            + "`, which is no key of the log");
            return List.of();
        }
        return verification.verified().stream().map(VerifierKey::toString).toList();
    }

    private static String stranger(SignedNote note, Verification verification) {
        return note.signers().stream()
                .filter(signer -> verification.verified().stream()
                        .noneMatch(key -> key.toString().startsWith(signer + "+")))
                .findFirst()
                .orElse(note.signers().get(0));
    }

    /** Those besides the root's. */
    List<SignedRun> runs() {
        return runs;
    }

    /** Of the file's size; null when there is none. */
    @Nullable SignedRun root() {
        return root;
    }

    long count() {
        return count;
    }
}
