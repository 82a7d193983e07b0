package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.Condition;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelReadingTest {

    private final Model model = sound();
    private final SegmentModel enterprise = model.segmentModels().get(0);

    private static Model sound() {
        GoldenModel golden = GoldenModel.sound();
        Model read = golden.read();
        assertThat(golden.issues()).noneMatch(issue -> issue.isError());
        return Objects.requireNonNull(read);
    }

    @Test
    void readsSettingsOfASegment() {
        assertThat(enterprise.segment()).isEqualTo("enterprise");
        assertThat(enterprise.file()).isEqualTo("enterprise.xlsx");
        assertThat(enterprise.minimumCoverage()).isEqualByComparingTo("60");
        assertThat(enterprise.reviewBy()).isEqualTo("2026-12-31");
        assertThat(enterprise.cadence()).isEqualTo("weekly");
    }

    @Test
    void runsAScoreOverItsRange() {
        assertThat(enterprise.scoring().get(1).ramp())
                .isEqualTo(new Row.Ramp(new BigDecimal("50"), new BigDecimal("80"), new BigDecimal("80")));
    }

    @Test
    void namesTheCellThatSaysWhatARowDoes() {
        assertThat(enterprise.scoring().get(2).head().cell()).hasToString("enterprise.xlsx!Scoring!D4");
        assertThat(enterprise.caps().get(1).head().cell()).hasToString("enterprise.xlsx!Caps!F3");
        assertThat(enterprise.indicators().get(1).head().cell()).hasToString("enterprise.xlsx!Indicators!D3");
    }

    @Test
    void splitsACrossingIntoTwoClausesOfOneCell() {
        assertThat(enterprise.playbooks().get(0).head().clauses())
                .extracting(clause -> clause.term().key() + " " + clause.cell())
                .containsExactly(
                        "Previous overall enterprise.xlsx!Playbooks!B2", "Overall enterprise.xlsx!Playbooks!B2");
    }

    @Test
    void buildsOneLadderASetOfConditions() {
        assertThat(enterprise.thresholds())
                .allSatisfy(row -> assertThat(row.ladder()).containsExactly("green", "yellow", "red"));
    }

    @Test
    void givesEveryTermItsOwnSlot() {
        for (int slot = 0; slot < model.terms().size(); slot++) {
            assertThat(model.terms().get(slot).slot()).isEqualTo(slot);
        }
        assertThat(model.terms()).extracting("key").contains("arr", "Overall", "Previous overall", "Account tier");
    }

    @Test
    void skipsTotalsAndKeepsWeightsByDimension() {
        assertThat(enterprise.weights()).hasSize(3);
        assertThat(enterprise.weights().get(1).weights())
                .containsOnlyKeys("Retention", "Engagement")
                .containsEntry("Engagement", new BigDecimal("30"));
    }

    @Test
    void readsHowIndicatorsAreProcessed() {
        assertThat(enterprise.indicators().get(0).halfLifeDays()).isEqualByComparingTo("14");
        assertThat(enterprise.indicators().get(0).campaignDiscountPercent()).isEqualByComparingTo("50");
        assertThat(enterprise.indicators().get(2).halfLifeDays()).isNull();
    }

    @Test
    void countsProbabilitiesByValue() {
        assertThat(enterprise.calibration())
                .extracting(row ->
                        row.horizonDays() + " " + row.scoreFrom() + " " + row.churnProbability() + " " + row.linear())
                .containsExactly("30 0 0.2 false", "90 0 0.4 true", "90 50 0.15 false", "90 75 0.05 false");
    }

    @Test
    void countsAChangeInPercentTimesAHundred() {
        Row.TrendRow seats = enterprise.trends().get(1);
        assertThat(seats.change().key()).isEqualTo("Change in Seat utilisation over 30 days %");
        assertThat(seats.value())
                .isEqualTo(new Condition.Comparison(Condition.Operator.AT_MOST, new BigDecimal("-20")));
        assertThat(enterprise.trends().get(3).value()).isEqualTo(new Condition.Present());
        assertThat(enterprise.trends().get(3).change().key()).isEqualTo("Change in Retention score over 90 days");
    }

    @Test
    void readsWhatAPlaybookIsWorth() {
        assertThat(enterprise.playbooks())
                .extracting(Row.PlaybookRow::worth)
                .containsExactly(
                        Row.Worth.UNSTATED,
                        new Row.Worth(false, new BigDecimal("20"), null, new BigDecimal("500")),
                        new Row.Worth(true, null, new BigDecimal("150"), new BigDecimal("200.5")));
    }

    @Test
    void escalatesTheOverallBandUnlessToldOtherwise() {
        assertThat(enterprise.escalations())
                .extracting(row -> row.score() + " " + row.forAtLeastDays() + " " + row.escalateTo())
                .containsExactly("Overall 14 CS manager", "Overall 30 VP customer success");
    }

    @Test
    void readsExamplesWithWhatMustComeOfThem() {
        Row.TestRow fall = enterprise.tests().get(1);
        assertThat(fall.asOf()).isEqualTo(Row.TestRow.DEFAULT_AS_OF);
        assertThat(fall.attributes()).containsExactly(Map.entry("arr", new BigDecimal("180000")));
        assertThat(fall.indicators())
                .containsEntry("seat_utilisation", new BigDecimal("20"))
                .containsEntry("sponsor", "none");
        assertThat(fall.previous()).containsExactly(new Row.PreviousScore("Overall", new BigDecimal("80"), "green"));
        assertThat(fall.expected())
                .extracting(clause -> clause.term().key() + " " + clause.text())
                .containsExactly("Overall < 50", "Overall band red", "Flags contains rapid-decline");
        assertThat(fall.head().clauses()).isEmpty();
        assertThat(fall.head().words()).isEqualTo("TE-2: a fall");
    }

    @Test
    void readsPercentagesOfTestsAsTheContractCountsThem() {
        Row.TestRow healthy = enterprise.tests().get(0);
        assertThat(healthy.asOf()).isEqualTo("2026-03-01");
        assertThat(healthy.indicators()).containsEntry("seat_utilisation", new BigDecimal("90"));
        assertThat(healthy.attributes())
                .containsEntry("reference_customer", true)
                .containsEntry("renewal_date", LocalDate.of(2026, 9, 30));
        assertThat(healthy.expected()).hasSize(4);
    }
}
