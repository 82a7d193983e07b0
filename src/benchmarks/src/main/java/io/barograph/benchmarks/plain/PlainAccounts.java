package io.barograph.benchmarks.plain;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Accounts of the plain task: readings in tenths, by account and indicator. */
public final class PlainAccounts {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    private PlainAccounts() {}

    /** The same seed always draws the same accounts. */
    public static int[][] draw(long seed, int accounts) {
        Random random = new Random(seed);
        int[][] drawn = new int[accounts][];
        for (int i = 0; i < accounts; i++) {
            drawn[i] = random.ints(PlainTask.INDICATORS, 0, 1001).toArray();
        }
        return drawn;
    }

    /** The same accounts as Barograph takes them. */
    public static List<Inquiry> inquiries(int[][] accounts) {
        List<Inquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < accounts.length; i++) {
            Map<String, Observation> readings = new LinkedHashMap<>();
            for (int indicator = 0; indicator < PlainTask.INDICATORS; indicator++) {
                readings.put(
                        PlainTask.field(indicator),
                        new Observation(BigDecimal.valueOf(accounts[i][indicator], 1), null, null, null));
            }
            inquiries.add(new Inquiry(
                    new AccountSnapshot("account-" + i, AS_OF, Map.of(), readings, List.of()), PriorState.NONE));
        }
        return inquiries;
    }
}
