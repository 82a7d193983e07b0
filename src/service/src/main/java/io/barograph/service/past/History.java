package io.barograph.service.past;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.service.database.Parameters;
import io.barograph.service.privacy.KeyRing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the store knows of the accounts' past: where it stood together last, see {@link CondensedPast}, and what each decision since then added
 * to it, see {@link PackedPast}.
 */
@Component
public class History {

    /** Later than every decision. */
    public static final long EVERYTHING = Long.MAX_VALUE;

    /** When so many decisions had to be read one by one, what they tell is kept together; see {@link StoredAccount#condensedAfter}. */
    static final int CONDENSED_AFTER = 8;

    private static final long ALL = -1;
    private static final String PLACE = "(cast(? as varchar), cast(? as bigint))";

    private static final String SELECT = "select d.account_id, d.as_of, d.leaf_index, d.past from (values %s)"
            + " wanted (account_id, later_than) join decision d on d.account_id = wanted.account_id"
            + " and d.leaf_index > wanted.later_than"
            + " where d.leaf_index < ? and not d.stateless order by d.account_id, d.leaf_index desc";

    /**
     * An account whose past somebody asks for, up to and including the as-of date of the snapshot.
     *
     * @param before only what decisions below this index of the log contributed is known
     */
    public record Wanted(AccountSnapshot snapshot, long before) {

        String account() {
            return snapshot.accountId();
        }
    }

    /** What a decision added. */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Added(String account, LocalDate asOf, long index, byte @Nullable [] past) {

        static Added read(ResultSet row, int number) throws SQLException {
            return new Added(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getBytes(4));
        }
    }

    private final JdbcTemplate template;
    private final HistoryProperties limits;
    private final SealedHistory sealing;
    private final CondensedPasts condensed;

    public History(JdbcTemplate template, HistoryProperties limits, SealedHistory sealing, CondensedPasts condensed) {
        this.template = template;
        this.limits = limits;
        this.sealing = sealing;
        this.condensed = condensed;
    }

    /**
     * The past of some accounts.
     *
     * @param ring of the accounts; what its keys do not open was erased, and is not known any more
     * @return in the order of what was asked
     */
    public List<StoredPast> of(List<Wanted> asked, KeyRing ring) {
        Map<String, List<Wanted>> byAccount = new LinkedHashMap<>();
        asked.forEach(wanted -> byAccount
                .computeIfAbsent(wanted.account(), account -> new ArrayList<>())
                .add(wanted));
        Map<String, CondensedPast> starts = new HashMap<>();
        condensed.of(byAccount.keySet()).forEach(start -> {
            if (serves(start, byAccount.getOrDefault(start.account(), List.of()))) {
                starts.put(start.account(), start);
            }
        });
        Map<String, List<Added>> rows = select(byAccount, starts);
        // what stands together does not tell what an account was decided anew with for an earlier date
        List<String> astray = rows.entrySet().stream()
                .filter(account -> isAstray(starts.get(account.getKey()), account.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!astray.isEmpty()) {
            starts.keySet().removeAll(astray);
            Map<String, List<Wanted>> again = new LinkedHashMap<>(byAccount);
            again.keySet().retainAll(astray);
            rows.putAll(select(again, starts));
        }
        return read(asked, rows, starts, ring);
    }

    private boolean serves(CondensedPast start, List<Wanted> asked) {
        return start.reaches(limits.days(), limits.entries())
                && asked.stream()
                        .allMatch(wanted -> start.index() < wanted.before()
                                && !start.asOf().isAfter(wanted.snapshot().asOf()));
    }

    private static boolean isAstray(@Nullable CondensedPast start, List<Added> rows) {
        return start != null && rows.stream().anyMatch(row -> row.asOf().isBefore(start.asOf()));
    }

    private Map<String, List<Added>> select(Map<String, List<Wanted>> byAccount, Map<String, CondensedPast> starts) {
        if (byAccount.isEmpty()) {
            return new HashMap<>();
        }
        int room = Parameters.room(byAccount.size());
        List<Object> values = new ArrayList<>();
        long before = 0;
        for (Map.Entry<String, List<Wanted>> account : byAccount.entrySet()) {
            CondensedPast start = starts.get(account.getKey());
            values.add(account.getKey());
            values.add(start == null ? ALL : start.index());
            for (Wanted wanted : account.getValue()) {
                before = Math.max(before, wanted.before());
            }
        }
        for (int i = byAccount.size(); i < room; i++) {
            values.add("");
            values.add(EVERYTHING);
        }
        values.add(before);
        String sql = SELECT.formatted(String.join(", ", Collections.nCopies(room, PLACE)));
        Map<String, List<Added>> rows = new HashMap<>();
        template.query(sql, Added::read, values.toArray())
                .forEach(row -> rows.computeIfAbsent(row.account(), account -> new ArrayList<>())
                        .add(row));
        return rows;
    }

    private List<StoredPast> read(
            List<Wanted> asked, Map<String, List<Added>> rows, Map<String, CondensedPast> starts, KeyRing ring) {
        // keys are looked up after the rows, so that the key of every row that is seen is seen too
        List<StoredPast> pasts = new ArrayList<>();
        for (Wanted wanted : asked) {
            StoredAccount account = new StoredAccount(wanted.account(), ring, sealing);
            LocalDate oldest = wanted.snapshot().asOf().minusDays(limits.days());
            for (Added row : rows.getOrDefault(wanted.account(), List.of())) {
                if (row.index() < wanted.before()
                        && row.past() != null
                        && !row.asOf().isBefore(oldest)) {
                    account.add(row.index(), row.asOf(), row.past());
                }
            }
            CondensedPast start = starts.get(wanted.account());
            if (start != null) {
                account.add(start);
            }
            account.settle();
            pasts.add(past(wanted, account));
        }
        return pasts;
    }

    private StoredPast past(Wanted wanted, StoredAccount account) {
        boolean condense = account.rows() >= account.condensedAfter(CONDENSED_AFTER)
                && !account.latest().isAfter(wanted.snapshot().asOf());
        return new StoredPast(
                account,
                Math.toIntExact(wanted.snapshot().asOf().toEpochDay()),
                limits.days(),
                limits.entries(),
                condense ? CondensedPast.of(account, limits.days(), limits.entries()) : null);
    }
}
