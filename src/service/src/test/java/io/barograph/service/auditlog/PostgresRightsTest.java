package io.barograph.service.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.service.database.PostgresDatabase;
import io.barograph.service.database.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the role that the service runs as cannot do to the log, whoever takes the service over. */
class PostgresRightsTest {

    private static final PostgresDatabase DATABASE = PostgresServer.database();

    @TempDir
    static Path keys;

    @BeforeAll
    static void growALog() {
        LogInstance log = new LogInstance(DATABASE.as(PostgresServer.APPLICATION), keys).opened();
        log.grow(600, 200);
        log.checkpoints.current();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log_entry set record = null",
                "update log_entry set leaf_hash = leaf_hash where leaf_index = 5",
                "update log_entry set leaf_index = 10000 where leaf_index = 5",
                "delete from log_entry where leaf_index = 599",
                "truncate log_entry cascade",
                "drop table log_entry cascade",
                "alter table log_entry disable trigger all",
                "alter table log_entry rename to log_elsewhere",
                "alter table log_entry owner to barograph_app",
                "grant update on log_entry to barograph_app; update log_entry set record = null",
                "create trigger meddle before insert on log_entry for each row execute function suppress_redundant_updates_trigger()",
                "create rule meddle as on insert to log_entry do instead nothing",
                "insert into log_entry select * from log_entry where leaf_index = 5",
                "insert into log_entry select * from log_entry on conflict (leaf_index) do update set record = null",
                "merge into log_entry t using log_entry s on t.leaf_index = s.leaf_index when matched then delete",
                "update log_tile set root = hashes",
                "delete from log_tile",
                "truncate log_tile",
                "drop table log_tile",
                "update log_checkpoint set note = ''",
                "delete from log_checkpoint",
                "truncate log_checkpoint",
                "drop table log_checkpoint",
                "update log_event set event = ''",
                "delete from log_event",
                "delete from log_lock",
                "insert into log_lock values (2)",
                "drop table log_lock",
                "update decision set account_id = ''",
                "delete from decision",
                "truncate decision cascade",
                "update decision set past = null",
                "update model_file set bytes = ''",
                "delete from model_file",
                "delete from model",
                "update flyway_schema_history set success = false",
                "create table public.mine (id integer)",
                "create schema mine",
                "set session_replication_role = replica",
                "set role postgres",
                "set session authorization postgres",
                "alter role barograph_app superuser",
                "select pg_read_file('postgresql.conf')",
                "copy log_entry from program 'true'",
                "do $$ begin update log_entry set record = null; end $$"
            })
    void isRefused(String statement) {
        JdbcClient application = JdbcClient.create(DATABASE.as(PostgresServer.APPLICATION));

        assertThatThrownBy(() -> application.sql(statement).update())
                .rootCause()
                .message()
                .containsPattern(
                        "permission denied|must be owner|duplicate key|[Oo]nly roles with the SUPERUSER|SUPERUSER attribute");
    }

    @Test
    void theLogIsAsItWas() {
        LogInstance log = new LogInstance(DATABASE.as(PostgresServer.APPLICATION), keys).opened();

        assertThat(log.damage()).isNull();
        assertThat(log.rows.size()).isEqualTo(600);
    }
}
