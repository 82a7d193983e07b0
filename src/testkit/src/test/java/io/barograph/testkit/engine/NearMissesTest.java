package io.barograph.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.NearMisses;
import io.barograph.engine.decision.NearMisses.Lift;
import io.barograph.engine.decision.NearMisses.NearRow;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NearMissesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final List<String> BANDS = List.of("green", "yellow", "red");

    private static Decider decider;

    @BeforeAll
    static void compile() {
        decider = ((Compilation.Accepted)
                        ModelCompiler.compile(WholeExample.builder().files(), "1"))
                .decider();
    }

    @AfterAll
    static void close() {
        decider.close();
    }

    @Test
    void saysHowMuchMoreOfOneThingWouldBeGreen() {
        // Overall = 0.8 × seats + 20: 72 at 65, 75 at 68.75.
        NearMisses near = near(Map.of("seat_utilisation", number(65), "logins", number(200)), 5);

        assertThat(near.lifts())
                .containsExactly(
                        new Lift("seat_utilisation", number(65), new BigDecimal("68.75"), "green", number(75)));
        assertThat(near.lifts().get(0).change()).isEqualByComparingTo("3.75");
    }

    @Test
    void findsStepsAtTheBoundsThatTheWorkbookNames() {
        // 0.8 × 60 = 48 is red; with 100 logins, 68 and yellow. Seats would need 62.5.
        NearMisses near = near(Map.of("seat_utilisation", number(60), "logins", number(40)), 5);

        assertThat(near.lifts())
                .extracting(Lift::indicator, Lift::to, Lift::band)
                .containsExactly(
                        tuple("seat_utilisation", new BigDecimal("62.5"), "yellow"),
                        tuple("logins", number(100), "yellow"));
    }

    @Test
    void agreesWithTryingEveryValue() {
        for (int seats : List.of(3, 41, 60, 62, 70, 74, 99)) {
            for (int logins : List.of(0, 99, 100, 800)) {
                Map<String, Object> now = Map.of("seat_utilisation", number(seats), "logins", number(logins));
                Decision decision = decide(now);
                Lift lift = near(now, 9).lifts().stream()
                        .filter(each -> each.indicator().equals("logins"))
                        .findFirst()
                        .orElse(null);
                assertThat(lift == null ? null : lift.to())
                        .as("%s", now)
                        .isEqualTo(nearest(now, logins, depth(decision)));
            }
        }
    }

    private static @Nullable BigDecimal nearest(Map<String, Object> now, int logins, int depth) {
        for (int change = 1; change <= 1_000; change++) {
            for (int value : List.of(logins + change, logins - change)) {
                Map<String, Object> tried = new HashMap<>(now);
                tried.put("logins", number(value));
                if (value >= 0 && value <= 1_000 && depth(decide(tried)) < depth) {
                    return number(value);
                }
            }
        }
        return null;
    }

    private static int depth(Decision decision) {
        return BANDS.indexOf(String.valueOf(decision.overallBand()));
    }

    @Test
    void hasNothingToLiftAboveTheTopBand() {
        assertThat(near(Map.of("seat_utilisation", number(100), "logins", number(200)), 5)
                        .lifts())
                .isEmpty();
        assertThat(near(Map.of(), 5)).isEqualTo(new NearMisses(List.of(), List.of()));
    }

    @Test
    void tellsWhichRowsOneConditionKeptFromFiring() {
        // Churn 0.6 + 48 ÷ 75 × (−0.5) = 0.28.
        NearMisses near = near(Map.of("seat_utilisation", number(60), "logins", number(40)), 9);

        assertThat(near.rows().get(0))
                .isEqualTo(new NearRow(
                        "SG-2",
                        "Signals",
                        "enterprise.xlsx!Signals!C3",
                        "Churn probability",
                        new BigDecimal("0.28"),
                        ">= 0.5",
                        new BigDecimal("0.22"),
                        Map.of("flag", "nearly-gone", "severity", "high")));
        assertThat(near.rows()).extracting(NearRow::ruleId).contains("CP-1", "TR-1", "PB-1", "ES-2");
        assertThat(near.rows()).extracting(NearRow::ruleId).doesNotContain("SG-1", "ES-1", "PB-3", "CO-1");
    }

    @Test
    void stopsAtTheLimit() {
        NearMisses near = near(Map.of("seat_utilisation", number(60), "logins", number(40)), 1);

        assertThat(near.lifts()).hasSize(1);
        assertThat(near.rows()).hasSize(1);
    }

    private static AccountSnapshot snapshot(Map<String, Object> values) {
        Map<String, Observation> indicators = new HashMap<>();
        values.forEach((name, value) -> indicators.put(name, Observation.of(value)));
        return new AccountSnapshot("acme", AS_OF, Map.of(), indicators, List.of());
    }

    private static Decision decide(Map<String, Object> values) {
        return decider.decide(snapshot(values), PriorState.NONE);
    }

    private static NearMisses near(Map<String, Object> values, int limit) {
        return decider.nearMisses(snapshot(values), PriorState.NONE, limit);
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }
}
