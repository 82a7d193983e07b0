package io.barograph.service.privacy;

import io.barograph.engine.audit.seal.DataKey;
import io.barograph.service.auditlog.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that keys of accounts are wrapped with, so that the database alone opens nothing. It is a file of 32 random bytes in
 * base64, made at the first start. The first row of {@code account_key}, which belongs to no account, is wrapped with it as
 * well: by that row every later start, on any machine, knows whether it has the same key.
 */
@Component
class MasterKey {

    private static final UUID WITNESS = new UUID(0, 0);
    private static final String NO_ACCOUNT = "";

    private final Path file;
    private final JdbcClient client;
    private final Clock clock;
    private final DataKey key;

    /** @throws MasterKeyException when the file is not here, cannot be read, or is of another database */
    MasterKey(PrivacyProperties properties, JdbcClient client, Clock clock) {
        this.file = properties.masterKey().toAbsolutePath().normalize();
        this.client = client;
        this.clock = clock;
        Optional<byte[]> witness = witness();
        if (witness.isEmpty() && !Files.exists(file)) {
            SecretFile.create(file, Base64.getEncoder().encodeToString(Sealed.random(DataKey.BYTES)) + "\n");
        }
        this.key = read();
        require(witness.orElseGet(this::bearWitness));
    }

    byte[] wrap(UUID keyId, String accountId, byte[] bytes) {
        return Sealed.seal(key, bound(keyId, accountId), bytes);
    }

    DataKey unwrap(UUID keyId, String accountId, byte[] wrapped) {
        return new DataKey(keyId.toString(), Sealed.open(key, bound(keyId, accountId), wrapped));
    }

    private static byte[] bound(UUID keyId, String accountId) {
        return (keyId + " " + accountId).getBytes(StandardCharsets.UTF_8);
    }

    private Optional<byte[]> witness() {
        return client.sql("select wrapped from account_key where key_id = ?")
                .param(WITNESS)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Another instance that starts at the same moment may come first. */
    private byte[] bearWitness() {
        try {
            client.sql("insert into account_key (key_id, account_id, wrapped, created_at) values (?, ?, ?, ?)")
                    .params(
                            WITNESS,
                            NO_ACCOUNT,
                            wrap(WITNESS, NO_ACCOUNT, Sealed.random(DataKey.BYTES)),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException anotherInstance) {
            return witness().orElseThrow(() -> anotherInstance);
        }
        return witness().orElseThrow();
    }

    private void require(byte[] witness) {
        try {
            unwrap(WITNESS, NO_ACCOUNT, witness);
        } catch (IllegalArgumentException another) {
            throw new MasterKeyException(
                    "the master key in `" + file + "` is another one than the keys of accounts were wrapped with",
                    "Put the right file there, or say with `barograph.privacy.master-key` where it is. Every instance"
                            + " on one database needs the same.");
        }
    }

    private DataKey read() {
        if (!Files.isRegularFile(file)) {
            throw new MasterKeyException(
                    "the master key is missing: there is no file `" + file + "`, but the database holds keys that were"
                            + " wrapped with it",
                    "Restore the file from a copy, or say with `barograph.privacy.master-key` where it is. Without it"
                            + " no sensitive value can be read, now or later.");
        }
        try {
            return new DataKey(
                    "master",
                    Base64.getDecoder()
                            .decode(Files.readString(file, StandardCharsets.US_ASCII)
                                    .strip()));
        } catch (IllegalArgumentException wrong) {
            throw new MasterKeyException(
                    "the master key in `" + file + "` cannot be used: it must be 32 bytes in base64",
                    "Restore the file from a copy; `openssl rand -base64 32` makes a new one for a new database.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
