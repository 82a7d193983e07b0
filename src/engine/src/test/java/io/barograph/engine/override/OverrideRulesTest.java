package io.barograph.engine.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.override.OverrideLimits.Beyond;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverrideRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String WHY = "the sponsor signed the renewal yesterday";
    private static final OverrideLimits LIMITS =
            new OverrideLimits(EnumSet.allOf(OverrideKind.class), 1, 2, Beyond.REFUSED);
    private static final OverrideTerms LIFT =
            new OverrideTerms("Overall", OverrideKind.FLOOR, "yellow", TODAY, TODAY.plusDays(29), WHY);

    @Test
    void allowsWhatStaysWithinTheLimits() {
        assertThat(OverrideRules.judge(LIFT, situation(LIMITS, "red")))
                .isEqualTo(new Ruling.Allowed(OverridesForTests.LADDER, "red", "yellow", new Reach(1, 2), false));
    }

    @Test
    void namesTheFigureAndTheLimitOfALiftThatGoesTooFar() {
        assertThat(reasons(terms("green"), situation(LIMITS, "red")))
                .containsExactly(
                        "band: the account is `red`, and a floor of `green` would lift it by 2 bands; decision rights"
                                + " allow one person 1 band up in segment `smb`");
    }

    @Test
    void letsASecondPersonAgreeToWhatGoesFurtherWhereRightsSaySo() {
        OverrideLimits second = new OverrideLimits(LIMITS.kinds(), 1, 2, Beyond.SECOND_PERSON);

        assertThat(OverrideRules.judge(terms("green"), situation(second, "red")))
                .isEqualTo(new Ruling.Allowed(OverridesForTests.LADDER, "red", "green", new Reach(1, 2), true));
        assertThat(OverrideRules.judge(terms("green"), situation(second, "yellow")))
                .isEqualTo(new Ruling.Allowed(OverridesForTests.LADDER, "yellow", "green", new Reach(1, 2), false));
    }

    @Test
    void collectsAllReasonsInTheOrderOfTheRequest() {
        OverrideTerms wrong = new OverrideTerms(
                "Overall", OverrideKind.CAP, "gren", TODAY.minusDays(1), TODAY.plusDays(60), "because");
        OverrideLimits floors = new OverrideLimits(Set.of(OverrideKind.FLOOR), 1, 2, Beyond.REFUSED);

        assertThat(reasons(wrong, situation(floors, "red")))
                .containsExactly(
                        "band: `gren` is no band of `Overall`; did you mean `green`?",
                        "kind: decision rights allow no `cap` in segment `smb`, only `floor`",
                        "from: 2026-02-28 is over; an override holds from today, 2026-03-01, at the earliest",
                        "until: 2026-02-28 to 2026-04-30 is 62 days; decision rights allow 30 in segment `smb`, so 2026-03-29"
                                + " is the last day there is",
                        "rationale: must be 10 to 2,000 characters, but has 7; say what the score does not see");
    }

    @Test
    void refusesScoresWithoutBandsAndAccountsWithoutABand() {
        assertThat(reasons(
                        new OverrideTerms("Overal", OverrideKind.FLOOR, "green", TODAY, TODAY, WHY),
                        situation(LIMITS, "red")))
                .containsExactly("score: `Overal` has no bands in segment `smb`; did you mean `Overall`?");
        assertThat(reasons(terms("green"), with(Map.of(), List.of(), LIMITS)))
                .singleElement()
                .asString()
                .startsWith("score: the latest decision gave `Overall` no band");
        assertThat(reasons(terms("green"), with(Map.of("Overall", "amber"), List.of(), LIMITS)))
                .singleElement()
                .asString()
                .contains("the band `amber`, which is none of `green`, `yellow`, `red`");
    }

    @Test
    void refusesAnythingWhereNobodyAllowedIt() {
        assertThat(reasons(LIFT, situation(OverrideLimits.NONE, "red")))
                .containsExactly("kind: decision rights allow no overrides in segment `smb`");
    }

    @Test
    void letsOneCountAtATime() {
        BandOverride standing = OverridesForTests.made(OverrideKind.FLOOR, "yellow", new Reach(1, 1), false);
        OverrideTerms after = new OverrideTerms(
                "Overall",
                OverrideKind.FLOOR,
                "yellow",
                standing.until().plusDays(1),
                standing.until().plusDays(9),
                WHY);
        Situation now = with(Map.of("Overall", "red"), List.of(standing), LIMITS);

        assertThat(reasons(LIFT, now))
                .containsExactly(
                        "from: override `o-1` of `Overall` holds from 2026-03-01 to 2026-03-31; withdraw it first,"
                                + " since one at a time counts");
        assertThat(reasons(after, now))
                .isEqualTo(List.of("from: 2026-04-01 is more than 30 days ahead; make it later"));
    }

    private static OverrideTerms terms(String band) {
        return new OverrideTerms("Overall", OverrideKind.FLOOR, band, TODAY, TODAY.plusDays(9), WHY);
    }

    private static Situation situation(OverrideLimits limits, String computed) {
        return with(Map.of("Overall", computed), List.of(), limits);
    }

    private static Situation with(Map<String, String> computed, List<BandOverride> standing, OverrideLimits limits) {
        return new Situation(
                "in segment `smb`",
                TODAY,
                computed,
                Map.of("Overall", List.of(OverridesForTests.LADDER)),
                standing,
                limits,
                30);
    }

    private static List<String> reasons(OverrideTerms terms, Situation situation) {
        return ((Ruling.Refused) OverrideRules.judge(terms, situation)).reasons();
    }
}
