package io.barograph.service.privacy;

import io.barograph.engine.audit.seal.DataKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of some accounts for one request: looked up together when the first is needed, and forgotten with the request, so that
 * an erased key is nowhere. Not for several threads.
 */
public final class KeyRing {

    private final AccountKeys keys;
    private final Set<String> accounts;
    private final Map<String, DataKey> byId = new HashMap<>();
    private @Nullable Map<String, AccountKey> newest;

    KeyRing(AccountKeys keys, Collection<String> accounts) {
        this.keys = keys;
        this.accounts = Set.copyOf(accounts);
    }

    /** A key by its id; empty when it was erased, or is of none of the accounts. */
    public Optional<DataKey> find(String id) {
        newest();
        return Optional.ofNullable(byId.get(id));
    }

    /** The key that an account's values are sealed with from now on: the one it has, or a new one that is to be kept. */
    public AccountKey sealing(String accountId) {
        return newest().computeIfAbsent(accountId, keys::make);
    }

    private Map<String, AccountKey> newest() {
        Map<String, AccountKey> loaded = newest;
        if (loaded == null) {
            loaded = new HashMap<>();
            for (AccountKey key : keys.of(accounts)) {
                byId.put(key.key().id(), key.key());
                loaded.put(key.accountId(), key);
            }
            newest = loaded;
        }
        return loaded;
    }
}
