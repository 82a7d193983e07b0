package io.barograph.engine.audit.verify;

import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ReadLine;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.audit.verify.Finding.Kind;
import io.barograph.engine.audit.verify.Sequence.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks one file line by line. What only shows when all files are read is kept for {@link Judgement}, in bounded memory. */
final class PartCheck {

    private enum Stage {
        ROOT,
        RECORDS,
        RELATED,
        ENDED
    }

    private final String file;
    private final ExportLine.Log log;
    private final Whole whole;
    private final Findings findings;
    private final Set<Long> sizesOfInterest;
    private final Sequence sequence;
    private final CheckpointCheck checkpoints;
    private final Companions companions;
    private final Map<Long, Hash> roots = new HashMap<>();
    private final long countFrom;
    private final long foundBefore;
    private ProofCheck proofs;
    private Stage stage = Stage.ROOT;
    private long lines = 1;
    private long leafLines;
    private long lastRelated = -1;
    private boolean lastWasLeaf;
    private ReadLine.@Nullable Cut cut;

    /**
     * @param sizesOfInterest of trees whose roots are wanted
     * @param countFrom records before it were counted with an earlier file
     */
    PartCheck(
            String file,
            ExportLine.Log log,
            Collection<VerifierKey> known,
            Set<Long> sizesOfInterest,
            long countFrom,
            Whole whole) {
        this.file = file;
        this.log = log;
        this.whole = whole;
        this.findings = whole.findings();
        this.sizesOfInterest = sizesOfInterest;
        this.countFrom = countFrom;
        this.sequence = new Sequence(log.from(), findings);
        this.checkpoints = new CheckpointCheck(log, known, findings);
        this.companions = new Companions(whole.models(), findings);
        this.proofs = new ProofCheck(null, log.size(), log.from());
        this.foundBefore = findings.total();
    }

    /** Any line after the first. */
    void line(ReadLine read) {
        if (read instanceof ReadLine.Cut rest) {
            cut = rest;
            return;
        }
        lines++;
        Place place = place(read.number());
        if (read instanceof ReadLine.Bad bad) {
            findings.badLine(place, bad.why());
            stage = stage == Stage.ROOT ? Stage.RECORDS : stage;
            companions.unknown();
        } else if (read instanceof ReadLine.Whole sound) {
            line(sound.line(), place);
        }
    }

    private void line(ExportLine line, Place place) {
        if (stage == Stage.ENDED) {
            findings.badLine(place, "nothing may follow the `end` line");
            return;
        }
        if (stage == Stage.ROOT) {
            stage = Stage.RECORDS;
            if (line instanceof ExportLine.Checkpoint checkpoint) {
                Hash root = checkpoints.root(checkpoint, place);
                proofs = new ProofCheck(root, log.size(), log.from());
                if (root != null) {
                    roots.put(log.size(), root);
                }
                return;
            }
            findings.badLine(place, "line 2 must be the checkpoint of " + log.size());
        }
        boolean afterLeaf = lastWasLeaf;
        lastWasLeaf = false;
        if (line instanceof ExportLine.Related related) {
            related(related, place);
        } else if (line instanceof ExportLine.End end) {
            end(end, place);
        } else if (stage == Stage.RELATED) {
            findings.badLine(place, "only `related` lines and the `end` may follow a `related` line");
        } else if (line instanceof ExportLine.Leaf leaf) {
            leaf(leaf, place);
        } else if (line instanceof ExportLine.Checkpoint checkpoint) {
            companions.unneeded();
            long completed = afterLeaf ? sequence.next() : -1;
            checkpoints.add(checkpoint, place, proofs, completed, leafLines == 0, sequence.next() == log.to());
        } else if (line instanceof ExportLine.Model model) {
            companions.model(model, place);
        } else if (line instanceof ExportLine.Legend legend) {
            companions.legend(legend, place);
        } else if (line instanceof ExportLine.AccountKey key) {
            companions.key(key, place);
        } else {
            findings.badLine(place, "a `log` line may only be the first of a file");
        }
    }

