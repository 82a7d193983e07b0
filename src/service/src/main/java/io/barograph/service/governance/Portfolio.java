package io.barograph.service.governance;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Recall;
import io.barograph.service.past.History;
import io.barograph.service.past.StoredPast;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.Disclosure;
import java.util.ArrayList;
import java.util.Iterator;
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
    private record Account(String id, long index, byte @Nullable [] record) {}

    private final JdbcClient client;
    private final Disclosure disclosure;
    private final History history;
    private final AccountKeys keys;

    Portfolio(JdbcClient client, Disclosure disclosure, History history, AccountKeys keys) {
        this.client = client;
        this.disclosure = disclosure;
        this.history = history;
        this.keys = keys;
    }

    long size() {
        return client.sql("select count(*) from account").query(Long.class).single();
    }

    /**
     * Hands the accounts over in groups, by account id.
     *
     * @param recalls what is asked of their past; the record tells only what the model asked that decided
     * @param most accounts at most
     * @param goOn asked before each group
     * @return how many could not be read any more: their records were retired, or their sensitive values erased
     */
    long read(List<Recall> recalls, int most, BooleanSupplier goOn, Consumer<List<Inquiry>> taker) {
        String after = "";
        long unreadable = 0;
        int seen = 0;
        while (seen < most && goOn.getAsBoolean()) {
            List<Account> accounts = accounts(after, Math.min(GROUP, most - seen));
            if (accounts.isEmpty()) {
                return unreadable;
            }
            List<Inquiry> inquiries = inquiries(recalls, accounts);
            unreadable += accounts.size() - inquiries.size();
            seen += accounts.size();
            after = accounts.get(accounts.size() - 1).id();
            taker.accept(inquiries);
        }
        return unreadable;
    }

    private List<Account> accounts(String after, int limit) {
        return client.sql(
                        "select a.account_id, a.leaf_index, e.record from account a join log_entry e on e.leaf_index = a.leaf_index"
                                + " where a.account_id > ? order by a.account_id fetch first ? rows only")
                .params(after, limit)
                .query((row, number) -> new Account(row.getString(1), row.getLong(2), row.getBytes(3)))
                .list();
    }

    private List<Inquiry> inquiries(List<Recall> recalls, List<Account> accounts) {
        List<History.Wanted> wanted = new ArrayList<>();
        for (Account account : accounts) {
            Optional.ofNullable(account.record())
                    .flatMap(disclosure::open)
                    .ifPresent(record -> wanted.add(new History.Wanted(record.snapshot(), account.index())));
        }
        Iterator<StoredPast> past = history.of(
                        wanted, keys.ring(accounts.stream().map(Account::id).toList()))
                .iterator();
        return wanted.stream()
                .map(History.Wanted::snapshot)
                .map(snapshot -> new Inquiry(snapshot, Recall.of(recalls, snapshot, past.next())))
                .toList();
    }
}
