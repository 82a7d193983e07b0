package io.barograph.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Decision;
import java.math.BigDecimal;
import java.util.List;
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

    private static List<String> names(List<Factor> factors) {
        return factors.stream()
                .map(factor -> String.valueOf(factor.indicator().indicator()))
                .toList();
    }
}
