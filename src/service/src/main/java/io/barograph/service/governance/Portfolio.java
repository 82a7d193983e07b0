package io.barograph.service.governance;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.service.privacy.Disclosure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that were ever decided, each as its latest decision saw it. */
@Component
class Portfolio {

    private static final int GROUP = 64;

    @SuppressWarnings("ArrayRecordComponent")
    private record Account(String id, byte @Nullable [] record) {}

    private final JdbcClient client;
    private final Disclosure disclosure;

    Portfolio(JdbcClient client, Disclosure disclosure) {
        this.client = client;
        this.disclosure = disclosure;
    }

    long size() {
        return client.sql("select count(*) from account").query(Long.class).single();
    }

    /**
     * Hands the accounts over in groups, by account id.
     *
     * @param most accounts at most
     * @param goOn asked before each group
     * @return how many could not be read any more: their records were retired, or their sensitive values erased
     */
    long read(int most, BooleanSupplier goOn, Consumer<List<Inquiry>> taker) {
        String after = "";
        long unreadable = 0;
        int seen = 0;
        while (seen < most && goOn.getAsBoolean()) {
            List<Account> accounts = accounts(after, Math.min(GROUP, most - seen));
            if (accounts.isEmpty()) {
                return unreadable;
            }
            List<Inquiry> inquiries = new ArrayList<>();
            accounts.forEach(account -> inquiry(account).ifPresent(inquiries::add));
            unreadable += accounts.size() - inquiries.size();
            seen += accounts.size();
            after = accounts.get(accounts.size() - 1).id();
            taker.accept(inquiries);
        }
        return unreadable;
    }

    private List<Account> accounts(String after, int limit) {
        return client.sql("select a.account_id, e.record from account a join log_entry e on e.leaf_index = a.leaf_index"
                        + " where a.account_id > ? order by a.account_id fetch first ? rows only")
                .params(after, limit)
                .query((row, number) -> new Account(row.getString(1), row.getBytes(2)))
                .list();
    }

    private Optional<Inquiry> inquiry(Account account) {
        return Optional.ofNullable(account.record())
                .flatMap(disclosure::open)
                .map(record -> new Inquiry(record.snapshot(), record.prior()));
    }
}
