package io.barograph.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.model.Table;
import io.barograph.engine.ruleset.Guardrails;
import io.barograph.engine.ruleset.Ruleset;
import io.barograph.engine.ruleset.RulesetSession;
import io.barograph.engine.ruleset.fact.AccountCells;
import io.barograph.engine.ruleset.fact.RowFact;
import io.barograph.testkit.engine.WholeExample;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** The log that rules write must be exactly what the engine's own events say fired, match by match. */
@NullMarked
class FiringLogTest {

    private static final int ACCOUNTS = 400;
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    @Test
    void holdsExactlyTheMatchesThatTheSessionFired() {
        Parsing parsing = ModelParser.parse(WholeExample.builder().files());
        Model model = ((Parsing.Accepted) parsing).model();
        Ruleset ruleset = Ruleset.of(model, Guardrails.NONE);
        ModelPlan plan = new ModelPlan(model, ruleset.rows());
        Pipeline pipeline = new Pipeline(plan, Guardrails.NONE);
        List<RowFact> heard = new ArrayList<>();
        Set<Table> fired = EnumSet.noneOf(Table.class);
        int firings = 0;
        try (RulesetSession session = ruleset.open()) {
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
                AccountCase account = new AccountCase(inquiry(i), plan);

                pipeline.run(List.of(account), session);

                List<RowFact> logged = account.log().inOrder();
                assertThat(logged).as("account %d", i).containsExactlyInAnyOrderElementsOf(heard);
                firings += logged.size();
                logged.forEach(row -> fired.add(row.head().table()));
            }
        }
        assertThat(fired)
                .contains(Table.TRENDS, Table.SIGNALS, Table.COHORTS, Table.PLAYBOOKS, Table.ESCALATIONS)
                .hasSize(10);
        assertThat(firings).isGreaterThan(ACCOUNTS * 4);
    }

    @Test
    void sessionForgetsAccountsOnceTheyAreDecided() throws InterruptedException {
        Model model =
                ((Parsing.Accepted) ModelParser.parse(WholeExample.builder().files())).model();
        Ruleset ruleset = Ruleset.of(model, Guardrails.NONE);
        ModelPlan plan = new ModelPlan(model, ruleset.rows());
        Pipeline pipeline = new Pipeline(plan, Guardrails.NONE);
        try (RulesetSession session = ruleset.open()) {
            List<WeakReference<AccountCells>> decided = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS; i++) {
                decided.add(decide(inquiry(i), plan, pipeline, session));
            }
            // the last account of a rule may still be its session's last match
            decide(inquiry(ACCOUNTS), plan, pipeline, session);

            long left = decided.size();
            for (int i = 0; i < 50 && left > 0; i++) {
                System.gc();
                Thread.sleep(20);
                left = decided.stream().filter(each -> each.get() != null).count();
            }
            assertThat(left).as("accounts that a session still holds").isLessThan(Table.values().length);
        }
    }

    private static WeakReference<AccountCells> decide(
            Inquiry inquiry, ModelPlan plan, Pipeline pipeline, RulesetSession session) {
        AccountCase account = new AccountCase(inquiry, plan);
        pipeline.run(List.of(account), session);
        return new WeakReference<>(account.cells);
    }

    static Inquiry inquiry(int i) {
        return new Inquiry(
                new AccountSnapshot(
                        "account-" + i,
                        AS_OF,
                        Map.of(
                                "lifecycle_stage", i % 2 == 0 ? "renewal" : "adoption",
                                "contract_status", i % 7 == 0 ? "notice" : "signed",
                                "arr", BigDecimal.valueOf(i)),
                        Map.of(
                                "seat_utilisation", Observation.of(BigDecimal.valueOf(i % 101)),
                                "logins", Observation.of(BigDecimal.valueOf(i % 211)),
                                "support_csat", Observation.of(BigDecimal.valueOf(10 + i % 41, 1))),
                        List.of(
                                new ScoreEntry("Overall", AS_OF.minusDays(30), BigDecimal.valueOf(i % 97), "red"),
                                new IndicatorEntry("logins", AS_OF.minusDays(30), BigDecimal.valueOf(i % 89), null))),
                PriorState.NONE);
    }
}
