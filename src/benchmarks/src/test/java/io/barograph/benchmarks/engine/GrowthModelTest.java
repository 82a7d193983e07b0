package io.barograph.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GrowthModelTest {

    @Test
    void firesAsOftenHoweverManyRowsThereAre() {
        double few = firings(new GrowthModel(24, 5, 40, 5), 0);
        double many = firings(new GrowthModel(24, 20, 160, 20), 0);
        assertThat(few).isGreaterThan(30);
        assertThat(many).isCloseTo(few, Offset.offset(5.0));
    }

    @Test
    void decidesWithAnyHistory() {
        assertThat(firings(new GrowthModel(24, 5, 40, 5), 10)).isGreaterThan(30);
    }

    private static double firings(GrowthModel model, int history) {
        try (Decider decider = ShippedModel.decider(model.files())) {
            List<Decision> decisions = decider.decide(model.accounts(32, history));
            assertThat(decisions).allMatch(decision -> decision.overallBand() != null);
            return decisions.stream()
                    .mapToInt(decision -> decision.fired().size())
                    .average()
                    .orElse(0);
        }
    }
}
