package io.barograph.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Recommendation;
import io.barograph.engine.decision.ScoreChange;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomModelsDifferentialTest {

    private static final int MODELS = 48;
    private static final int ACCOUNTS_A_MODEL = 50;

    private final Map<String, Integer> firings = new TreeMap<>();

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + Long.getLong("barograph.models", MODELS));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void decidesEveryAccountAsTheReferenceDoes(long seed) {
        RandomModel model = RandomModels.model(seed);
        Compilation compilation = ModelCompiler.compile(model.files(), "1");
        if (compilation instanceof Compilation.Accepted accepted) {
            try (Decider engine = accepted.decider()) {
                new Comparison("model of seed " + seed, engine, model.workbooks(), model.contract())
                        .agreeOn(ACCOUNTS_A_MODEL, seed * 1_000_000)
                        .forEach(this::count);
            }
        } else {
            fail(
                    "model of seed %d was rejected:%n%s",
                    seed,
                    compilation.issues().stream()
                            .filter(issue -> issue.isError())
                            .map(issue -> issue.cell() + " " + issue.message() + " · " + issue.row())
                            .collect(Collectors.joining("\n")));
        }
    }

    private void count(Decision decision) {
        firings.merge(decision.status().label(), 1, Integer::sum);
        decision.fired().stream().map(FiredRule::table).forEach(table -> firings.merge(table, 1, Integer::sum));
        decision.playbooks().forEach(one -> firings.merge(state(one), 1, Integer::sum));
        decision.issues().forEach(issue -> firings.merge(issue.code(), 1, Integer::sum));
        decision.changes().forEach(change -> firings.merge(named(change), 1, Integer::sum));
        decision.probabilities().keySet().forEach(name -> firings.merge(name, 1, Integer::sum));
        if (decision.arrAtRisk() != null) {
            firings.merge("arr at risk", 1, Integer::sum);
        }
        decision.bands().values().forEach(band -> firings.merge("band " + band, 1, Integer::sum));
    }

    private static String state(Recommendation one) {
        return one.running() ? "running" : one.suppressedBy() != null ? "suppressed" : "cooling";
    }

    private static String named(ScoreChange change) {
        String kind = "change of " + change.kind().label();
        return "as_of".equals(change.attribute())
                ? kind + " by time"
                : change.attribute() == null ? kind : kind + " in attributes";
    }

    @AfterAll
    void everythingHappenedOftenEnoughToMeanSomething() {
        if (Long.getLong("barograph.models", MODELS) == MODELS) {
            assertThat(firings)
                    .containsKeys("Segments", "Account tiers", "Indicators", "Scoring", "Context", "Caps")
                    .containsKeys("Thresholds", "Playbooks", "running", "suppressed", "cooling", "band unknown")
                    .containsKeys("wrong-type", "out-of-range", "not-allowed", "after-as-of", "stale")
                    .containsKeys("not-in-contract", "no-model", "no-score", "duplicate-input")
                    .containsKeys("Trends", "Signals", "Cohorts", "Escalations", "churn_90d", "expansion_30d")
                    .containsKeys("arr at risk", "change of missing_data", "change of data", "change of model")
                    .containsKeys("change of data in attributes", "change of data by time");
            assertThat(firings.values()).allMatch(count -> count >= 20);
        }
    }
}
