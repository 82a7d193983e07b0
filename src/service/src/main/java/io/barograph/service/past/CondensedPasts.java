package io.barograph.service.past;

import io.barograph.service.database.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where the accounts' pasts stood together last, one a row. */
@Component
public class CondensedPasts {

    private final JdbcTemplate template;

    public CondensedPasts(JdbcTemplate template) {
        this.template = template;
    }

    /** Those of some accounts, in no order. */
    List<CondensedPast> of(Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Parameters wanted = Parameters.of(accounts);
        return template.query(
                "select account_id, leaf_index, first_index, as_of, past from account_past where account_id in "
                        + wanted.marks(),
                CondensedPasts::read,
                wanted.values());
    }

    /**
     * Keeps some in the place of what was kept of their accounts, but for those that hold what was taken away meanwhile. To be called in a
     * transaction by whoever holds the lock of the log, as retention does before it takes away.
     *
     * @param retired everything below this index of the log was taken away by retention, or is about to be
     */
    public void keep(Collection<CondensedPast> made, long retired) {
        Map<String, CondensedPast> latest = new TreeMap<>();
        for (CondensedPast past : made) {
            if (past.first() >= retired) {
                latest.merge(past.account(), past, (one, other) -> one.index() >= other.index() ? one : other);
            }
        }
        if (latest.isEmpty()) {
            return;
        }
        template.batchUpdate(
                "delete from account_past where account_id = ?",
                latest.keySet().stream().map(account -> new Object[] {account}).toList());
        template.batchUpdate(
                "insert into account_past (account_id, leaf_index, first_index, as_of, past) values (?, ?, ?, ?, ?)",
                latest.values().stream()
                        .map(past ->
                                new Object[] {past.account(), past.index(), past.first(), past.asOf(), past.bytes()})
                        .toList());
    }

    private static CondensedPast read(ResultSet row, int number) throws SQLException {
        return new CondensedPast(
                row.getString(1), row.getLong(2), row.getLong(3), row.getObject(4, LocalDate.class), row.getBytes(5));
    }
}
