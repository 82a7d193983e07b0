package io.barograph.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.Evidence;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is tried, by whomever and in whatever order, what must never happen does not. */
class VersionLifePropertyTest {

    private static final int MOVES = 400;
    private static final List<String> SEGMENTS = List.of("Enterprise", "SMB", DecisionRights.SHARED);
    private static final List<String> PEOPLE = List.of("ann", "bo", "cy", "di", "ed");

    private static final Map<State, Set<State>> EDGES = Map.of(
            State.DRAFT, Set.of(State.SUBMITTED, State.RETIRED),
            State.SUBMITTED, Set.of(State.SUBMITTED, State.APPROVED, State.SHADOW, State.REJECTED, State.RETIRED),
            State.APPROVED,
                    Set.of(State.SUBMITTED, State.APPROVED, State.SHADOW, State.ACTIVE, State.REJECTED, State.RETIRED),
            State.SHADOW,
                    Set.of(State.SHADOW, State.SUBMITTED, State.APPROVED, State.ACTIVE, State.REJECTED, State.RETIRED),
            State.ACTIVE, Set.of(State.RETIRED),
            State.RETIRED, Set.of(State.ACTIVE),
            State.REJECTED, Set.of());

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsPromises(long seed) {
        walk(seed);
    }

    @Test
    void walksReachEveryState() {
        assertThat(seeds().boxed().flatMap(seed -> walk(seed).stream()).collect(Collectors.toSet()))
                .contains(State.SUBMITTED, State.APPROVED, State.SHADOW, State.ACTIVE, State.RETIRED, State.REJECTED);
    }

    /** @return the states it was in */
    private static Set<State> walk(long seed) {
        Set<State> reached = EnumSet.noneOf(State.class);
        SplittableRandom dice = new SplittableRandom(seed);
        DecisionRights rights = rights(dice);
        String active = "sha256:base";
        VersionLife version = VersionLife.draft(
                3,
                "sha256:own",
                Set.of(pick(PEOPLE, dice)),
                some(SEGMENTS, dice),
                new Step(VersionLife.UPLOADED, State.DRAFT, "user:ann", "ann", Instant.EPOCH, "first try"));
        for (int i = 0; i < MOVES; i++) {
            if (dice.nextInt(40) == 0) {
                active = "sha256:base" + dice.nextInt(2);
            }
            Circumstances now = new Circumstances(active, rights);
            Move move = move(version, dice, active);
            Moved moved = version.apply(move, now);
            if (moved instanceof Moved.Done done) {
                check(version, move, done.version(), now);
                version = done.version();
                reached.add(version.state());
            } else if (moved instanceof Moved.Refused refused) {
                assertThat(refused.reasons())
                        .isNotEmpty()
                        .allSatisfy(reason -> assertThat(reason)
                                .isNotBlank()
                                .doesNotContain("\n")
                                .doesNotEndWith("."));
            }
        }
        return reached;
    }

