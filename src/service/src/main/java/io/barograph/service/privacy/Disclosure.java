package io.barograph.service.privacy;

import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.service.security.CurrentPrincipal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of sealed records is told to whom. */
@Component
public class Disclosure {

    private final PrivacyProperties properties;
    private final AccountKeys keys;
    private final Erasures erasures;
    private final CurrentPrincipal current;

    Disclosure(PrivacyProperties properties, AccountKeys keys, Erasures erasures, CurrentPrincipal current) {
        this.properties = properties;
        this.keys = keys;
        this.erasures = erasures;
        this.current = current;
    }

    /** Whether whoever sent the request of this thread may see sensitive values; in other threads nobody may. */
    public boolean allowed() {
        return !properties.shownTo().isEmpty()
                && current.find()
                        .filter(caller -> properties.shownTo().stream().anyMatch(caller::has))
                        .isPresent();
    }

    /**
     * A record of a decision as whoever asks may read it, without its seal: with the values, with {@code [sealed]}, or with
     * {@code [erased]} and an issue {@code erased} that says when, by whom and why.
     *
     * @param record as it is kept
     */
    public byte[] tell(byte[] record) {
        return SealedRecord.of(record).map(this::tell).orElse(record);
    }

    /** The same for a record that was kept just now, whose key is there. */
    public byte[] tellNew(byte[] record) {
        return allowed() ? tell(record) : record;
    }

    /**
     * A record as it was before it was sealed, for deciding with; not to be told. Empty when its key was erased.
     *
     * @param record as it is kept
     */
    public Optional<byte[]> open(byte[] record) {
        Optional<SealedRecord> sealed = SealedRecord.of(record);
        return sealed.isEmpty()
                ? Optional.of(record)
                : sealed.flatMap(found -> keys.find(found.keyId()).map(found::open));
    }

    /** What became of a record's key; empty when no erasure is recorded for it. */
    public Optional<Erasure> erasure(byte[] record) {
        return SealedRecord.of(record).flatMap(this::erasure);
    }

    private byte[] tell(SealedRecord sealed) {
        Optional<DataKey> key = keys.find(sealed.keyId());
        if (key.isEmpty()) {
            return sealed.erased(message(erasure(sealed)));
        }
        return allowed() ? sealed.open(key.get()) : sealed.told();
    }

    private Optional<Erasure> erasure(SealedRecord sealed) {
        return erasures.of(sealed.accountId()).stream()
                .filter(erasure -> erasure.keys().contains(sealed.keyId()))
                .findFirst();
    }

    /** In words, for people who ask for what is gone. */
    public static String message(Optional<Erasure> erasure) {
        return erasure.map(known -> "sensitive values of this account were erased on " + known.at() + " by `"
                        + known.by() + "`: " + known.reason())
                .orElse("the key of this account's sensitive values is gone, and no erasure of it is recorded");
    }
}
