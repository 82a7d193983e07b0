package io.barograph.engine.override;

import static io.barograph.engine.override.OverridesForTests.LAST;
import static io.barograph.engine.override.OverridesForTests.MADE;
import static io.barograph.engine.override.OverridesForTests.act;
import static io.barograph.engine.override.OverridesForTests.agreed;
import static io.barograph.engine.override.OverridesForTests.made;
import static io.barograph.engine.override.OverridesForTests.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.override.BandOverride.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandOverrideTest {

    private static final Reach ANY = new Reach(2, 2);
    private static final Reach ONE = new Reach(1, 1);

    @ParameterizedTest
    @CsvSource({
        "floor, yellow, red, yellow",
        "floor, yellow, yellow, yellow",
        "floor, yellow, green, green",
        "cap, yellow, red, red",
        "cap, yellow, yellow, yellow",
        "cap, yellow, green, yellow",
        "fixed, yellow, red, yellow",
        "fixed, yellow, green, yellow"
    })
    void meetsTheComputedBandByItsKind(String kind, String band, String computed, String effective) {
        assertThat(made(OverrideKind.of(kind).orElseThrow(), band, ANY, false).effective(computed))
                .contains(effective);
    }

    @ParameterizedTest
    @CsvSource({"green, green", "yellow, green", "red, yellow"})
    void movesNoFurtherThanItMayWhateverIsComputedLater(String computed, String effective) {
        assertThat(made(OverrideKind.FLOOR, "green", ONE, false).effective(computed))
                .contains(effective);
    }

    @Test
    void movesAllTheWayWhereASecondPersonHasToAgree() {
        BandOverride waiting = made(OverrideKind.FIXED, "green", ONE, true);

        assertThat(waiting.effective("red")).contains("green");
        assertThat(agreed(waiting, act("bo", MADE.plusSeconds(60))).effective("red"))
                .contains("green");
    }

    @Test
    void hasNothingToSayWithoutABandOrOfOneItDoesNotKnow() {
        BandOverride floor = made(OverrideKind.FLOOR, "green", ANY, false);

        assertThat(floor.effective(null)).isEmpty();
        assertThat(floor.effective("amber")).contains("amber");
    }

    @Test
    void holdsFromItsMakingToTheEndOfItsLastDay() {
        BandOverride floor = made(OverrideKind.FLOOR, "yellow", ANY, false);

        assertThat(floor.inForceAt(MADE.minusMillis(1))).isFalse();
        assertThat(floor.inForceAt(MADE)).isTrue();
        assertThat(floor.inForceAt(Instant.parse("2026-03-31T23:59:59.999Z"))).isTrue();
        assertThat(floor.stateAt(Instant.parse("2026-04-01T00:00:00Z"))).isEqualTo(State.EXPIRED);
        assertThat(floor.stateAt(Instant.parse("2026-02-28T00:00:00Z"))).isEqualTo(State.UPCOMING);
    }

    @Test
    void endsWhenItIsWithdrawnAndStaysWhatItWasBefore() {
        Instant later = MADE.plusSeconds(3600);
        BandOverride gone = withdrawn(made(OverrideKind.FLOOR, "yellow", ANY, false), later);

        assertThat(gone.inForceAt(later.minusMillis(1))).isTrue();
        assertThat(gone.stateAt(later)).isEqualTo(State.WITHDRAWN);
        assertThat(gone.withdrawalRefusal(later)).contains("it is withdrawn already");
        assertThat(gone.lastDay()).isEqualTo("2026-03-01");
    }

    @Test
    void waitsForASecondPersonWhoIsNotItsAuthor() {
        BandOverride waiting = made(OverrideKind.FIXED, "green", ONE, true);

        assertThat(waiting.stateAt(MADE)).isEqualTo(State.WAITING);
        assertThat(waiting.agreementRefusal("ann", MADE)).contains("`ann` made it, and a second person must agree");
        assertThat(waiting.agreementRefusal("bo", MADE)).isEmpty();
        assertThat(waiting.agreementRefusal("bo", Instant.parse("2026-04-01T00:00:00Z")))
                .contains("it is expired; make a new one");
        BandOverride agreed = agreed(waiting, act("bo", MADE.plusSeconds(60)));
        assertThat(agreed.inForceAt(MADE)).isFalse();
        assertThat(agreed.inForceAt(MADE.plusSeconds(60))).isTrue();
        assertThat(agreed.agreementRefusal("cy", MADE.plusSeconds(61)))
                .contains("it does not wait for anybody to agree");
    }

    @Test
    void beganWhenItFirstCountedOrNever() {
        BandOverride waiting = made(OverrideKind.FIXED, "green", ONE, true);

        assertThat(waiting.began()).isEmpty();
        assertThat(agreed(waiting, act("bo", MADE.plusSeconds(60))).began()).contains(MADE.plusSeconds(60));
        assertThat(withdrawn(made(OverrideKind.FLOOR, "green", ONE, false), MADE)
                        .began())
                .isEmpty();
        assertThat(made(OverrideKind.FLOOR, "green", ONE, false).lastDay()).isEqualTo(LAST);
    }

    @Test
    void refusesBandsThatAreNotOnItsLadder() {
        assertThatThrownBy(() -> made(OverrideKind.FLOOR, "amber", ANY, false))
                .hasMessageContaining("must stand on [green, yellow, red]");
    }
}
