package io.barograph.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Ruleset;
import io.barograph.engine.ruleset.RulesetSession;
import io.barograph.engine.ruleset.fact.Firing;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.testkit.engine.WorkedExample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** The log that rules write must be exactly what the engine's own events say fired, match by match. */
@NullMarked
class FiringLogTest {

    private static final int ACCOUNTS = 400;

    @Test
    void holdsExactlyTheMatchesThatTheSessionFired() {
        Parsing parsing = ModelParser.parse(WorkedExample.builder().files());
        Model model = ((Parsing.Accepted) parsing).model();
        Pipeline pipeline = new Pipeline(model, Guardrails.NONE);
        List<RowFact> heard = new ArrayList<>();
        int firings = 0;
        try (RulesetSession session = Ruleset.of(model, Guardrails.NONE).open()) {
            session.listen(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    event.getMatch().getObjects().stream()
                            .filter(RowFact.class::isInstance)
                            .map(RowFact.class::cast)
                            .forEach(heard::add);
                }
            });
            for (int i = 0; i < ACCOUNTS; i++) {
                heard.clear();
                AccountCase account = new AccountCase(inquiry(i), model);

                pipeline.run(List.of(account), session);

                List<RowFact> logged =
                        account.log.inOrder().stream().map(Firing::row).toList();
                assertThat(logged).as("account %d", i).containsExactlyInAnyOrderElementsOf(heard);
                firings += logged.size();
            }
        }
        assertThat(firings).isGreaterThan(ACCOUNTS * 4);
    }

    private static Inquiry inquiry(int i) {
        return new Inquiry(
                new AccountSnapshot(
                        "account-" + i,
                        LocalDate.of(2026, 3, 1),
                        Map.of("lifecycle_stage", i % 2 == 0 ? "renewal" : "adoption"),
                        Map.of(
                                "seat_utilisation", Observation.of(BigDecimal.valueOf(i % 101)),
                                "support_csat", Observation.of(BigDecimal.valueOf(10 + i % 41, 1))),
                        List.of()),
                PriorState.NONE);
    }
}
