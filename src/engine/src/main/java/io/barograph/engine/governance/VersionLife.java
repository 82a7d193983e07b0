package io.barograph.engine.governance;

import io.barograph.engine.audit.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model with everything that was done to it. It never changes: what is done to it gives the version as it is
 * afterwards, or the reasons why not. The bytes of its files are fixed; other bytes are another version.
 *
 * @param number from 1, in the order of upload
 * @param digest of the model
 * @param authors persons who made or submitted any of its edits; none of them may approve it
 * @param segments that its edits touch, and {@link DecisionRights#SHARED} when they touch what is shared; at least one
 * @param evidence that approvals are bound to; null before it was submitted, and for a version that came with the product
 * @param approvals given on that evidence, one a person
 * @param canary percent of the accounts it decides besides the active one; null when it decides none so
 * @param history oldest first, at least its upload
 */
public record VersionLife(
        int number,
        String digest,
        State state,
        Set<String> authors,
        Set<String> segments,
        @Nullable Evidence evidence,
        List<Approval> approvals,
        @Nullable Integer canary,
        List<Step> history) {

    /** How the upload stands in the history. */
    public static final String UPLOADED = "model-uploaded";

    /** How a draft that was made of two versions stands in the history. */
    public static final String MERGED = "model-merged";

    /** How a released version that came with the installation stands in the history. */
    public static final String IMPORTED = "model-imported";

    /** How a folder of workbooks that was never released, and decides all the same, stands in the history. */
    public static final String FOUND = "model-found";

    public VersionLife {
        authors = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(authors));
        segments = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(segments));
        approvals = List.copyOf(approvals);
        history = List.copyOf(history);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a version touches something, be it what is shared");
        }
        if (history.isEmpty()) {
            throw new IllegalArgumentException("a version has a history");
        }
        if (evidence == null && (!approvals.isEmpty() || state == State.SUBMITTED || state == State.APPROVED)) {
            throw new IllegalArgumentException("a version that is " + state.label() + " has evidence");
        }
        if (canary != null && state != State.APPROVED) {
            throw new IllegalArgumentException("only an approved version is a canary, but it is " + state.label());
        }
    }

    /** A draft that was just uploaded. */
    public static VersionLife draft(int number, String digest, Set<String> authors, Set<String> segments, Step upload) {
        return new VersionLife(number, digest, State.DRAFT, authors, segments, null, List.of(), null, List.of(upload));
    }

    /** A version that decides without having been uploaded: it came from the disk of the service. */
    public static VersionLife imported(
            int number, String digest, Set<String> authors, Set<String> segments, Step step) {
        return new VersionLife(number, digest, State.ACTIVE, authors, segments, null, List.of(), null, List.of(step));
    }

    /** Whether it came to decide by the rules: it was uploaded, or released. */
    public boolean isGoverned() {
        return !history.get(0).what().equals(FOUND);
    }

    /** Whether it ever decided, as a canary aside. */
    public boolean everActive() {
        return history.stream().anyMatch(step -> step.state() == State.ACTIVE);
    }

    /** Whether it has every approval that decision rights ask for, given on its evidence. */
    public boolean isApproved(DecisionRights rights) {
        return evidence != null && missingApprovals(rights).isEmpty();
    }

    /** What approvals it lacks, one line a segment. */
    public List<String> missingApprovals(DecisionRights rights) {
        List<String> missing = new ArrayList<>();
        for (String segment : segments) {
            int needed = rights.of(segment).approvals();
            long given = approvals.stream()
                    .filter(approval -> evidence != null && approval.evidence().equals(evidence.digest()))
                    .filter(approval -> approval.segments().contains(segment))
                    .map(Approval::person)
                    .filter(person -> !authors.contains(person))
                    .distinct()
                    .count();
            if (given < needed) {
                missing.add("version " + number + " has " + given + " of " + needed + " approvals "
                        + DecisionRights.in(segment) + "; decision rights ask for " + (needed == 1 ? "one" : needed));
            }
        }
        return missing;
    }

    /** What comes of doing something to it. */
    public Moved apply(Move move, Circumstances now) {
        List<String> reasons = Objections.to(move, this, now);
        return reasons.isEmpty() ? new Moved.Done(after(move, now.rights())) : new Moved.Refused(reasons);
    }

    private VersionLife after(Move move, DecisionRights rights) {
        if (move instanceof Move.Submit submit) {
            Set<String> submitters = new TreeSet<>(authors);
            submitters.add(submit.by().person());
            return with(submit, State.SUBMITTED, submitters, submit.evidence(), List.of(), null);
        }
        if (move instanceof Move.Approve approve) {
            VersionLife approved = with(move, state, authors, evidence, and(approve, rights), canary);
            boolean complete = state == State.SUBMITTED && approved.isApproved(rights);
            return complete ? with(move, State.APPROVED, authors, evidence, approved.approvals, null) : approved;
        }
        if (move instanceof Move.Activate activate && activate.share() < 100) {
            return with(move, State.APPROVED, authors, evidence, approvals, activate.share());
        }
        return with(move, next(move, rights), authors, evidence, approvals, null);
    }

    private State next(Move move, DecisionRights rights) {
        if (move instanceof Move.Activate || move instanceof Move.RollBack) {
            return State.ACTIVE;
        }
        if (move instanceof Move.Shadow) {
            return State.SHADOW;
        }
        if (move instanceof Move.EndShadow) {
            return isApproved(rights) ? State.APPROVED : State.SUBMITTED;
        }
        if (move instanceof Move.EndCanary ended) {
            return ended.failed() ? State.REJECTED : State.APPROVED;
        }
        return move instanceof Move.Reject ? State.REJECTED : State.RETIRED;
    }

    private List<Approval> and(Move.Approve move, DecisionRights rights) {
        Set<String> covered = new TreeSet<>();
        for (String segment : segments) {
            if (rights.allow(Right.APPROVE, move.by(), segment)) {
                covered.add(segment);
            }
        }
        List<Approval> all = new ArrayList<>(approvals);
        all.add(new Approval(
                move.by().person(),
                move.by().id(),
                move.at(),
                move.why(),
                covered,
                move.seen().digest(),
                move.note()));
        return all;
    }

    private VersionLife with(
            Move move,
            State next,
            Set<String> nextAuthors,
            @Nullable Evidence nextEvidence,
            List<Approval> nextApprovals,
            @Nullable Integer nextCanary) {
        List<Step> longer = new ArrayList<>(history);
        longer.add(new Step(move.name(), next, move.by().id(), move.by().person(), move.at(), move.why()));
        return new VersionLife(
                number, digest, next, nextAuthors, segments, nextEvidence, nextApprovals, nextCanary, longer);
    }
}
