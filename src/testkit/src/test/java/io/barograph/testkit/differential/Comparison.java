package io.barograph.testkit.differential;

import static org.assertj.core.api.Assertions.fail;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.workbook.Workbook;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.reference.ReferenceScorer;
import java.util.ArrayList;
import java.util.List;

/** Decides seeded accounts twice and demands equality. */
final class Comparison {

    /** Batches of every kind: alone, few, as many as a session takes, more. */
    private static final List<Integer> BATCHES = List.of(1, 7, 64, 3, 256, 100);

    private final String model;
    private final Decider engine;
    private final ReferenceScorer reference;
    private final RandomAccounts accounts;

    Comparison(String model, Decider engine, List<Workbook> workbooks, Contract contract) {
        this.model = model;
        this.engine = engine;
        reference = new ReferenceScorer(workbooks, contract, engine.model());
        accounts = new RandomAccounts(contract, workbooks);
    }

    /** @return the decisions both made, of accounts drawn from {@code firstSeed} on */
    List<Decision> agreeOn(int count, long firstSeed) {
        List<Decision> agreed = new ArrayList<>();
        for (int batch = 0; agreed.size() < count; batch++) {
            int size = Math.min(BATCHES.get(batch % BATCHES.size()), count - agreed.size());
            List<Inquiry> inquiries = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                inquiries.add(accounts.account(firstSeed + agreed.size() + i));
            }
            List<Decision> decided = engine.decide(inquiries);
            for (int i = 0; i < size; i++) {
                demandEqual(inquiries.get(i), decided.get(i));
            }
            agreed.addAll(decided);
        }
        return agreed;
    }

    private void demandEqual(Inquiry inquiry, Decision decided) {
        Decision expected = reference.decide(inquiry.snapshot(), inquiry.prior());
        List<String> wanted = DecisionLines.of(expected);
        List<String> found = DecisionLines.of(decided);
        if (wanted.equals(found)) {
            return;
        }
        int first = 0;
        while (first < Math.min(wanted.size(), found.size())
                && wanted.get(first).equals(found.get(first))) {
            first++;
        }
        fail(
                "%s, %s%nreference  %s%nengine     %s%n%nwhat differs, first the reference's, then the engine's:%n- %s%n+ %s%n%n%s%n%s",
                model,
                inquiry.snapshot().accountId(),
                first < wanted.size() ? wanted.get(first) : "(ends)",
                first < found.size() ? found.get(first) : "(ends)",
                String.join("\n- ", without(wanted, found)),
                String.join("\n+ ", without(found, wanted)),
                inquiry.snapshot(),
                inquiry.prior());
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
