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

class FactorTest {

    private final Decision decision = ToldDecisions.decided();

    @Test
    void carriesLostPointsThroughToOverall() {
        // Cones: half of Service, which is 60 % of Overall: 0.3 × (100 − 20). The computed score, 55.8, is the
        // watershed.
        assertThat(names(Factor.down(decision, 9))).containsExactly("cones_sold");
        assertThat(Factor.down(decision, 9).get(0).points()).isEqualByComparingTo("-24");
    }

    @Test
    void ranksWhatHoldsTheScoreUpByPointsBroughtIn() {
        assertThat(names(Factor.up(decision, 9))).containsExactly("freezer_uptime", "queue", "flavours");
        assertThat(Factor.up(decision, 9))
                .extracting(Factor::points)
                .containsExactly(new BigDecimal("31.20"), new BigDecimal("11.70"), new BigDecimal("6.90"));
    }

    @Test
    void namesNoMoreThanAsked() {
        assertThat(names(Factor.up(decision, 2))).containsExactly("freezer_uptime", "queue");
    }

    @Test
    void findsNoneWithoutAnOverallScore() {
        assertThat(Factor.up(SampleDecision.undecided(), 3)).isEmpty();
        assertThat(Factor.down(SampleDecision.undecided(), 3)).isEmpty();
    }

    @Test
    void addsUpWhatAnIndicatorDoesInSeveralDimensions() {
        // usage: all of Retention (half of Overall) and half of Expansion; Champion weighs nothing, a cap has no
        // indicator
        Decision told = decided(
                dimension("Retention", "40", "50"),
                dimension("Expansion", "70", "50"),
                dimension("Champion", "10", "0"),
                indicator("Retention", "usage", "40", "1"),
                indicator("Expansion", "usage", "40", "1"),
                indicator("Expansion", "limits", "100", "1"),
                indicator("Champion", "reply", "10", "1"),
                new Contribution("Overall", null, null, null, null, null, new BigDecimal("-3"), "CP-1"));
        assertThat(names(Factor.down(told, 9))).containsExactly("usage");
        assertThat(Factor.down(told, 9).get(0).points()).isEqualByComparingTo("-45");
        assertThat(names(Factor.up(told, 9))).containsExactly("limits");
        assertThat(Factor.up(told, 9).get(0).points()).isEqualByComparingTo("25");
    }

    private static List<String> names(List<Factor> factors) {
        return factors.stream()
                .map(factor -> String.valueOf(factor.indicator().indicator()))
                .toList();
    }

    private static Decision decided(Contribution... contributions) {
        return new Decision(
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
                Map.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(contributions),
                List.of(),
                List.of(),
                List.of());
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
