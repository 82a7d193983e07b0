package io.barograph.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Contribution;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PullTest {

    @Test
    void weighsEachIndicatorByItsShareOfTheOverallScore() {
        // Retention (0.20 × 30 + 0.10 × 90 + 0.70 × 50 = 50) weighs 75 of 100, Expansion (90) 25: overall 60.
        assertThat(pulls(
                        dimension("Retention", "50", "75"),
                        dimension("Expansion", "90", "25"),
                        indicator("Retention", "usage", "30", "20"),
                        indicator("Retention", "csat", "90", "10"),
                        indicator("Retention", "nps", "50", "70"),
                        indicator("Expansion", "limits", "90", "5")))
                .containsExactly(
                        new Pull("nps", new BigDecimal("-5.25")),
                        new Pull("usage", new BigDecimal("-4.50")),
                        new Pull("csat", new BigDecimal("2.25")),
                        new Pull("limits", new BigDecimal("7.50")));
    }

    @Test
    void addsUpWhatAnIndicatorDoesInSeveralDimensions() {
        assertThat(pulls(
                        dimension("Retention", "40", "50"),
                        dimension("Expansion", "80", "50"),
                        indicator("Retention", "usage", "40", "1"),
                        indicator("Expansion", "usage", "40", "1"),
                        indicator("Expansion", "limits", "120", "1")))
                .containsExactly(
                        new Pull("usage", new BigDecimal("-15.00")), new Pull("limits", new BigDecimal("15.00")));
    }

    @Test
    void leavesOutDimensionsThatWeighNothingOverallAndCaps() {
        assertThat(pulls(
                        dimension("Retention", "40", "100"),
                        dimension("Champion", "10", "0"),
                        indicator("Retention", "usage", "40", "1"),
                        indicator("Champion", "reply", "10", "1"),
                        new Contribution("Overall", null, null, null, null, null, new BigDecimal("-3"), "CP-1")))
                .isEmpty();
    }

    @Test
    void findsNoneWithoutAnOverallScore() {
        assertThat(Pull.of(SampleDecision.undecided())).isEmpty();
    }

    private static List<Pull> pulls(Contribution... contributions) {
        return Pull.of(new Decision(
                "a",
                LocalDate.of(2026, 3, 1),
                Decision.Status.DECIDED,
                new ModelVersion("1", "sha256:0"),
                null,
                null,
                Map.of(),
                Map.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(contributions),
                List.of(),
                List.of()));
    }

    private static Contribution dimension(String name, String score, String weight) {
        return contribution("Overall", null, name, score, weight);
    }

    private static Contribution indicator(String dimension, String name, String subScore, String weight) {
        return contribution(dimension, name, null, subScore, weight);
    }

    private static Contribution contribution(
            String score, @Nullable String indicator, @Nullable String dimension, String subScore, String weight) {
        return new Contribution(
                score,
                indicator,
                dimension,
                null,
                new BigDecimal(subScore),
                new BigDecimal(weight),
                BigDecimal.ZERO,
                "R-1");
    }
}
