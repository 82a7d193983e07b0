package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.PriorState;
import io.barograph.service.privacy.KeyRing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the store knows of the accounts' past: what each of their decisions added to it, see {@link PackedPast}. */
@Component
class History {

    /** Later than every decision. */
    static final long EVERYTHING = Long.MAX_VALUE;

    private static final String SELECT =
            "select account_id, as_of, leaf_index, past from decision where account_id in %s"
                    + " and as_of >= ? and leaf_index < ? and not stateless order by account_id, as_of desc, leaf_index desc";

    /** What a decision added. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Added(String account, LocalDate asOf, long index, byte @Nullable [] past) {

        static Added read(ResultSet row, int number) throws SQLException {
            return new Added(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getBytes(4));
        }
    }

    /** @param index of the decision that added it */
    private record Entry(HistoryRow row, long index) {

        private static final Comparator<Entry> NEWEST_FIRST = Comparator.<Entry, LocalDate>comparing(
                        entry -> entry.row().dated())
                .thenComparing(Entry::index)
                .reversed();
    }

    private final JdbcTemplate template;
    private final HistoryProperties limits;
    private final SealedHistory sealing;

    History(JdbcTemplate template, HistoryProperties limits, SealedHistory sealing) {
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
            LocalDate from = inOrder.stream()
                    .map(Newest::from)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            // keys are looked up after the rows, so that the key of every row that is seen is seen too
            List<Added> rows = select(byAccount, from, before);
            int start = 0;
            while (start < rows.size()) {
                String account = rows.get(start).account();
                int end = start;
                while (end < rows.size() && rows.get(end).account().equals(account)) {
                    end++;
                }
                offer(rows.subList(start, end), byAccount.getOrDefault(account, List.of()), ring);
                start = end;
            }
        }
        List<PriorState> past = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            past.add(inOrder.get(i).priorState(snapshots.get(i).history()));
        }
        return past;
    }

    private List<Added> select(Map<String, List<Newest>> byAccount, LocalDate from, long before) {
        Parameters accounts = Parameters.of(byAccount.keySet());
        return template.query(SELECT.formatted(accounts.marks()), Added::read, accounts.values(from, before));
    }

    /**
     * Newest entries first: by date, of one date those of the later decision, of one decision in their own order. What a decision
     * said counts until a later one for the same day, whatever that one said.
     *
     * @param rows of one account, by as-of date and then by place in the log, the last first
     */
    private void offer(List<Added> rows, List<Newest> wanted, KeyRing ring) {
        Waiting waiting = new Waiting(rows.get(0).account(), wanted, ring);
        LocalDate said = null;
        for (Added row : rows) {
            if (!row.asOf().equals(said)) {
                waiting.offerAfter(row.asOf()); // nothing that follows is dated later than this
                if (wanted.stream().allMatch(Newest::isComplete)) {
                    return;
                }
            }
            if (row.past() != null) {
                PackedPast past = PackedPast.read(row.past(), row.asOf());
                if (!row.asOf().equals(said)) {
                    waiting.add(past.decided(), row.index());
                }
                waiting.add(past.sent(), row.index());
            }
            said = row.asOf();
        }
        waiting.offerAfter(LocalDate.MIN);
    }

    /** Entries of one account that were read, and may yet be preceded by others of the same date. */
    private final class Waiting {

        private final String account;
        private final List<Newest> wanted;
        private final KeyRing ring;
        private List<Entry> rows = new ArrayList<>();

        Waiting(String account, List<Newest> wanted, KeyRing ring) {
            this.account = account;
            this.wanted = wanted;
            this.ring = ring;
        }

        void add(List<HistoryRow> added, long index) {
            added.forEach(row -> rows.add(new Entry(row, index)));
        }

        /** Those dated later than a day, the last date first. */
        void offerAfter(LocalDate day) {
            List<Entry> due = new ArrayList<>();
            List<Entry> rest = new ArrayList<>();
            rows.forEach(entry -> (entry.row().dated().isAfter(day) ? due : rest).add(entry));
            rows = rest;
            due.sort(Entry.NEWEST_FIRST);
            for (Entry next : due) {
                HistoryRow row = next.row();
                if (row.isAttributes()) {
                    wanted.forEach(
                            newest -> newest.offerAttributes(row.dated(), () -> sealing.open(row, account, ring)));
                } else {
                    sealing.open(row, account, ring).ifPresent(entry -> wanted.forEach(newest -> newest.offer(entry)));
                }
            }
        }
    }
}
