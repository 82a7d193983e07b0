package io.barograph.service.accounts;

import io.barograph.service.overrides.OverrideBadge;
import io.barograph.service.overrides.ShownOverrides;
import io.barograph.service.paging.Cursor;
import io.barograph.service.security.SegmentScope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up accounts and their decisions. */
@Component
public class Accounts {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient client;
    private final ShownOverrides overrides;

    Accounts(JdbcClient client, ShownOverrides overrides) {
        this.client = client;
        this.overrides = overrides;
    }

    List<AccountRow> list(AccountQuery query, @Nullable Cursor after, int limit) {
        AccountQuery.Sql sql = query.sql(after, limit);
        List<AccountRow> rows = client.sql(sql.text())
                .params(sql.parameters())
                .query(AccountRow::read)
                .list();
        Map<String, @Nullable String> bands = new LinkedHashMap<>();
        rows.forEach(row -> bands.put(row.accountId(), row.band()));
        Map<String, OverrideBadge> badges = overrides.badges(bands);
        return rows.stream().map(row -> row.with(badges.get(row.accountId()))).toList();
    }

    /** The accounts of some segments with the lowest overall scores, those without one last. */
    public List<AccountRow> lowest(int limit, SegmentScope scope) {
        return list(new AccountQuery(null, null, null, null, AccountQuery.Sort.OVERALL, scope), null, limit);
    }

    /** An account, without what overrides it; empty when it was never decided. */
    public Optional<AccountRow> find(String accountId) {
        return client.sql("select " + AccountRow.COLUMNS + " from account where account_id = ?")
                .param(accountId)
                .query(AccountRow::read)
                .optional();
    }

    /** In order of name. */
    public List<String> flags(String accountId) {
        return client.sql("select flag from account_flag where account_id = ? order by flag")
                .param(accountId)
                .query(String.class)
                .list();
    }

    /** Latest as-of date first; decisions from what was sent alone are no part of it. */
    List<TimelineRow> timeline(
            String accountId, @Nullable LocalDate from, @Nullable LocalDate to, TimelineEnd end, int limit) {
        List<TimelineRow> rows = client.sql(
                        "select " + TimelineRow.COLUMNS + " from decision where account_id = :account"
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
        Function<TimelineRow, Optional<OverrideBadge>> counted =
                overrides.history(accountId, TimelineRow::band, TimelineRow::decidedAt);
        return rows.stream()
                .map(row -> row.with(counted.apply(row).orElse(null)))
                .toList();
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
