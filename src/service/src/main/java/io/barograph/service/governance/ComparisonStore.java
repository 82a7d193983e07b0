package io.barograph.service.governance;

import java.util.Collection;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all instances found when they compared versions. Rows are added; an account of a comparison counts once. */
@Component
class ComparisonStore {

    /**
     * @param number of the version that is compared
     * @param base digest of the model it is compared with
     * @param trial which try of the version it is
     */
    record Subject(int number, String base, int trial) {}

    /**
     * @param account the first 64 bits of SHA-256 of its id
     * @param changing whether it gets another band
     */
    record Compared(long account, boolean changing) {}

    /**
     * Of all instances.
     *
     * @param changing accounts that get another band
     * @param leftOut accounts that were not compared
     */
    record Totals(long accounts, long changing, long leftOut) {
        static final Totals NONE = new Totals(0, 0, 0);
    }

    private static final int BATCH = 1_000;

    private final JdbcClient client;
    private final JdbcTemplate template;

    ComparisonStore(JdbcClient client, JdbcTemplate template) {
        this.client = client;
        this.template = template;
    }

    /** Its row, made by whichever instance comes first. */
    long open(Subject subject) {
        return find(subject).orElseGet(() -> {
            try {
                client.sql("insert into model_comparison (number, base, trial, left_out) values (?, ?, ?, 0)")
                        .params(subject.number(), subject.base(), subject.trial())
                        .update();
            } catch (DuplicateKeyException another) {
                return find(subject).orElseThrow(() -> another);
            }
            return find(subject).orElseThrow();
        });
    }

    private Optional<Long> find(Subject subject) {
        return client.sql("select id from model_comparison where number = ? and base = ? and trial = ?")
                .params(subject.number(), subject.base(), subject.trial())
                .query(Long.class)
                .optional();
    }

    /** @throws DuplicateKeyException when another instance added one of them meanwhile; to be done again */
    void add(long comparison, Collection<Compared> accounts) {
        template.batchUpdate(
                "insert into model_compared (comparison, account, changing) select cast(? as bigint), cast(? as"
                        + " bigint), cast(? as boolean) where not exists (select 1 from model_compared where comparison"
                        + " = ? and account = ?)",
                accounts,
                BATCH,
                (row, one) -> {
                    row.setLong(1, comparison);
                    row.setLong(2, one.account());
                    row.setBoolean(3, one.changing());
                    row.setLong(4, comparison);
                    row.setLong(5, one.account());
                });
    }

    void leaveOut(long comparison, long accounts) {
        client.sql("update model_comparison set left_out = left_out + ? where id = ?")
                .params(accounts, comparison)
                .update();
    }

    Totals totals(long comparison) {
        return client.sql("select left_out, (select count(*) from model_compared where comparison = id) accounts,"
                        + " (select count(*) from model_compared where comparison = id and changing) changing"
                        + " from model_comparison where id = ?")
                .param(comparison)
                .query((row, index) ->
                        new Totals(row.getLong("accounts"), row.getLong("changing"), row.getLong("left_out")))
                .single();
    }
}
