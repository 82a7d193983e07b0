package io.barograph.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.Recommendation;
import io.barograph.testkit.random.SheetDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceScorerGoldenTest {

    private static final LocalDate AS_OF = EnterpriseModel.AS_OF;

    @Test
    void decidesTheWorkedExampleOfTheFormat() {
        Decision decision = new EnterpriseModel().decide();

        assertThat(decision.status()).isEqualTo(Decision.Status.DECIDED);
        assertThat(decision.scores())
                .containsExactly(
                        entry("Overall", new BigDecimal("77.50")), entry("Retention", new BigDecimal("77.50")));
        assertThat(decision.bands()).containsExactly(entry("Overall", "green"));
        assertThat(decision.coverage()).isEqualByComparingTo("100");
        assertThat(decision.confidence()).isEqualTo("high");
        assertThat(decision.contributions())
                .extracting(
                        Contribution::score,
                        Contribution::indicator,
                        one -> one.points().toPlainString())
                .containsExactly(
                        tuple("Overall", null, "77.50"),
                        tuple("Retention", "seat_utilisation", "32.50"),
                        tuple("Retention", "support_csat", "45.00"));
        assertThat(decision.contributions().get(1).weight()).isEqualByComparingTo("60");
        assertThat(decision.fired())
                .extracting(FiredRule::cell)
                .containsExactly(
                        "segments.xlsx!Segments!B2",
                        "enterprise.xlsx!Scoring!D3",
                        "enterprise.xlsx!Scoring!D7",
                        "enterprise.xlsx!Context!E2",
                        "enterprise.xlsx!Thresholds!C2");
        assertThat(decision.fired().get(1).because()).isEqualTo("65 % of seats in use");
        assertThat(decision.issues()).isEmpty();
    }

    @Test
    void roundsSubScoresAndScoresHalfUp() {
        // 50 + (57.005 − 50) ÷ 30 × 30 = 57.005 → 57.01; (60 × 57.01 + 60 × 90) ÷ 120 = 73.505 → 73.51
        Decision decision =
                new EnterpriseModel().indicator("seat_utilisation", "57.005").decide();

        assertThat(decision.overall()).isEqualByComparingTo("73.51");
        assertThat(points(decision, "Retention")).containsExactly("28.51", "45.00");
    }

    @Test
    void givesHundredthsLeftOverToTheLargestRemainder() {
        // shares 33.333…, 33.333…, 33.333… of 100: all alike, so the first in order gets the hundredth
        List<Fraction> thirds = Collections.nCopies(3, new Fraction(BigDecimal.valueOf(100), BigDecimal.valueOf(3)));
        assertThat(LargestRemainder.split(new BigDecimal("100.00"), thirds))
                .extracting(BigDecimal::toPlainString)
                .containsExactly("33.34", "33.33", "33.33");
        // 10.004 + 20.009 + 30.006 = 60.019 → 60.02: two hundredths, to 9 and 6 thousandths
        assertThat(LargestRemainder.split(
                        new BigDecimal("60.02"),
                        List.of(
                                Fraction.whole(new BigDecimal("10.004")),
                                Fraction.whole(new BigDecimal("20.009")),
                                Fraction.whole(new BigDecimal("30.006")))))
                .extracting(BigDecimal::toPlainString)
                .containsExactly("10.00", "20.01", "30.01");
    }

    @Test
    void keepsThePreviousBandDownToLeaveBelow() {
        // (60 × 54 + 60 × 90) ÷ 120 = 72.00, which is not below 72
        EnterpriseModel model = new EnterpriseModel().indicator("seat_utilisation", "54");
        assertThat(model.decide().overallBand()).isEqualTo("yellow");

        model.prior(new ScoreEntry("Overall", AS_OF.minusDays(1), new BigDecimal("80"), "Green"));
        FiredRule kept = model.decide().fired().get(4);
        assertThat(model.decide().overallBand()).isEqualTo("green");
        assertThat(kept.effect()).containsEntry("kept", true);
        assertThat(kept.inputs().keySet()).containsExactly("Overall", "Previous overall band");

        // 53.99 gives 71.995, which shows and compares as 72.00
        model.indicator("seat_utilisation", "53.99");
        assertThat(model.decide().overallBand()).isEqualTo("green");
        model.indicator("seat_utilisation", "53.98");
        assertThat(model.decide().overallBand()).isEqualTo("yellow");
    }

    @Test
    void unknownEndsHysteresis() {
        Decision decision = new EnterpriseModel()
                .indicator("seat_utilisation", "54")
                .prior(
                        new ScoreEntry("Overall", AS_OF.minusDays(9), new BigDecimal("80"), "green"),
                        new ScoreEntry("Overall", AS_OF.minusDays(1), null, "unknown"))
                .decide();

        assertThat(decision.overallBand()).isEqualTo("yellow");
    }

    @Test
    void appliesTheHighestFloorThenTheLowestCap() {
        Decision decision = new EnterpriseModel()
                .with(new SheetDraft(
                                "Caps",
                                "Rule ID",
                                "Overall",
                                "Applies to",
                                "At most",
                                "At least",
                                "Band at most",
                                "Because")
                        .line("K1 | | Overall | | 90 | | floor")
                        .line("K2 | | Overall | | 85 | | lower floor")
                        .line("K3 | >= 70 | Overall | 40 | | | cap")
                        .line("K4 | | Retention | 60 | | | dimension cap")
                        .line("K5 | > 77.5 | Overall | 10 | | | sees the score before caps"))
                .decide();

        assertThat(decision.scores().values())
                .extracting(BigDecimal::toPlainString)
                .containsExactly("40.00", "60.00");
        assertThat(points(decision, "Overall")).containsExactly("77.50", "12.50", "-50.00");
        assertThat(points(decision, "Retention")).containsExactly("32.50", "45.00", "-17.50");
        assertThat(effects(decision, "Caps", "points")).containsExactly("12.50", "0.00", "-50.00", "-17.50");
    }

    @Test
    void lowersTheBandAlongTheLadderThatWasReached() {
        EnterpriseModel model = new EnterpriseModel()
                .with(new SheetDraft("Caps", "Rule ID", "Applies to", "Band at most", "Because")
                        .line("K1 | Overall | yellow | at most yellow")
                        .line("K2 | Overall | red | at most red")
                        .line("K3 | Overall | red | the same again")
                        .line("K4 | Overall | amber | not of this ladder"));

        Decision decision = model.decide();
        assertThat(decision.overallBand()).isEqualTo("red");
        assertThat(effects(decision, "Caps", "lowered")).containsExactly("false", "true", "false", "false");
        assertThat(effects(decision, "Thresholds", "band")).containsExactly("green");
    }

    @Test
    void isUndecidedWithoutAnyScore() {
        Decision decision = new EnterpriseModel()
                .withoutIndicator("support_csat")
                .indicator("seat_utilisation", new Observation(BigDecimal.TEN, AS_OF.minusDays(31), null, null))
                .decide();

        assertThat(decision.status()).isEqualTo(Decision.Status.UNDECIDED);
        assertThat(decision.scores()).isEmpty();
        assertThat(decision.bands()).containsExactly(entry("Overall", "unknown"));
        assertThat(decision.coverage()).isEqualByComparingTo("0");
        assertThat(decision.issues())
                .extracting(DecisionIssue::code, DecisionIssue::field)
                .containsExactly(tuple("stale", "seat_utilisation"), tuple("no-score", null));
    }

    @Test
    void prefersTheNewestUsableReadingWhereverItCameFrom() {
        Decision decision = new EnterpriseModel()
                .indicator("seat_utilisation", new Observation("65", AS_OF, null, null))
                .history(
                        new IndicatorEntry("seat_utilisation", AS_OF.plusDays(1), BigDecimal.ONE, null),
                        new IndicatorEntry("seat_utilisation", AS_OF.minusDays(2), BigDecimal.valueOf(60), null),
                        new IndicatorEntry("seat_utilisation", AS_OF.minusDays(2), BigDecimal.valueOf(70), null),
                        new IndicatorEntry("seat_utilization", AS_OF, BigDecimal.ONE, null))
                .prior(
                        new IndicatorEntry("seat_utilisation", AS_OF.minusDays(2), BigDecimal.valueOf(75), null),
                        new IndicatorEntry("seat_utilisation", AS_OF.minusDays(3), BigDecimal.valueOf(101), null))
                .decide();

        assertThat(decision.contributions().get(1).value()).isEqualTo(BigDecimal.valueOf(60));
        assertThat(decision.issues())
                .extracting(DecisionIssue::code)
                .containsExactly("wrong-type", "after-as-of", "not-in-contract", "out-of-range");
    }

    @Test
    void offersAPlaybookAgainOnTheDayItsCoolDownEnds() {
        EnterpriseModel model = new EnterpriseModel()
                .with(new SheetDraft(
                                "Playbooks",
                                "Rule ID",
                                "Playbook",
                                "Channel",
                                "Due (days)",
                                "Priority",
                                "Cool-down (days)",
                                "Suppresses",
                                "Because")
                        .line("P1 | upsell | email | 5 | 1 | | | grow")
                        .line("P2 | newsletter | email | | | | | tell")
                        .line("P3 | save call | phone | 2 | 2 | 14 | Email | save"));

        model.prior(new PlaybookEntry("Save call", AS_OF.minusDays(13)));
        assertThat(model.decide().playbooks())
                .extracting(Recommendation::playbook, Recommendation::suppressedBy, Recommendation::coolingUntil)
                .containsExactly(
                        tuple("save call", null, AS_OF.plusDays(1)),
                        tuple("upsell", "P3", null),
                        tuple("newsletter", "P3", null));
        assertThat(effects(model.decide(), "Playbooks", "state"))
                .containsExactly("suppressed", "suppressed", "cooling");

        model.prior(new PlaybookEntry("save call", AS_OF.minusDays(14)));
        assertThat(model.decide().playbooks().get(0).running()).isTrue();
        assertThat(model.decide().playbooks().get(0).due()).isEqualTo(AS_OF.plusDays(2));

        model.prior(new PlaybookEntry("save call", AS_OF));
        assertThat(model.decide().playbooks().get(0).running()).isTrue();
    }

    @Test
    void standsInForMissingValuesWithoutCountingThemAsCovered() {
        Decision decision = new EnterpriseModel()
                .with(new SheetDraft("Indicators", "Indicator", "If missing")
                        .line("Seat utilisation | 40")
                        .line("Support satisfaction | ignore"))
                .withoutIndicator("seat_utilisation")
                .decide();

        assertThat(decision.overall()).isEqualByComparingTo("65");
        assertThat(decision.coverage()).isEqualByComparingTo("40");
        assertThat(decision.confidence()).isEqualTo("medium");
        assertThat(decision.fired().get(1).cell()).isEqualTo("enterprise.xlsx!Indicators!B2");
        assertThat(decision.fired().get(1).inputs()).containsEntry("seat_utilisation", null);
    }

    private static List<String> points(Decision decision, String score) {
        return decision.contributions().stream()
                .filter(one -> one.score().equals(score))
                .map(one -> one.points().toPlainString())
                .toList();
    }

    private static List<String> effects(Decision decision, String table, String effect) {
        return decision.fired().stream()
                .filter(fired -> fired.table().equals(table) && fired.effect().containsKey(effect))
                .map(fired -> String.valueOf(fired.effect().get(effect)))
                .toList();
    }
}
