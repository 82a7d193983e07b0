package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.PriorState;
import io.barograph.service.privacy.KeyRing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the store knows of the accounts' past. */
@Component
class History {

    /** Later than every decision. */
    static final long EVERYTHING = Long.MAX_VALUE;

    private record KnownRow(String account, HistoryRow row) {}

    /** What a decision said counts until a later one of the same account and as-of date, whatever that one said. */
    private static final String SELECT = """
            select account_id, dated, kind, name, reading_type, reading, band, campaign_share
            from history_entry h
            where account_id in (:accounts) and dated between :from and :to and leaf_index < :before
              and (not decided or not exists (
                select 1 from decision d
                where d.account_id = h.account_id and d.as_of = h.dated and not d.stateless
                  and d.leaf_index > h.leaf_index and d.leaf_index < :before))
            order by account_id, dated desc, leaf_index desc, position
            """;

    private static final String INSERT = """
            insert into history_entry (account_id, dated, leaf_index, position, kind, name, decided,
              reading_type, reading, band, campaign_share)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final HistoryProperties limits;
    private final SealedHistory sealing;

    History(JdbcClient client, JdbcTemplate template, HistoryProperties limits, SealedHistory sealing) {
        this.client = client;
        this.template = template;
        this.limits = limits;
        this.sealing = sealing;
    }

    /**
     * The past of some accounts, each up to and including the as-of date of its snapshot.
     *
     * @param before only what decisions below this index of the log contributed
     * @param ring of the accounts; what its keys do not open was erased, and is not known any more
     * @return in the order of the snapshots
     */
    List<PriorState> of(List<AccountSnapshot> snapshots, long before, KeyRing ring) {
        Map<String, List<Newest>> byAccount = new HashMap<>();
        List<Newest> inOrder = new ArrayList<>();
        for (AccountSnapshot snapshot : snapshots) {
            Newest newest = new Newest(snapshot.asOf().minusDays(limits.days()), snapshot.asOf(), limits.entries());
            inOrder.add(newest);
            byAccount
                    .computeIfAbsent(snapshot.accountId(), account -> new ArrayList<>())
                    .add(newest);
        }
        if (!inOrder.isEmpty()) {
            select(inOrder, byAccount, before, ring);
        }
        List<PriorState> past = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            past.add(inOrder.get(i).priorState(snapshots.get(i).history()));
        }
        return past;
    }

    private void select(List<Newest> all, Map<String, List<Newest>> byAccount, long before, KeyRing ring) {
        // keys are looked up after the rows, so that the key of every row that is seen is seen too
        List<KnownRow> rows = client.sql(SELECT)
                .param("accounts", byAccount.keySet())
                .param(
                        "from",
                        all.stream()
                                .map(Newest::from)
                                .min(Comparator.naturalOrder())
                                .orElseThrow())
                .param(
                        "to",
                        all.stream()
                                .map(Newest::to)
                                .max(Comparator.naturalOrder())
                                .orElseThrow())
                .param("before", before)
                .query((row, number) -> new KnownRow(row.getString("account_id"), HistoryRow.read(row)))
                .list();
        for (KnownRow row : rows) {
            sealing.open(row.row(), row.account(), ring)
                    .ifPresent(entry ->
                            byAccount.getOrDefault(row.account(), List.of()).forEach(newest -> newest.offer(entry)));
        }
    }

    void add(List<LoggedDecision> logged) {
        List<Object[]> rows = new ArrayList<>();
        for (LoggedDecision decision : logged) {
            NewEntries entries = decision.answered().entries();
            if (entries != null) {
                int first = rows.size();
                entries.decided().forEach(entry -> rows.add(columns(decision, rows.size() - first, entry, true)));
                entries.sent().forEach(entry -> rows.add(columns(decision, rows.size() - first, entry, false)));
            }
        }
        if (!rows.isEmpty()) {
            template.batchUpdate(INSERT, rows);
        }
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a column that is empty
    private Object[] columns(LoggedDecision logged, int position, HistoryEntry entry, boolean decided) {
        AnsweredDecision answered = logged.answered();
        HistoryRow row = sealing.seal(entry, answered.decision().accountId(), answered.key());
        return new Object[] {
            answered.decision().accountId(),
            row.dated(),
            logged.index(),
            position,
            row.kind(),
            row.name(),
            decided,
            row.reading().type(),
            row.reading().text(),
            row.band(),
            row.campaignShare()
        };
    }
}
