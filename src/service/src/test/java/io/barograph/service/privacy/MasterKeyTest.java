package io.barograph.service.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.barograph.engine.audit.seal.DataKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class MasterKeyTest {

    private static final UUID ID = UUID.randomUUID();
    private static final byte[] BYTES = new byte[DataKey.BYTES];

    @TempDir
    Path folder;

    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient client = JdbcClient.create(database);

    @BeforeEach
    void makeTheTable() {
        client.sql("create table account_key (key_id uuid primary key, account_id varchar(200), wrapped bytea,"
                        + " created_at timestamp with time zone)")
                .update();
    }

    @AfterEach
    void close() {
        client.sql("shutdown").update();
        database.dispose();
    }

    @Test
    void isMadeAtTheFirstStartForItsOwnerAlone() throws Exception {
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void opensWhatItWrappedAfterAnotherStart() {
        byte[] wrapped = start().wrap(ID, "acme", BYTES);

        DataKey key = start().unwrap(ID, "acme", wrapped);

        assertThat(key.id()).isEqualTo(ID.toString());
        assertThat(start().wrap(ID, "acme", BYTES)).isNotEqualTo(wrapped);
    }

    @Test
    void opensAKeyForItsAccountOnly() {
        byte[] wrapped = start().wrap(ID, "acme", BYTES);

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> start().unwrap(ID, "beta", wrapped));
    }

    @Test
    void isNotMadeAgainWhenItIsMissing() throws Exception {
        start();
        Files.delete(file());

        assertThatExceptionOfType(MasterKeyException.class)
                .isThrownBy(this::start)
                .withMessageContaining("`" + file() + "`")
                .withMessageContaining("missing");
        assertThat(file()).doesNotExist();
    }

    @Test
    void refusesTheKeyOfAnotherDatabase() throws Exception {
        start();
        Files.writeString(file(), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");

        assertThatExceptionOfType(MasterKeyException.class)
                .isThrownBy(this::start)
                .withMessageContaining("another one");
    }

    @Test
    void refusesWhatIsNoKeyWithoutQuotingIt() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "c2VjcmV0");

        assertThatExceptionOfType(MasterKeyException.class)
                .isThrownBy(this::start)
                .withMessageContaining("32 bytes in base64")
                .withMessageNotContaining("c2VjcmV0");
    }

    @Test
    void isTheOneThatIsThereAlready() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");

        start();

        assertThat(Files.readString(file())).startsWith("AAAA");
    }

    private MasterKey start() {
        return new MasterKey(new PrivacyProperties(file(), Set.of()), client, Clock.systemUTC());
    }

    private Path file() {
        return folder.resolve("keys").resolve("master.key");
    }
}
