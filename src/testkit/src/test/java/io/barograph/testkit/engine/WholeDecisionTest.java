package io.barograph.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Escalation;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every sheet at work, with figures worked out by hand. */
class WholeDecisionTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final LocalDate EARLIER = AS_OF.minusDays(30);

    private static Decider decider;

    @BeforeAll
    static void compile() {
        Compilation compilation = ModelCompiler.compile(WholeExample.builder().files(), "1");
        assertThat(compilation.issues().stream().filter(issue -> issue.isError()))
                .isEmpty();
        decider = ((Compilation.Accepted) compilation).decider();
    }

    @AfterAll
    static void close() {
        decider.close();
    }

    @Test
    void smoothsOverTheHistoryAndDiscountsCampaigns() {
        // Half-life 10: (30 × 1 + 90 × 1/2 + 60 × 1/8) ÷ (1 + 1/2 + 1/8) = 82.5 ÷ 1.625; logins 80 × (1 − 0.5 × 50 %) =
        // 60.
        Decision decision = decide(
                Map.of(),
                Map.of(
                        "seat_utilisation",
                        at(30),
                        "logins",
                        new Observation(number(80), null, null, new BigDecimal("0.5"))),
                reading("seat_utilisation", AS_OF.minusDays(10), 90),
                reading("seat_utilisation", EARLIER, 60));

        assertThat(decision.contributions())
                .filteredOn(each -> each.indicator() != null)
                .extracting(each -> each.indicator(), each -> each.value())
                .containsExactly(tuple("seat_utilisation", new BigDecimal("50.769231")), tuple("logins", number(60)));
        assertThat(decision.scores().get("Retention")).isEqualByComparingTo("50.77");
    }

    @Test
    void readsProbabilitiesOffTheCalibration() {
        // Retention 50, Engagement 100: Overall 60; 0.6 + 60 ÷ 75 × (0.1 − 0.6) = 0.2.
        Decision decision =
                decide(Map.of("arr", number(100_000)), Map.of("seat_utilisation", at(50), "logins", at(100)));

        assertThat(decision.overall()).isEqualByComparingTo("60");
        assertThat(decision.probabilities().keySet())
                .containsExactly("churn_30d", "expansion_30d", "churn_90d", "expansion_90d");
        assertThat(decision.probabilities().get("churn_30d")).isEqualByComparingTo("0.05");
        assertThat(decision.probabilities().get("churn_90d")).isEqualByComparingTo("0.2");
        assertThat(decision.probabilities().get("expansion_90d")).isEqualByComparingTo("0.162");
        assertThat(decision.arrAtRisk()).isEqualByComparingTo("20000");
    }

    @Test
    void tellsWhatFollowsFromAFall() {
        // Overall 0.8 × 20 + 0.2 × 0 = 16; churn 0.6 + 16 ÷ 75 × (−0.5) = 0.493333.
        Decision decision = decide(
                Map.of("arr", number(100_000)),
                Map.of("seat_utilisation", at(20), "logins", at(40)),
                score(EARLIER, "90", "green"),
                score(AS_OF.minusDays(20), "45", "red"),
                reading("logins", EARLIER, 200));

        assertThat(decision.flags())
                .containsExactly(
                        new RaisedFlag("rapid-decline", "high", "TR-1"),
                        new RaisedFlag("unusual-use", "low", "TR-2"),
                        new RaisedFlag("losing-them", "medium", "SG-1"));
        assertThat(decision.cohort()).isEqualTo("at-risk");
        assertThat(fired(decision, "CO-1").because()).isEqualTo("flagged rapid-decline, unusual-use, losing-them");
        assertThat(fired(decision, "TR-1").inputs())
                .containsExactly(Map.entry("Change in Overall over 30 days", number(-74)));
        assertThat(fired(decision, "TR-2").inputs())
                .containsExactly(Map.entry("Change in Logins over 30 days %", number(-80)));
        // 0.493333 × 100,000 × 25 % − 500
        assertThat(decision.playbooks())
                .extracting(Recommendation::playbook, Recommendation::expectedValue, Recommendation::suppressedBy)
                .containsExactly(
                        tuple("Rescue", new BigDecimal("11833.33"), null),
                        tuple("Letter", null, null),
                        tuple("Pause", null, null),
                        tuple("Upsell", new BigDecimal("505.33"), "PB-4"));
        assertThat(decision.escalations())
                .containsExactly(
                        new Escalation("cs-manager", "join", AS_OF.plusDays(2), "ES-1"),
                        new Escalation("vp-success", "look", null, "ES-2"));
        assertThat(fired(decision, "ES-1").inputs())
                .containsEntry("Overall band", "red")
                .containsEntry("Days in band", number(20));
        assertThat(fired(decision, "ES-1").effect())
                .containsExactly(Map.entry("escalate_to", "cs-manager"), Map.entry("due", AS_OF.plusDays(2)));
        assertThat(decision.fired()).extracting(FiredRule::ruleId).endsWith("PB-4", "ES-1", "ES-2");
    }

    @Test
    void accountsForEveryPointOfTheChange() {
        // Then: seats 80, satisfaction 4 (90), logins 200 (100), adoption: 0.8 × (60 × 80 + 40 × 90) ÷ 100 + 20 = 87.2,
        // shown as 90.
        // Now: seats 65 smoothed with 80 (÷ 8): 66.666667; satisfaction unknown; logins 40 (0); renewal.
        Decision decision = decide(
                Map.of("lifecycle_stage", "renewal"),
                Map.of("seat_utilisation", at(65), "logins", at(40)),
                score(EARLIER, "90", "green"),
                reading("seat_utilisation", EARLIER, 80),
                new IndicatorEntry("support_csat", AS_OF.minusDays(100), number(4), null),
                reading("logins", EARLIER, 200),
                new AttributesEntry(EARLIER, Map.of("lifecycle_stage", "adoption")));

        assertThat(decision.overall()).isEqualByComparingTo("53.34");
        assertThat(decision.changes())
                .extracting(ScoreChange::kind, ScoreChange::indicator, ScoreChange::attribute, ScoreChange::points)
                .containsExactly(
                        // Back with satisfaction, weight 60: (66.67 + 90) ÷ 2 = 78.34 (half-up), 62.67.
                        tuple(ScoreChange.Kind.MISSING_DATA, "support_csat", null, new BigDecimal("-9.33")),
                        tuple(ScoreChange.Kind.DATA, "logins", null, number(-20)),
                        // 85 for 78.34, so 88 for 82.67.
                        tuple(ScoreChange.Kind.DATA, "seat_utilisation", null, new BigDecimal("-5.33")),
                        // 84 for 85, so 87.2 for 88.
                        tuple(ScoreChange.Kind.DATA, null, "lifecycle_stage", new BigDecimal("0.8")),
                        tuple(ScoreChange.Kind.MODEL, null, null, new BigDecimal("-2.8")));
        assertThat(decision.changes().stream().map(ScoreChange::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("-36.66");
        assertThat(decision.changes().get(0).from()).isEqualTo(number(4));
        assertThat(decision.changes().get(0).to()).isNull();
    }

    @Test
    void keepsWhatNobodyKnewThenAsItIsNow() {
        HistoryEntry[] history = {score(EARLIER, "60", "yellow"), reading("seat_utilisation", EARLIER, 60)};
        Map<String, Observation> indicators = Map.of("seat_utilisation", at(60), "logins", at(200));

        assertThat(decide(Map.of(), indicators, history).changes())
                .extracting(ScoreChange::kind, ScoreChange::points)
                .containsExactly(tuple(ScoreChange.Kind.MISSING_DATA, number(8)));

        List<HistoryEntry> known = new ArrayList<>(List.of(history));
        known.add(new AttributesEntry(EARLIER, Map.of()));
        assertThat(decide(Map.of(), indicators, known.toArray(HistoryEntry[]::new))
                        .changes())
                .extracting(ScoreChange::kind, ScoreChange::indicator, ScoreChange::points)
                .containsExactly(tuple(ScoreChange.Kind.MISSING_DATA, "logins", number(8)));
    }

    @Test
    void accountsForThePassingOfTime() {
        // Satisfaction of 80 days ago counts then and is too old now.
        Decision decision = decide(
                Map.of(),
                Map.of("seat_utilisation", at(60)),
                score(EARLIER, "72", "yellow"),
                reading("seat_utilisation", EARLIER, 60),
                new IndicatorEntry("support_csat", AS_OF.minusDays(91), number(5), null));

        assertThat(decision.changes())
                .containsExactly(new ScoreChange(
                        ScoreChange.Kind.MISSING_DATA, "support_csat", null, number(5), null, number(-12)));
    }

    private static Decision decide(
            Map<String, Object> attributes, Map<String, Observation> indicators, HistoryEntry... history) {
        return decider.decide(
                new AccountSnapshot("acme", AS_OF, new HashMap<>(attributes), indicators, List.of(history)),
                PriorState.NONE);
    }

    private static FiredRule fired(Decision decision, String ruleId) {
        return decision.fired().stream()
                .filter(rule -> ruleId.equals(rule.ruleId()))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    private static Observation at(int value) {
        return Observation.of(number(value));
    }

    private static HistoryEntry reading(String indicator, LocalDate date, int value) {
        return new IndicatorEntry(indicator, date, number(value), null);
    }

    private static HistoryEntry score(LocalDate date, String overall, String band) {
        return new ScoreEntry("Overall", date, new BigDecimal(overall), band);
    }
}
