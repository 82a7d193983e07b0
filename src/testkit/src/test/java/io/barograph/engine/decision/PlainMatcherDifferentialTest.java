package io.barograph.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.PlainMatcher;
import io.barograph.engine.ruleset.Ruleset;
import io.barograph.engine.ruleset.RulesetSession;
import io.barograph.testkit.engine.WholeExample;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain matcher must decide exactly as sessions do, whole pipeline and whole decision. */
@NullMarked
class PlainMatcherDifferentialTest {

    private static final ModelVersion VERSION = new ModelVersion("1", "sha256:test");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void decidesRandomModelsAsSessionsDo(long seed) {
        RandomModel random = RandomModels.model(seed);
        List<Inquiry> inquiries = new ArrayList<>();
        RandomAccounts accounts = new RandomAccounts(random.contract(), random.workbooks());
        for (int i = 0; i < 100; i++) {
            inquiries.add(accounts.account(seed * 1_000 + i));
        }
        agree(random.files(), inquiries);
    }

    @Test
    void decidesEverySheetAsSessionsDo() {
        List<Inquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            inquiries.add(FiringLogTest.inquiry(i));
        }
        agree(WholeExample.builder().files(), inquiries);
    }

    private static void agree(ModelFiles files, List<Inquiry> inquiries) {
        Model model = ((Parsing.Accepted) ModelParser.parse(files)).model();
        Ruleset ruleset = Ruleset.of(model, Guardrails.NONE);
        ModelPlan plan = new ModelPlan(model, ruleset.rows());
        Pipeline pipeline = new Pipeline(plan, Guardrails.NONE);
        PlainMatcher plain = new PlainMatcher(ruleset.rows());
        OutcomeRenderer renderer = new OutcomeRenderer(plan, Guardrails.NONE);
        try (RulesetSession session = ruleset.open()) {
            for (Inquiry inquiry : inquiries) {
                AccountCase bySession = new AccountCase(inquiry, plan);
                pipeline.run(List.of(bySession), session);
                AccountCase byPlain = new AccountCase(inquiry, plan);
                pipeline.run(List.of(byPlain), plain);

                assertThat(told(renderer, Outcomes.of(byPlain), inquiry))
                        .as(inquiry.snapshot().accountId())
                        .isEqualTo(told(renderer, Outcomes.of(bySession), inquiry));
            }
        }
    }

    private static Decision told(OutcomeRenderer renderer, Outcome outcome, Inquiry inquiry) {
        return renderer.tell(inquiry.snapshot().accountId(), inquiry.snapshot().asOf(), VERSION, outcome);
    }
}
