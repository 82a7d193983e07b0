package io.barograph.testkit.accounts;

import io.barograph.engine.decision.AccountSnapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented accounts for the customer-health model: all segments; healthy, average, declining and at-risk ones whose
 * indicators hang together; readings that are missing, stale or wrong, as in life; some history. Equal arguments give
 * equal accounts.
 */
public final class SeededAccounts {

    private SeededAccounts() {}

    /**
     * @param count at most 17,480, so that no two accounts share a name
     * @param asOf the day they are to be decided; every reading is of this day or earlier
     */
    public static List<AccountSnapshot> of(long seed, int count, LocalDate asOf) {
        if (count < 0 || count > CompanyNames.COUNT) {
            throw new IllegalArgumentException(
                    "count must be between 0 and " + CompanyNames.COUNT + ", but is " + count);
        }
        List<AccountSnapshot> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accounts.add(new SampleAccount(new Dice(seed, i), CompanyNames.name(i), asOf).snapshot());
        }
        return accounts;
    }
}
