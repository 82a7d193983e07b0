package io.barograph.service.privacy;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What people write about an account, kept under its key: it can be erased with everything else that is sensitive about it. Whoever may
 * read what it belongs to may read it.
 */
@Component
public class AccountTexts {

    /** What is told once the key is gone. */
    public static final String ERASED = "[erased]";

    private final AccountKeys keys;
    private final Sealing sealing;

    AccountTexts(AccountKeys keys, Sealing sealing) {
        this.keys = keys;
        this.sealing = sealing;
    }

    /**
     * A text as it is kept. To be called in the transaction that keeps it, by whoever holds the lock of the log.
     *
     * @param place what it belongs to, so that it opens nowhere else
     */
    public String seal(String accountId, String place, String text) {
        AccountKey key = keys.ring(List.of(accountId)).sealing(accountId);
        keys.keep(List.of(key));
        return sealing.seal(key.key(), place, text);
    }

    /** Opens texts of some accounts; for one request. */
    public Reader of(Collection<String> accounts) {
        return new Reader(keys.ring(accounts));
    }

    /** Opens texts of some accounts. Not for several threads. */
    public final class Reader {

        private final KeyRing ring;

        private Reader(KeyRing ring) {
            this.ring = ring;
        }

        /** The text again, or {@link #ERASED}. */
        public String read(String place, String sealed) {
            return sealing.open(ring, place, sealed).orElse(ERASED);
        }
    }
}
