package io.barograph.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.testkit.Retold;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a model recalls of a past is all that it needs of it. */
class RecallDifferentialTest {

    private static final int MODELS = 40;
    private static final int ACCOUNTS_A_MODEL = 80;

    private int known;
    private int recalled;
    private int moved;

    @Test
    void whatIsRecalledDecidesAsAllThatIsKnownDoes() {
        for (long seed = 1; seed <= MODELS; seed++) {
            RandomModel model = RandomModels.model(seed);
            try (Decider decider = decider(model)) {
                RandomAccounts accounts = new RandomAccounts(model.contract(), model.workbooks());
                for (int i = 0; i < ACCOUNTS_A_MODEL; i++) {
                    agree(decider, accounts.account(seed * 1_000_000 + i), new Random(seed * ACCOUNTS_A_MODEL + i));
                }
            }
        }
        assertThat(moved).isGreaterThan(MODELS * ACCOUNTS_A_MODEL / 10);
        assertThat(recalled).isLessThan(known * 2 / 3);
    }

    private void agree(Decider decider, Inquiry drawn, Random random) {
        List<HistoryEntry> sent = new ArrayList<>();
        List<HistoryEntry> stored = new ArrayList<>(drawn.prior().entries());
        boolean sendsHistory = random.nextBoolean();
        drawn.snapshot()
                .history()
                .forEach(entry -> (sendsHistory && random.nextInt(4) == 0 ? sent : stored).add(entry));
        AccountSnapshot snapshot = new AccountSnapshot(
                drawn.snapshot().accountId(),
                drawn.snapshot().asOf(),
                drawn.snapshot().attributes(),
                drawn.snapshot().indicators(),
                sent);
        ListedPast past = new ListedPast(stored);
        PriorState all = past.everything();
        PriorState some = decider.recall().of(snapshot, past);

        Decision whole = decider.decide(snapshot, all);
        assertThat(told(decider.decide(snapshot, some)))
                .as("%s", snapshot.accountId())
                .isEqualTo(told(whole));
        assertThat(all.entries()).containsAll(some.entries());
        known += all.entries().size();
        recalled += some.entries().size();
        moved += whole.changes().size();
    }

    /** Without issues: those of readings that nobody asks for are not told. */
    private static Decision told(Decision decision) {
        return Retold.with(decision, List.of());
    }

    private static Decider decider(RandomModel model) {
        return ((Compilation.Accepted) ModelCompiler.compile(model.files(), "1")).decider();
    }
}
