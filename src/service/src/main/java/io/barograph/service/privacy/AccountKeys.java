package io.barograph.service.privacy;

import io.barograph.engine.audit.seal.DataKey;
import io.barograph.service.database.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of accounts as they are kept. Nothing is remembered beside the database: a key that is deleted there is gone on
 * every instance at once. An account has one key; first decisions of one account at the same moment may make one each, which are kept and
 * erased together.
 */
@Component
public class AccountKeys {

    private static final String SELECT = "select key_id, account_id, wrapped from account_key ";

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final MasterKey master;
    private final Clock clock;

    AccountKeys(JdbcClient client, JdbcTemplate template, MasterKey master, Clock clock) {
        this.client = client;
        this.template = template;
        this.master = master;
        this.clock = clock;
    }

    /** For one request about these accounts. */
    public KeyRing ring(Collection<String> accounts) {
        return new KeyRing(this, accounts);
    }

    /** A key by its id; empty when it was erased. */
    public Optional<DataKey> find(String keyId) {
        return known(keyId).map(AccountKey::key);
    }

    /** The same, with whose it is. */
    public Optional<AccountKey> known(String keyId) {
        return client.sql(SELECT + "where key_id = ?")
                .param(UUID.fromString(keyId))
                .query(this::read)
                .optional();
    }

    /** Keys by their ids; those that were erased are not among them. */
    public Map<String, DataKey> find(Collection<String> keyIds) {
        return keyIds.isEmpty()
                ? Map.of()
                : client
                        .sql(SELECT + "where key_id in (:ids)")
                        .param("ids", keyIds.stream().map(UUID::fromString).collect(Collectors.toSet()))
                        .query(this::read)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(known -> known.key().id(), AccountKey::key));
    }

    /** Those of some accounts, the newest of each last. */
    List<AccountKey> of(Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Parameters wanted = Parameters.of(accounts);
        return template.query(
                SELECT + "where account_id in " + wanted.marks() + " order by created_at, key_id",
                this::read,
                wanted.values());
    }

    AccountKey make(String accountId) {
        UUID id = UUID.randomUUID();
        byte[] bytes = Sealed.random(DataKey.BYTES);
        return new AccountKey(id, accountId, new DataKey(id.toString(), bytes), master.wrap(id, accountId, bytes));
    }

    /**
     * Keeps those that are new and makes sure that the others are still there. To be called in the transaction that keeps what they
     * sealed, by whoever holds the lock of the log, as erasure does: so no record can be sealed with a key that is gone.
     *
     * @throws KeysErasedException when one was erased meanwhile
     */
    public void keep(Collection<AccountKey> used) {
        Map<UUID, AccountKey> distinct = new TreeMap<>();
        used.forEach(key -> distinct.put(key.id(), key));
        List<Object[]> rows = distinct.values().stream()
                .filter(AccountKey::isNew)
                .map(key -> new Object[] {
                    key.id(), key.accountId(), key.wrapped(), clock.instant().atOffset(ZoneOffset.UTC)
                })
                .toList();
        if (!rows.isEmpty()) {
            template.batchUpdate(
                    "insert into account_key (key_id, account_id, wrapped, created_at) values (?, ?, ?, ?)", rows);
        }
        List<UUID> kept = distinct.values().stream()
                .filter(key -> !key.isNew())
                .map(AccountKey::id)
                .toList();
        if (!kept.isEmpty() && stored(kept) < kept.size()) {
            throw new KeysErasedException();
        }
    }

    private long stored(List<UUID> keyIds) {
        Parameters ids = Parameters.of(keyIds);
        return client.sql("select count(*) from account_key where key_id in " + ids.marks())
                .params(ids.values())
                .query(Long.class)
                .single();
    }

    /** Their ids, oldest first; nothing is left of them. */
    List<String> erase(String accountId) {
        List<UUID> ids = client.sql("select key_id from account_key where account_id = ? order by created_at, key_id")
                .param(accountId)
                .query(UUID.class)
                .list();
        if (!ids.isEmpty()) {
            client.sql("delete from account_key where account_id = ?")
                    .param(accountId)
                    .update();
        }
        return ids.stream().map(UUID::toString).toList();
    }

    private AccountKey read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("key_id", UUID.class);
        String account = row.getString("account_id");
        return new AccountKey(id, account, master.unwrap(id, account, row.getBytes("wrapped")), null);
    }
}