    private void leaf(ExportLine.Leaf line, Place place) {
        leafLines++;
        long index = line.index();
        if (index < log.from() || index >= log.to()) {
            findings.badLine(place, "record " + index + " is not one of " + log.from() + " to " + (log.to() - 1));
            companions.unknown();
            return;
        }
        Step step = sequence.step(index, place);
        lastWasLeaf = step == Step.NEXT || step == Step.AFTER_GAP;
        if (!proofs.check(line, step, place)) {
            companions.unknown();
            return;
        }
        provenRoots(index);
        boolean counts = index >= countFrom && step != Step.AGAIN;
        if (line instanceof ExportLine.Entry entry) {
            entry(entry, counts, place);
        } else {
            companions.unneeded();
            whole.retired(index, counts);
        }
    }

    private void entry(ExportLine.Entry entry, boolean counts, Place place) {
        Glance glance;
        try {
            glance = Glance.of(entry.record());
        } catch (IllegalArgumentException e) {
            glance = new Glance(null, null, null);
        }
        companions.record(entry, glance, place);
        if (Glance.EVENT.equals(glance.kind())) {
            whole.event(entry.index(), entry.record(), counts, place);
        } else if (Glance.DECISION.equals(glance.kind())) {
            whole.decision(counts);
        } else {
            findings.badLine(place, "record " + entry.index() + " was signed as it is, but is of no known kind");
        }
    }

    private void related(ExportLine.Related line, Place place) {
        companions.unneeded();
        stage = Stage.RELATED;
        long index = line.index();
        if (index >= log.from() && index < log.to()) {
            findings.badLine(place, "record " + index + " is one of the range, so it is not `related`");
        } else if (index <= lastRelated) {
            findings.badLine(place, "record " + index + " stands out of order");
        } else if (proofs.checkRelated(line)) {
            lastRelated = index;
            provenRoots(index);
            whole.event(index, line.record(), false, place);
            checkpoints.related(index, proofs);
        } else if (proofs.root() != null) {
            findings.add(
                    Kind.ALTERED,
                    Range.of(index),
                    place,
                    "record " + index + ", which others depend on, or its proof was altered");
        }
    }

    private void provenRoots(long index) {
        for (long size = index; size <= index + 1; size++) {
            if (sizesOfInterest.contains(size)) {
                Hash root = proofs.provenRoot(size);
                if (root != null) {
                    roots.put(size, root);
                }
            }
        }
    }

    private void end(ExportLine.End line, Place place) {
        stage = Stage.ENDED;
        companions.end(place);
        sequence.end(log.to());
        if (findings.total() == foundBefore && (line.records() != leafLines || line.lines() != lines)) {
            findings.badLine(
                    place,
                    "the file has " + lines + " lines with " + leafLines + " records, but its end tells of "
                            + line.lines() + " with " + line.records());
        }
    }

    /** After the last line. */
    void over() {
        checkpoints.end(isComplete());
        if (!isComplete()) {
            companions.unknown();
            sequence.end(Math.min(sequence.next(), log.to()));
        }
    }

    /** Whether the file has its end; else it broke off. */
    boolean isComplete() {
        return stage == Stage.ENDED;
    }

    /** What the file's last line begins with, when the file ends within it. */
    ReadLine.@Nullable Cut cut() {
        return cut;
    }

    /** One more than the last record that the file gets to. */
    long reached() {
        return isComplete() ? log.to() : sequence.next();
    }

    Place place(long line) {
        return new Place(file, line);
    }

    Place lastPlace() {
        return place(cut == null ? lines : cut.number());
    }

    ExportLine.Log log() {
        return log;
    }

    ProofCheck proofs() {
        return proofs;
    }

    CheckpointCheck checkpoints() {
        return checkpoints;
    }

    int accountKeys() {
        return companions.keys();
    }

    /** Roots of trees, by size, as this file proves them. */
    Map<Long, Hash> roots() {
        return new TreeMap<>(roots);
    }
}
