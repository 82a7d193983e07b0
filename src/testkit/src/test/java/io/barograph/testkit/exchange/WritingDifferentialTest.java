package io.barograph.testkit.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.FiredRule;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.DecisionWriter;
import io.barograph.engine.exchange.Envelope;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.Factor;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.Retold;
import io.barograph.testkit.accounts.SeededAccounts;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision written from its outcome has the bytes of the same decision told first and written member by member. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingDifferentialTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final Envelope ENVELOPE = new Envelope("d \"1\"", Instant.parse("2026-03-01T10:00:00Z"));
    private static final int MODELS = 40;
    private static final int ACCOUNTS_A_MODEL = 60;
    private static final int SHIPPED_ACCOUNTS = 4_000;

    private final Map<String, Integer> written = new TreeMap<>();

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + Long.getLong("barograph.models", MODELS));
    }

    @Test
    void writesDecisionsOfTheShippedModelAsTheyAreTold() throws IOException {
        ModelFiles files = ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT);
        Compilation.Accepted model = (Compilation.Accepted) ModelCompiler.compile(files, "1");
        try (Decider decider = model.decider()) {
            List<Inquiry> inquiries = SeededAccounts.of(1, SHIPPED_ACCOUNTS, AS_OF).stream()
                    .map(account -> new Inquiry(account, PriorState.NONE))
                    .toList();
            demandEqual("the shipped model", decider.decide(inquiries));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writesDecisionsOfRandomModelsAsTheyAreTold(long seed) throws IOException {
        RandomModel model = RandomModels.model(seed);
        RandomAccounts accounts = new RandomAccounts(model.contract(), model.workbooks());
        Compilation.Accepted compiled = (Compilation.Accepted) ModelCompiler.compile(model.files(), "1");
        try (Decider decider = compiled.decider()) {
            List<Inquiry> inquiries = LongStream.range(seed * 1_000_000, seed * 1_000_000 + ACCOUNTS_A_MODEL)
                    .mapToObj(accounts::account)
                    .toList();
            demandEqual("the model of seed " + seed, decider.decide(inquiries));
        }
    }

    private void demandEqual(String model, List<Decision> decisions) throws IOException {
        for (Decision decision : decisions) {
            assertThat(decision.outcome()).isNotNull();
            Decision told = told(decision);
            for (Explain explain : Explain.values()) {
                assertThat(json(decision, null, explain))
                        .as("%s of %s", decision.accountId(), model)
                        .isEqualTo(json(told, null, explain));
            }
            Optional<String> costliest = Factor.down(told, 1).stream()
                    .map(factor -> factor.indicator().indicator())
                    .findFirst();
            assertThat(Factor.costliest(Retold.anew(decision)))
                    .as("%s of %s", decision.accountId(), model)
                    .isEqualTo(costliest);
            written.merge(costliest.isPresent() ? "a cost" : "no cost", 1, Integer::sum);
            assertThat(json(decision, ENVELOPE, Explain.NONE)).isEqualTo(json(told, ENVELOPE, Explain.NONE));
            told.fired().stream().map(FiredRule::table).forEach(table -> written.merge(table, 1, Integer::sum));
            told.contributions()
                    .forEach(one -> written.merge(
                            one.indicator() == null && one.dimension() == null ? "a bound" : "a share",
                            1,
                            Integer::sum));
            told.changes().forEach(one -> written.merge("a change", 1, Integer::sum));
            written.merge(told.status().label(), 1, Integer::sum);
        }
    }

    /** The same decision, which no longer knows its outcome. */
    private static Decision told(Decision decision) {
        return Retold.with(decision, decision.issues());
    }

    private static String json(Decision decision, @Nullable Envelope envelope, Explain explain) throws IOException {
        DecisionWriter writer = new DecisionWriter(explain);
        writer.write(decision, envelope);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(out);
        return out.toString(UTF_8);
    }

    @AfterAll
    void everythingWasWrittenOftenEnoughToMeanSomething() {
        if (Long.getLong("barograph.models", MODELS) == MODELS) {
            assertThat(written)
                    .containsKeys("Segments", "Account tiers", "Indicators", "Scoring", "Context", "Caps", "Thresholds")
                    .containsKeys("Trends", "Signals", "Cohorts", "Playbooks", "Escalations", "Guardrails")
                    .containsKeys("a bound", "a share", "a change", "a cost", "no cost", "decided", "undecided");
            assertThat(written.values()).allMatch(count -> count >= 20);
        }
    }
}
