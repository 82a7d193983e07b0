package io.barograph.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VersionLifeTest {

    private static final String ACTIVE = "sha256:base";
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Evidence EVIDENCE = new Evidence("sha256:own", ACTIVE, "w", "c", "t", "d", "s", "g");
    private static final Actor AUTHOR = actor("user:ann", "ann", "author");
    private static final Actor APPROVER = actor("user:bo", "bo", "approver");
    private static final Actor SECOND = actor("user:cy", "cy", "approver");
    private static final Actor OPERATOR = actor("user:op", "op", "operator");
    private static final DecisionRights RIGHTS = rights(1);

    @Test
    void goesFromDraftToActiveAndBackAgain() {
        VersionLife active = activated(approved());
        VersionLife retired = done(active, new Move.Replace(OPERATOR, AT, "version 4 took over"));
        VersionLife again = done(retired, new Move.RollBack(OPERATOR, AT, "version 4 went wrong"));

        assertThat(again.state()).isEqualTo(State.ACTIVE);
        assertThat(again.history().stream().map(Step::what))
                .containsExactly(
                        "model-uploaded",
                        "model-submitted",
                        "model-approved",
                        "model-activated",
                        "model-retired",
                        "model-rolled-back");
    }

    @Test
    void refusesAnApprovalThroughAnotherDoorOfTheAuthor() {
        Actor key = actor("api-key:ci", "ann", "approver");

        assertThat(refused(submitted(), new Move.Approve(key, AT, "fine", EVIDENCE, "note")))
                .containsExactly(
                        "`ann` is an author of version 3; nobody approves an edit of theirs, whatever account they"
                                + " use");
    }

    @Test
    void refusesAnApprovalOfWhoeverSubmitted() {
        Actor both = actor("user:bo", "bo", "author", "approver");
        VersionLife submitted = done(draft(), new Move.Submit(both, AT, "weights", EVIDENCE, List.of()));

        assertThat(refused(submitted, new Move.Approve(APPROVER, AT, "fine", EVIDENCE, "note")))
                .hasSize(1);
    }

    @Test
    void countsApprovalsSegmentBySegment() {
        DecisionRights two = rights(2);
        Moved first = submitted().apply(new Move.Approve(APPROVER, AT, "fine", EVIDENCE, "note"), now(two));
        VersionLife once = ((Moved.Done) first).version();
        Moved second = once.apply(new Move.Approve(SECOND, AT, "fine", EVIDENCE, "note"), now(two));

        assertThat(once.state()).isEqualTo(State.SUBMITTED);
        assertThat(once.missingApprovals(two))
                .containsExactly("version 3 has 1 of 2 approvals in segment `SMB`; decision rights ask for 2");
        assertThat(((Moved.Done) second).version().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void asksForMoreApprovalsWhenDecisionRightsDo() {
        assertThat(((Moved.Refused)
                                approved().apply(new Move.Activate(OPERATOR, AT, "go", EVIDENCE, 100), now(rights(2))))
                        .reasons())
                .containsExactly("version 3 has 1 of 2 approvals in segment `SMB`; decision rights ask for 2");
    }

    @Test
    void voidsApprovalsWhenTheBaseMoves() {
        Circumstances moved = new Circumstances("sha256:other", RIGHTS);

        assertThat(((Moved.Refused) approved().apply(new Move.Activate(OPERATOR, AT, "go", EVIDENCE, 100), moved))
                        .reasons())
                .containsExactly(
                        "the active model is `sha256:other` now, but the evidence was made against `sha256:base`;"
                                + " merge the version with the active one and submit the outcome");
    }

    @Test
    void voidsApprovalsWhenAByteChanges() {
        Evidence tampered = new Evidence("sha256:own", ACTIVE, "other", "c", "t", "d", "s", "g");

        assertThat(refused(approved(), new Move.Activate(OPERATOR, AT, "go", tampered, 100)))
                .containsExactly(
                        "something changed since version 3 was submitted: its workbooks is not what was submitted;"
                                + " its approvals are void, submit it again");
    }

    @Test
    void startsOverWhenItIsSubmittedAgain() {
        VersionLife again = done(approved(), new Move.Submit(AUTHOR, AT, "new base", EVIDENCE, List.of()));

        assertThat(again.state()).isEqualTo(State.SUBMITTED);
        assertThat(again.approvals()).isEmpty();
    }

    @Test
    void isNotSubmittedWithObstacles() {
        assertThat(refused(
                        draft(), new Move.Submit(AUTHOR, AT, "weights", EVIDENCE, List.of("2 tests fail; none may"))))
                .containsExactly("2 tests fail; none may");
    }

    @Test
    void refusesWithEveryReasonAtOnce() {
        assertThat(refused(draft(), new Move.Activate(AUTHOR, AT, "", EVIDENCE, 100)))
                .containsExactly(
                        "say why; it is kept with the version",
                        "version 3 is draft and cannot be activated; that can be only what is approved or shadow",
                        "`ann` may not activate, roll back, shadow and retire in segment `SMB`; decision rights say"
                                + " that `operator` may",
                        "version 3 has 0 of 1 approvals in segment `SMB`; decision rights ask for one");
    }

    @Test
    void keepsScopesApart() {
        Actor elsewhere = new Actor("user:bo", "bo", Set.of("approver"), false, Set.of("Enterprise"));

        assertThat(refused(submitted(), new Move.Approve(elsewhere, AT, "fine", EVIDENCE, "note")))
                .containsExactly(
                        "`bo` may not approve and reject in segment `SMB`; decision rights say that `approver` may");
    }

    @Test
    void rejectsACanaryThatFailed() {
        VersionLife canary = done(approved(), new Move.Activate(OPERATOR, AT, "try", EVIDENCE, 10));
        Actor service = new Actor("service:canary", "service", Set.of(), true, Set.of());
        VersionLife failed = done(canary, new Move.EndCanary(service, AT, "12 % changed band; 10 % may", true));

        assertThat(canary.state()).isEqualTo(State.APPROVED);
        assertThat(canary.canary()).isEqualTo(10);
        assertThat(failed.state()).isEqualTo(State.REJECTED);
        assertThat(failed.canary()).isNull();
    }

    @Test
    void neverRollsBackToWhatNeverDecided() {
        VersionLife withdrawn = done(draft(), new Move.Retire(AUTHOR, AT, "changed my mind"));

        assertThat(refused(withdrawn, new Move.RollBack(OPERATOR, AT, "why not")))
                .containsExactly("version 3 never was active; roll back to one that was, or submit and activate it");
    }

    private static VersionLife draft() {
        return VersionLife.draft(
                3,
                "sha256:own",
                Set.of("ann"),
                Set.of("SMB"),
                new Step(VersionLife.UPLOADED, State.DRAFT, "user:ann", "ann", AT, "weights"));
    }

    private static VersionLife submitted() {
        return done(draft(), new Move.Submit(AUTHOR, AT, "weights", EVIDENCE, List.of()));
    }

    private static VersionLife approved() {
        return done(submitted(), new Move.Approve(APPROVER, AT, "fine", EVIDENCE, "note"));
    }

    private static VersionLife activated(VersionLife version) {
        return done(version, new Move.Activate(OPERATOR, AT, "go", EVIDENCE, 100));
    }

    private static VersionLife done(VersionLife version, Move move) {
        assertThat(version.apply(move, now(RIGHTS))).isInstanceOf(Moved.Done.class);
        return ((Moved.Done) version.apply(move, now(RIGHTS))).version();
    }

    private static List<String> refused(VersionLife version, Move move) {
        assertThat(version.apply(move, now(RIGHTS))).isInstanceOf(Moved.Refused.class);
        return ((Moved.Refused) version.apply(move, now(RIGHTS))).reasons();
    }

    private static Circumstances now(DecisionRights rights) {
        return new Circumstances(ACTIVE, rights);
    }

    private static DecisionRights rights(int approvals) {
        return new DecisionRights(
                new Grant(
                        Map.of(
                                Right.AUTHOR, holders("author"),
                                Right.APPROVE, holders("approver"),
                                Right.ACTIVATE, holders("operator"),
                                Right.OVERRIDE, holders("csm")),
                        approvals,
                        30),
                Map.of());
    }

    private static Holders holders(String role) {
        return new Holders(new TreeSet<>(Set.of(role)), new TreeSet<>());
    }

    private static Actor actor(String id, String person, String... roles) {
        return new Actor(id, person, Set.of(roles), true, Set.of());
    }
}