    private static void check(VersionLife before, Move move, VersionLife after, Circumstances now) {
        assertThat(EDGES.get(before.state())).contains(after.state());
        assertThat(after.number()).isEqualTo(before.number());
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.authors()).containsAll(before.authors());
        assertThat(after.history()).startsWith(before.history().toArray(Step[]::new));
        Step last = after.history().get(before.history().size());
        assertThat(after.history()).hasSize(before.history().size() + 1);
        assertThat(last.person()).isEqualTo(move.by().person());
        assertThat(last.why()).isEqualTo(move.why()).isNotBlank();
        assertThat(last.state()).isEqualTo(after.state());
        assertThat(after.approvals().stream().map(Approval::person)).doesNotHaveDuplicates();
        if (move instanceof Move.Approve) {
            assertThat(before.authors()).doesNotContain(move.by().person());
        }
        if (move instanceof Move.Submit submit) {
            assertThat(submit.obstacles()).isEmpty();
            assertThat(after.approvals()).isEmpty();
            assertThat(after.authors()).contains(move.by().person());
        }
        if (move instanceof Move.Activate activate) {
            assertThat(before.evidence()).isEqualTo(activate.seen());
            assertThat(activate.seen().base()).isEqualTo(now.activeDigest());
            assertEnoughEyes(after, now.rights());
            assertThat(after.canary()).isEqualTo(activate.share() < 100 ? activate.share() : null);
        }
        if (after.state() == State.APPROVED && before.state() == State.SUBMITTED) {
            assertEnoughEyes(after, now.rights());
        }
        if (after.state() == State.ACTIVE && !(move instanceof Move.Activate)) {
            assertThat(move).isInstanceOf(Move.RollBack.class);
            assertThat(before.everActive()).isTrue();
        }
    }

    /** Counted anew, by persons that may approve in the segment now and made no edit. */
    private static void assertEnoughEyes(VersionLife version, DecisionRights rights) {
        String evidence = Objects.requireNonNull(version.evidence()).digest();
        for (String segment : version.segments()) {
            Set<String> eyes = version.approvals().stream()
                    .filter(approval -> approval.evidence().equals(evidence))
                    .filter(approval -> approval.segments().contains(segment))
                    .map(Approval::person)
                    .filter(person -> !version.authors().contains(person))
                    .collect(Collectors.toSet());
            assertThat(eyes).hasSizeGreaterThanOrEqualTo(rights.of(segment).approvals());
        }
    }

    private static Move move(VersionLife version, SplittableRandom dice, String active) {
        Actor by = actor(dice);
        Instant at = Instant.EPOCH.plusSeconds(dice.nextInt(1000));
        String why = dice.nextInt(12) == 0 ? " " : "because " + dice.nextInt(10);
        Evidence fresh = evidence("sha256:own", active, dice.nextInt(3));
        Evidence seen = dice.nextInt(8) == 0 || version.evidence() == null ? fresh : version.evidence();
        return switch (dice.nextInt(14)) {
            case 0, 1 ->
                new Move.Submit(by, at, why, fresh, dice.nextInt(4) == 0 ? List.of("a test fails") : List.of());
            case 2, 3, 4, 5 -> new Move.Approve(by, at, why, seen, "note");
            case 6 -> dice.nextInt(4) == 0 ? new Move.Reject(by, at, why) : new Move.Shadow(by, at, why);
            case 7 -> new Move.Shadow(by, at, why);
            case 8 -> new Move.EndShadow(by, at, why);
            case 9, 10 -> new Move.Activate(by, at, why, seen, dice.nextBoolean() ? 100 : 1 + dice.nextInt(99));
            case 11 -> new Move.EndCanary(by, at, why, dice.nextInt(4) == 0);
            case 12 -> dice.nextBoolean() ? new Move.RollBack(by, at, why) : new Move.Replace(by, at, why);
            default -> dice.nextInt(6) == 0 ? new Move.Retire(by, at, why) : new Move.RollBack(by, at, why);
        };
    }

    private static Actor actor(SplittableRandom dice) {
        String person = pick(PEOPLE, dice);
        String door = dice.nextBoolean() ? "user:" : "api-key:";
        boolean everywhere = dice.nextInt(3) > 0;
        return new Actor(
                door + person,
                person,
                some(List.of("author", "approver", "operator"), dice),
                everywhere,
                everywhere ? Set.of() : some(List.of("enterprise", "SMB"), dice));
    }

    private static DecisionRights rights(SplittableRandom dice) {
        Grant standard = grant(dice, 1 + dice.nextInt(2));
        return new DecisionRights(standard, dice.nextBoolean() ? Map.of() : Map.of("Enterprise", grant(dice, 2)));
    }

    private static Grant grant(SplittableRandom dice, int approvals) {
        return new Grant(
                Map.of(
                        Right.AUTHOR, holders("author"),
                        Right.APPROVE,
                                dice.nextInt(4) == 0
                                        ? new Holders(new TreeSet<>(), new TreeSet<>(List.of("ed", "di")))
                                        : holders("approver"),
                        Right.ACTIVATE, holders("operator"),
                        Right.OVERRIDE, holders("csm")),
                approvals,
                30);
    }

    private static Holders holders(String role) {
        return new Holders(new TreeSet<>(Set.of(role)), new TreeSet<>());
    }

    private static Evidence evidence(String model, String base, int variant) {
        return new Evidence(model, base, "w", "c", "t", "d", "s" + variant, "g");
    }

    private static <T> T pick(List<T> of, SplittableRandom dice) {
        return of.get(dice.nextInt(of.size()));
    }

    /** At least one. */
    private static Set<String> some(List<String> of, SplittableRandom dice) {
        Set<String> chosen = new TreeSet<>();
        chosen.add(pick(of, dice));
        of.stream().filter(one -> dice.nextBoolean()).forEach(chosen::add);
        return chosen;
    }
}
