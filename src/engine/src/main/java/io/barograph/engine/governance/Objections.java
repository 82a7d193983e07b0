package io.barograph.engine.governance;

import io.barograph.engine.audit.Evidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds every reason why something may not be done to a version. */
final class Objections {

    /** As much as a page of a report; it is kept in the log for good. */
    private static final int LONGEST_REASON = 2_000;

    private final VersionLife version;
    private final Move move;
    private final Circumstances now;
    private final List<String> found = new ArrayList<>();

    private Objections(VersionLife version, Move move, Circumstances now) {
        this.version = version;
        this.move = move;
        this.now = now;
    }

    static List<String> to(Move move, VersionLife version, Circumstances now) {
        Objections objections = new Objections(version, move, now);
        objections.why();
        objections.byKind();
        return objections.found;
    }

    private void why() {
        if (move.why().isBlank()) {
            found.add("say why; it is kept with the version");
        } else if (move.why().length() > LONGEST_REASON) {
            found.add("the reason has " + move.why().length() + " characters; the longest that is kept has "
                    + LONGEST_REASON);
        }
    }

    private void byKind() {
        if (move instanceof Move.Submit submit) {
            submit(submit);
        } else if (move instanceof Move.Approve approve) {
            approve(approve);
        } else if (move instanceof Move.Reject) {
            reject();
        } else if (move instanceof Move.Shadow) {
            requireState("put into shadow", State.SUBMITTED, State.APPROVED);
            refuseCanary();
            require(Right.ACTIVATE);
        } else if (move instanceof Move.EndShadow) {
            requireState("taken out of shadow", State.SHADOW);
            require(Right.ACTIVATE);
        } else if (move instanceof Move.Activate activate) {
            activate(activate);
        } else if (move instanceof Move.EndCanary ended) {
            endCanary(ended);
        } else if (move instanceof Move.RollBack) {
            rollBack();
        } else if (move instanceof Move.Replace) {
            requireState("replaced", State.ACTIVE);
        } else {
            retire();
        }
    }

    private void submit(Move.Submit submit) {
        requireState("submitted", State.DRAFT, State.SUBMITTED, State.APPROVED);
        refuseCanary();
        require(Right.AUTHOR);
        if (!submit.evidence().model().equals(version.digest())) {
            found.add("the evidence is of model `" + submit.evidence().model() + "`, but version " + version.number()
                    + " is `" + version.digest() + "`");
        }
        submit.evidence().voided(now.activeDigest()).ifPresent(found::add);
        found.addAll(submit.obstacles());
    }

    private void approve(Move.Approve approve) {
        requireState("approved", State.SUBMITTED, State.APPROVED, State.SHADOW);
        fourEyes();
        if (version.approvals().stream()
                .anyMatch(one -> one.person().equals(approve.by().person()))) {
            found.add("`" + approve.by().person() + "` approved version " + version.number() + " already");
        }
        requireSomewhere(Right.APPROVE);
        requireEvidence(approve.seen());
    }

    private void fourEyes() {
        String person = move.by().person();
        if (version.authors().contains(person)) {
            found.add("`" + person + "` is an author of version " + version.number()
                    + "; nobody approves an edit of theirs, whatever account they use");
        }
    }

    private void reject() {
        requireState("rejected", State.SUBMITTED, State.APPROVED, State.SHADOW);
        refuseCanary();
        requireSomewhere(Right.APPROVE);
    }

    private void activate(Move.Activate activate) {
        requireState("activated", State.APPROVED, State.SHADOW);
        require(Right.ACTIVATE);
        requireEvidence(activate.seen());
        found.addAll(version.missingApprovals(now.rights()));
    }

    private void endCanary(Move.EndCanary ended) {
        if (version.canary() == null) {
            found.add("version " + version.number() + " is no canary");
        }
        if (!ended.failed()) {
            require(Right.ACTIVATE);
        }
    }

    private void rollBack() {
        requireState("rolled back to", State.RETIRED);
        if (!version.everActive()) {
            found.add("version " + version.number()
                    + " never was active; roll back to one that was, or submit and activate it");
        }
        require(Right.ACTIVATE);
    }

    private void retire() {
        if (version.state() == State.ACTIVE) {
            found.add("version " + version.number() + " is active; it retires when another one is activated");
            return;
        }
        requireState("retired", State.DRAFT, State.SUBMITTED, State.APPROVED, State.SHADOW);
        refuseCanary();
        if (!version.authors().contains(move.by().person())) {
            require(Right.ACTIVATE);
        }
    }

    private void requireState(String done, State first, State... others) {
        Set<State> allowed = EnumSet.of(first, others);
        if (!allowed.contains(version.state())) {
            found.add("version " + version.number() + " is " + version.state().label() + " and cannot be " + done
                    + "; that can be only what is " + words(allowed));
        }
    }

    private static String words(Set<State> states) {
        return String.join(" or ", states.stream().map(State::label).toList());
    }

    private void refuseCanary() {
        if (version.canary() != null) {
            found.add("version " + version.number() + " decides " + version.canary()
                    + " % of the accounts as a canary; end that first");
        }
    }

    private void require(Right right) {
        now.rights().refusal(right, move.by(), version.segments()).ifPresent(found::add);
    }

    private void requireSomewhere(Right right) {
        boolean allowed =
                version.segments().stream().anyMatch(segment -> now.rights().allow(right, move.by(), segment));
        if (!allowed) {
            require(right);
        }
    }

    private void requireEvidence(Evidence seen) {
        Evidence own = version.evidence();
        if (own == null) {
            return; // a version in such a state has evidence, so the state was refused already
        }
        if (!seen.equals(own)) {
            found.add("something changed since version " + version.number() + " was submitted: " + difference(own, seen)
                    + "; its approvals are void, submit it again");
        }
        own.voided(now.activeDigest()).ifPresent(found::add);
    }

    private static String difference(Evidence own, Evidence seen) {
        List<String> before = own.text().lines().toList();
        List<String> after = seen.text().lines().toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                names.add(before.get(i).replaceFirst(" .*", ""));
            }
        }
        return "its " + String.join(", ", names) + (names.size() == 1 ? " is" : " are") + " not what was submitted";
    }
}
