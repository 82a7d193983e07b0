package io.barograph.benchmarks.handwritten;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.benchmarks.engine.ShippedModel;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShippedScorerTest {

    private static Decider decider;
    private static ShippedScorer scorer;
    private static HandJson json;

    @BeforeAll
    static void compile() throws IOException {
        Compilation.Accepted accepted = (Compilation.Accepted) ModelCompiler.compile(ShippedModel.files(), "benchmark");
        decider = accepted.decider();
        scorer = ShippedScorer.of(accepted.model());
        json = new HandJson(scorer, decider.model());
    }

    @AfterAll
    static void close() {
        decider.close();
    }

    @Test
    void decidesAndTellsEveryAccountAsTheEngineDoes() throws IOException {
        List<Inquiry> inquiries = new ArrayList<>();
        for (AccountSnapshot account : SeededAccounts.of(99, 400, ShippedModel.AS_OF)) {
            inquiries.add(new Inquiry(account, PriorState.NONE));
        }
        Set<String> segments = compare(inquiries);
        assertThat(segments).containsExactlyInAnyOrder("enterprise", "mid-market", "smb", "marketplace");
    }

    @Test
    void seesStoredHistoryAsTheEngineDoes() throws IOException {
        List<Inquiry> inquiries = new ArrayList<>();
        for (AccountSnapshot account : SeededAccounts.of(100, 200, ShippedModel.AS_OF)) {
            List<HistoryEntry> stored = new ArrayList<>(account.history());
            Map<String, Object> attributes = new LinkedHashMap<>(account.attributes());
            attributes.put("lifecycle_stage", "adoption");
            attributes.remove("industry");
            stored.add(new HistoryEntry.AttributesEntry(ShippedModel.AS_OF.minusDays(30), attributes));
            List<HistoryEntry> sent = account.history().stream().limit(3).toList();
            inquiries.add(new Inquiry(
                    new AccountSnapshot(
                            account.accountId(), account.asOf(), account.attributes(), account.indicators(), sent),
                    new PriorState(stored)));
        }
        compare(inquiries);
    }

    private static Set<String> compare(List<Inquiry> inquiries) throws IOException {
        List<Decision> decisions = decider.decide(inquiries);
        Set<String> segments = new HashSet<>();
        for (int i = 0; i < inquiries.size(); i++) {
            Inquiry inquiry = inquiries.get(i);
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            DecisionJson.write(decisions.get(i), null, Explain.FULL, expected);
            HandDecision byHand = scorer.decide(inquiry.snapshot(), inquiry.prior());
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            int size = json.write(byHand, told);
            assertThat(told.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString(StandardCharsets.UTF_8));
            assertThat(size).isEqualTo(told.size());
            assertThat(byHand.firings()).isEqualTo(decisions.get(i).fired().size());
            segments.add(String.valueOf(decisions.get(i).segment()));
        }
        return segments;
    }
}
