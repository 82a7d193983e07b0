package io.barograph.engine.override;

import static io.barograph.engine.override.OverridesForTests.LAST;
import static io.barograph.engine.override.OverridesForTests.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.override.OverrideTally.Fates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverrideTallyTest {

    private static final int WITHIN = 90;

    @Test
    void countsWhoWasRightOfThoseThatMovedAndAreKnown() {
        List<JudgedOverride> judged = new ArrayList<>();
        add(judged, 7, 1, AccountOutcome.Kind.KEPT);
        add(judged, 2, 1, AccountOutcome.Kind.LOST);
        add(judged, 1, -1, AccountOutcome.Kind.LOST);
        add(judged, 3, -1, AccountOutcome.Kind.KEPT);
        add(judged, 4, 0, AccountOutcome.Kind.KEPT);
        add(judged, 5, 1, null);

        OverrideTally all = OverrideTally.of(judged).get(0);

        assertThat(all.by()).isEqualTo("all");
        assertThat(all.overrides()).isEqualTo(22);
        assertThat(all.up()).isEqualTo(new Fates(7, 2, 5));
        assertThat(all.down()).isEqualTo(new Fates(3, 1, 0));
        assertThat(all.unmoved()).isEqualTo(new Fates(4, 0, 0));
        assertThat(all.overrideRight()).isEqualTo(Share.of(8, 13));
        assertThat(all.computedRight()).isEqualTo(Share.of(5, 13));
    }

    @Test
    void groupsAreInOrderAndAddUp() {
        List<JudgedOverride> judged = new ArrayList<>();
        add(judged, 2, 1, AccountOutcome.Kind.KEPT);
        judged.add(new JudgedOverride("enterprise", "csm operator", OverrideKind.CAP, "green", "red", -2, null));

        assertThat(OverrideTally.of(judged))
                .extracting(one -> one.by() + " " + one.group() + " " + one.overrides())
                .containsExactly(
                        "all  3",
                        "segment enterprise 1",
                        "segment smb 2",
                        "author_roles csm 2",
                        "author_roles csm operator 1",
                        "kind cap 1",
                        "kind floor 2",
                        "bands green to red 1",
                        "bands red to yellow 2");
    }

    /** The ends are the shares q with (p − q)² = z² q (1 − q) / n, solved apart from the code. */
    @Test
    void intervalsAreWilsons() {
        assertThat(Share.of(8, 10).toString()).isEqualTo("Share[count=8, of=10, percent=80.0, low=49.0, high=94.3]");
        assertThat(Share.of(0, 5).toString()).isEqualTo("Share[count=0, of=5, percent=0.0, low=0.0, high=43.4]");
        assertThat(Share.of(5, 5).toString()).isEqualTo("Share[count=5, of=5, percent=100.0, low=56.6, high=100.0]");
        assertThat(Share.of(50, 100).toString())
                .isEqualTo("Share[count=50, of=100, percent=50.0, low=40.4, high=59.6]");
        assertThat(Share.of(0, 0).percent()).isNull();
        assertThatThrownBy(() -> Share.of(2, 1)).hasMessage("2 of 1 is no share");
    }

    @Test
    void theFirstOutcomeFromItsBeginningToSomeDaysAfterItsEndCounts() {
        assertThat(fate(outcome(AccountOutcome.Kind.LOST, OverridesForTests.FIRST.minusDays(1))))
                .isNull();
        assertThat(fate(outcome(AccountOutcome.Kind.LOST, OverridesForTests.FIRST)))
                .isEqualTo(AccountOutcome.Kind.LOST);
        assertThat(fate(outcome(AccountOutcome.Kind.KEPT, LAST.plusDays(WITHIN))))
                .isEqualTo(AccountOutcome.Kind.KEPT);
        assertThat(fate(outcome(AccountOutcome.Kind.KEPT, LAST.plusDays(WITHIN + 1))))
                .isNull();
        assertThat(fate(outcome(AccountOutcome.Kind.LOST, LAST), outcome(AccountOutcome.Kind.KEPT, LAST.minusDays(1))))
                .isEqualTo(AccountOutcome.Kind.KEPT);
    }

    @Test
    void whatNeverCountedIsNotJudged() {
        assertThat(JudgedOverride.of(
                        made(OverrideKind.FIXED, "green", new Reach(1, 1), true), "csm", List.of(), WITHIN))
                .isEmpty();
    }

    private static AccountOutcome.@Nullable Kind fate(AccountOutcome... outcomes) {
        return JudgedOverride.of(
                        made(OverrideKind.FLOOR, "yellow", new Reach(1, 1), false), "csm", List.of(outcomes), WITHIN)
                .orElseThrow()
                .outcome();
    }

    private static AccountOutcome outcome(AccountOutcome.Kind kind, LocalDate on) {
        return new AccountOutcome(kind, on);
    }

    private static void add(List<JudgedOverride> judged, int count, int moved, AccountOutcome.@Nullable Kind outcome) {
        for (int i = 0; i < count; i++) {
            judged.add(new JudgedOverride("smb", "csm", OverrideKind.FLOOR, "red", "yellow", moved, outcome));
        }
    }
}
