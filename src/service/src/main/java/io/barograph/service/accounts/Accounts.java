package io.barograph.service.accounts;

import io.barograph.service.paging.Cursor;
import io.barograph.service.security.SegmentScope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up accounts and their decisions. */
@Component
public class Accounts {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient client;

    Accounts(JdbcClient client) {
        this.client = client;
    }

    List<AccountRow> list(AccountQuery query, @Nullable Cursor after, int limit) {
        AccountQuery.Sql sql = query.sql(after, limit);
        return client.sql(sql.text())
                .params(sql.parameters())
                .query(AccountRow::read)
                .list();
    }

    /** The accounts of some segments with the lowest overall scores, those without one last. */
    public List<AccountRow> lowest(int limit, SegmentScope scope) {
        return list(new AccountQuery(null, null, null, null, AccountQuery.Sort.OVERALL, scope), null, limit);
    }

    Optional<AccountRow> find(String accountId) {
        return client.sql("select " + AccountRow.COLUMNS + " from account where account_id = ?")
                .param(accountId)
                .query(AccountRow::read)
                .optional();
    }

    List<String> flags(String accountId) {
        return client.sql("select flag from account_flag where account_id = ? order by flag")
                .param(accountId)
                .query(String.class)
                .list();
    }

    /** Latest as-of date first; decisions from what was sent alone are no part of it. */
    List<TimelineRow> timeline(
            String accountId, @Nullable LocalDate from, @Nullable LocalDate to, TimelineEnd end, int limit) {
        return client.sql("select " + TimelineRow.COLUMNS + " from decision where account_id = :account"
                        + " and not stateless and as_of between :from and :to"
                        + " and (as_of < :before or (as_of = :before and leaf_index < :beforeIndex))"
                        + " order by as_of desc, leaf_index desc fetch first :limit rows only")
                .param("account", accountId)
                .param("from", from == null ? FIRST : from)
                .param("to", to == null ? LAST : to)
                .param("before", end.asOf())
                .param("beforeIndex", end.index())
                .param("limit", limit)
                .query(TimelineRow::read)
                .list();
    }

    /** How many accounts of some segments stand in each band; under {@code null} those without one. */
    public Map<@Nullable String, Long> countByBand(SegmentScope scope) {
        Map<@Nullable String, Long> counts = new LinkedHashMap<>();
        String within = scope.all() ? "" : " where segment in (:scope)";
        client.sql("select overall_band, count(*) as accounts from account" + within
                        + " group by overall_band order by 1")
                .params(scope.all() ? Map.of() : Map.of("scope", scope.list()))
                .query(row -> {
                    counts.put(row.getString("overall_band"), row.getLong("accounts"));
                });
        return counts;
    }
}
