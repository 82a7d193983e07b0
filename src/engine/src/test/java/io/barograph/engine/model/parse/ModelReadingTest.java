package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.model.Model;
import io.barograph.engine.model.Row;
import io.barograph.engine.model.SegmentModel;
import java.math.BigDecimal;
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
}
