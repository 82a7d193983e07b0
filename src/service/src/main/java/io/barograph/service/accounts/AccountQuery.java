package io.barograph.service.accounts;

import io.barograph.service.paging.Cursor;
import io.barograph.service.security.SegmentScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts to list, and in which order. Accounts without an overall score come last when sorted by it.
 *
 * @param q part of the account id, in any case
 * @param scope segments outside of which nothing is listed
 */
record AccountQuery(
        @Nullable String segment,
        @Nullable String band,
        @Nullable String flag,
        @Nullable String q,
        Sort sort,
        SegmentScope scope) {

    enum Sort {
        ACCOUNT_ID("account_id"),
        OVERALL("case when overall is null then 1 else 0 end, overall, account_id");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }

        String list() {
            return "accounts by " + name().toLowerCase(Locale.ROOT);
        }

        int keys() {
            return this == ACCOUNT_ID ? 1 : 2;
        }
    }

    /** A statement with named parameters. */
    record Sql(String text, Map<String, Object> parameters) {}

    Cursor cursor(AccountRow row) {
        return sort == Sort.ACCOUNT_ID
                ? new Cursor(sort.list(), List.of(row.accountId()))
                : new Cursor(
                        sort.list(),
                        List.of(row.overall() == null ? "" : row.overall().toPlainString(), row.accountId()));
    }

    Sql sql(@Nullable Cursor after, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        condition("segment = :segment", "segment", segment, conditions, parameters);
        condition("overall_band = :band", "band", band, conditions, parameters);
        condition(
                "exists (select 1 from account_flag f where f.account_id = a.account_id and f.flag = :flag)",
                "flag",
                flag,
                conditions,
                parameters);
        condition("lower(account_id) like :q escape '!'", "q", q == null ? null : pattern(q), conditions, parameters);
        condition("segment in (:scope)", "scope", scope.all() ? null : scope.list(), conditions, parameters);
        if (after != null) {
            after(after, conditions, parameters);
        }
        parameters.put("limit", limit);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new Sql(
                "select " + AccountRow.COLUMNS + " from account a" + where + " order by " + sort.columns
                        + " fetch first :limit rows only",
                parameters);
    }

    private static void condition(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private void after(Cursor after, List<String> conditions, Map<String, Object> parameters) {
        parameters.put("account", after.last().get(sort.keys() - 1));
        if (sort == Sort.ACCOUNT_ID) {
            conditions.add("account_id > :account");
        } else if (after.last().get(0).isEmpty()) {
            conditions.add("overall is null and account_id > :account");
        } else {
            conditions.add("(overall > :overall or overall is null or (overall = :overall and account_id > :account))");
            parameters.put("overall", score(after));
        }
    }

    private static BigDecimal score(Cursor after) {
        try {
            return new BigDecimal(after.last().get(0));
        } catch (NumberFormatException tampered) {
            throw Cursor.bad(after.text());
        }
    }

    private static String pattern(String q) {
        String escaped =
                q.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + escaped + "%";
    }
}
