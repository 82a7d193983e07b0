package io.barograph.service.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that says which versions decide. */
@Component
class Lineups {

    private final JdbcClient client;

    Lineups(JdbcClient client) {
        this.client = client;
    }

    Lineup read() {
        return client.sql("select revision, active, canary, share, shadow from model_lineup")
                .query(Lineups::lineup)
                .single();
    }

    long revision() {
        return client.sql("select revision from model_lineup").query(Long.class).single();
    }

    /** To be called by whoever holds the lock of the log. */
    void write(Lineup lineup) {
        client.sql("update model_lineup set revision = revision + 1, active = :active, canary = :canary, share ="
                        + " :share, shadow = :shadow")
                .param("active", lineup.active())
                .param("canary", lineup.canary())
                .param("share", lineup.share())
                .param("shadow", lineup.shadow())
                .update();
    }

    private static Lineup lineup(ResultSet row, int number) throws SQLException {
        return new Lineup(
                row.getLong("revision"),
                integer(row, "active"),
                integer(row, "canary"),
                integer(row, "share"),
                integer(row, "shadow"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
