package io.barograph.service.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.audit.merkle.MerkleHash;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Someone who owns the database changes what is in it. The log has 700 records: two complete tiles and the beginning of a
 * third, with checkpoints of 1, 301, 600 and 700.
 */
abstract class DamageContract {

    @TempDir
    Path keys;

    private LogInstance running;
    private DataSource database;
    private JdbcClient owner;

    /** A database with its tables and nothing in them, as the service uses it. */
    abstract DataSource database();

    /** The same, as who may change anything. */
    abstract DataSource owner();

    /** A literal of bytes. */
    abstract String bytes(String hex);

    @BeforeEach
    void growALog() {
        database = database();
        owner = JdbcClient.create(owner());
        running = new LogInstance(database, keys).opened();
        for (int size : new int[] {301, 600, 700}) {
            running.grow(size, 100);
            running.checkpoints.current();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from log_entry where leaf_index = 699                                | record 699 is gone
            delete from log_entry where leaf_index = 300                                | record 300 is gone
            delete from log_entry where leaf_index between 300 and 310                  | records 300 to 310 are gone
            update log_entry set record = :other where leaf_index = 40                  | record 40 (decision
            update log_entry set record = null where leaf_index = 40                    | record 40 (decision
            update log_entry set leaf_hash = :hash where leaf_index = 40                | record 40 (decision
            update log_entry set leaf_hash = :other where leaf_index = 40               | record 40
            update log_entry set kind = 'gossip' where leaf_index = 40                  | record 40
            update log_entry set record = :other, leaf_hash = :otherleaf where leaf_index = 40  | record 40 (decision
            update log_entry set record = :other, leaf_hash = :otherleaf where leaf_index = 650 | records 600 to 699 are not all as they were written
            update log_entry set record = :other where leaf_index = 0                   | record
            delete from log_event; delete from log_entry where leaf_index = 0           | record 0
            update log_tile set hashes = :hash where tile_index = 1                     | tile 1
            update log_tile set root = :hash where tile_index = 1                       | records
            update log_tile set root = :other where tile_index = 1                      | tile
            delete from log_tile where tile_index = 1                                   | tile
            delete from log_checkpoint where tree_size = 700                            | the checkpoint of size 700 is gone
            delete from log_checkpoint                                                  | the checkpoint of size 700 is gone
            update log_checkpoint set note = 'so be it' where tree_size = 700           | the checkpoint of size 700 cannot be read
            update log_checkpoint set note = replace(note, '700', '701')                | 701
            update log_checkpoint set tree_size = 9000 where tree_size = 700            | the checkpoint of size 700
            """)
    void isFoundAtTheStart(String change, String said) {
        damage(change);

        LogInstance started = new LogInstance(database, keys).opened();

        assertThat(started.damage()).asString().contains(said.strip()).doesNotContain("Exception", "java");
        assertThatNothingIsAddedTo(started);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from log_entry where leaf_index >= 690                               | records 690 to 699 are gone
            delete from log_entry where leaf_index = 699                                | record 699 is gone
            update log_entry set leaf_hash = :hash where leaf_index = 699               | record 699 of
            update log_entry set leaf_hash = :other where leaf_index = 699              | the hash of
            """)
    void isFoundWhenTheNextRecordIsAdded(String change, String said) {
        damage(change);

        assertThatThrownBy(() -> running.append(LogInstance.some(1)))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining(said.strip());

        assertThatNothingIsAddedTo(running);
    }

    @Test
    void aDatabaseThatWasSetBackWithAllItsSignaturesIsNotTheOneRemembered() {
        damage("delete from log_entry where leaf_index >= 600; delete from log_checkpoint where tree_size > 600");

        LogInstance started = new LogInstance(database, keys).opened();

        assertThat(started.damage())
                .asString()
                .contains("records 600 to 699 are gone", "this instance remembers signing", "rolled back");
        assertThatThrownBy(() -> running.append(LogInstance.some(1))).hasMessageContaining("records 600 to 699");
    }

    @Test
    void aDatabaseThatWentOnDifferentlyAfterItWasSetBackIsNotTheOneRemembered(@TempDir Path forgetful)
            throws IOException {
        damage("delete from log_entry where leaf_index >= 600; delete from log_checkpoint where tree_size > 600");
        copyPrivateKeys(forgetful);
        LogInstance elsewhere = new LogInstance(database, forgetful).opened();
        assertThat(elsewhere.damage()).isNull();
        elsewhere.grow(800, 50);
        elsewhere.checkpoints.current();

        assertThat(new LogInstance(database, keys).opened().damage())
                .asString()
                .contains("records 600 to 699 are not all as they were written");
        assertThatThrownBy(() -> running.append(LogInstance.some(1)))
                .hasMessageContaining("record 699 of the database is another one than was written");
    }

    @Test
    void aProofThatLeadsNowhereIsNotGivenOut() {
        LogInstance reader = new LogInstance(database, keys).opened();
        LogEntry entry = reader.rows.entry(40).orElseThrow();
        damage("update log_entry set leaf_hash = :hash where leaf_index = 40");

        assertThatThrownBy(() -> reader.proofs.inclusion(entry.id()))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("record 40");

        assertThatNothingIsAddedTo(reader);
    }

    @Test
    void aCheckpointBeyondTheEndIsFoundWhileRunning() {
        damage("update log_checkpoint set tree_size = 9000 where tree_size = 700");

        assertThatThrownBy(running.checkpoints::current)
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("checkpoint of 9000");

        assertThatNothingIsAddedTo(running);
    }

    private void copyPrivateKeys(Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(keys, "*.pem")) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private void assertThatNothingIsAddedTo(LogInstance log) {
        long size = log.rows.size();
        assertThatThrownBy(() -> log.append(LogInstance.some(1)))
                .isInstanceOf(LogDamagedException.class)
                .hasMessage(String.valueOf(log.damage()));
        assertThat(log.rows.size()).isEqualTo(size);
        assertThat(log.state.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(log.rows.leaves(1, 10)).hasSizeBetween(0, 9);
    }

    private void damage(String statements) {
        String filled = statements
                .replace(":otherleaf", bytes(MerkleHash.leaf(new byte[] {1, 2}).hex()))
                .replace(":other", bytes("0102"))
                .replace(":hash", bytes("ab".repeat(32)));
        for (String statement : filled.split(";")) {
            owner.sql(statement).update();
        }
    }
}
