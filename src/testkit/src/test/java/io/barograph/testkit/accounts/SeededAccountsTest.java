package io.barograph.testkit.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.Observation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededAccountsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);
    private static final List<AccountSnapshot> ACCOUNTS = SeededAccounts.of(7, 500, AS_OF);

    @Test
    void equalSeedsGiveEqualAccounts() {
        assertThat(SeededAccounts.of(7, 500, AS_OF)).isEqualTo(ACCOUNTS);
        assertThat(SeededAccounts.of(8, 500, AS_OF)).isNotEqualTo(ACCOUNTS);
    }

    @Test
    void accountsDoNotDependOnHowManyThereAre() {
        assertThat(SeededAccounts.of(7, 20, AS_OF)).isEqualTo(ACCOUNTS.subList(0, 20));
    }

    @Test
    void noTwoAccountsShareAnId() {
        assertThat(SeededAccounts.of(7, CompanyNames.COUNT, AS_OF))
                .extracting(AccountSnapshot::accountId)
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> SeededAccounts.of(7, CompanyNames.COUNT + 1, AS_OF))
                .hasMessage("count must be between 0 and 17480, but is 17481");
    }

    @Test
    void nothingIsKnownFromTheFuture() {
        assertThat(ACCOUNTS)
                .flatExtracting(AccountSnapshot::history)
                .extracting(HistoryEntry::date)
                .allMatch(date -> date.isBefore(AS_OF));
        assertThat(ACCOUNTS)
                .flatExtracting(account -> account.indicators().values())
                .extracting(Observation::observedAt)
                .noneMatch(date -> date.isAfter(AS_OF));
    }

    @Test
    void everySegmentIsThere() {
        assertThat(ACCOUNTS).anyMatch(account -> arr(account) > 100_000);
        assertThat(ACCOUNTS).anyMatch(account -> arr(account) > 10_000 && arr(account) <= 100_000);
        assertThat(ACCOUNTS).anyMatch(account -> arr(account) > 0 && arr(account) <= 10_000);
        assertThat(ACCOUNTS).anyMatch(account -> !account.attributes().containsKey("arr"));
    }

    @Test
    void someReadingsAreMissingSomeStaleAndSomeWrong() {
        assertThat(ACCOUNTS).anyMatch(account -> !account.indicators().containsKey("logins_per_week"));
        assertThat(ACCOUNTS).anyMatch(account -> {
            Observation logins = account.indicators().get("logins_per_week");
            return logins != null
                    && logins.observedAt() != null
                    && logins.observedAt().isBefore(AS_OF.minusDays(60));
        });
        assertThat(ACCOUNTS)
                .flatExtracting(account -> account.indicators().entrySet())
                .anyMatch(entry -> entry.getKey().equals("seat_utilisation")
                        && entry.getValue().value() instanceof BigDecimal seats
                        && seats.compareTo(BigDecimal.valueOf(100)) > 0);
    }

    private static int arr(AccountSnapshot account) {
        return account.attributes().get("arr") instanceof BigDecimal arr ? arr.intValue() : 0;
    }
}
