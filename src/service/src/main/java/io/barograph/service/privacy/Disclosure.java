package io.barograph.service.privacy;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.service.models.RecordModelMissingException;
import io.barograph.service.models.RecordModels;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of sealed records is told to whom. */
@Component
public class Disclosure {

    private final PrivacyProperties properties;
    private final AccountKeys keys;
    private final Erasures erasures;
    private final RecordModels models;
    private final CurrentPrincipal current;

    Disclosure(
            PrivacyProperties properties,
            AccountKeys keys,
            Erasures erasures,
            RecordModels models,
            CurrentPrincipal current) {
        this.properties = properties;
        this.keys = keys;
        this.erasures = erasures;
        this.models = models;
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
     * A record of a decision as whoever asks may read it: with the values, with {@code [sealed]}, or with {@code [erased]} and an
     * issue {@code erased} that says when, by whom and why.
     *
     * @param record as it is kept
     * @throws Problem when the model that decided is not at hand
     */
    public DecisionRecord tell(byte[] record) {
        StoredRecord stored = StoredRecord.of(record);
        RecordModel model = modelOf(stored);
        if (stored.keyId().isEmpty()) {
            return stored.open(model);
        }
        Optional<DataKey> key = keys.find(stored.keyId().get());
        if (key.isEmpty()) {
            return DecisionRecord.read(sealed(stored, model).erased(message(erasure(stored))));
        }
        return allowed() ? stored.open(model, key.get()) : sealed(stored, model).read();
    }

    /** The same for a record that was kept just now, whose key is there. */
    public DecisionRecord tellNew(byte[] record) {
        StoredRecord stored = StoredRecord.of(record);
        RecordModel model = modelOf(stored);
        return stored.keyId().isEmpty() || allowed()
                ? tell(record)
                : sealed(stored, model).read();
    }

    /**
     * A record as it was before it was sealed, for deciding with; not to be told. Empty when its key was erased.
     *
     * @param record as it is kept
     * @throws RecordModelMissingException when the model that decided is not at hand
     */
    public Optional<DecisionRecord> open(byte[] record) {
        StoredRecord stored = StoredRecord.of(record);
        RecordModel model = models.of(stored.modelDigest());
        return stored.keyId().isEmpty()
                ? Optional.of(stored.open(model))
                : keys.find(stored.keyId().get()).map(key -> stored.open(model, key));
    }

    /**
     * A record as it can be read without its key; empty when nothing in it is sealed.
     *
     * @throws RecordModelMissingException when the model that decided is not at hand
     */
    public Optional<SealedRecord> sealed(byte[] record) {
        StoredRecord stored = StoredRecord.of(record);
        return stored.sealed(models.of(stored.modelDigest()));
    }

    /** What became of a record's key; empty when no erasure is recorded for it. */
    public Optional<Erasure> erasure(byte[] record) {
        return erasure(StoredRecord.of(record));
    }

    private RecordModel modelOf(StoredRecord stored) {
        try {
            return models.of(stored.modelDigest());
        } catch (RecordModelMissingException missing) {
            throw new Problem(
                    ProblemType.ANOTHER_MODEL,
                    missing.getMessage() + "; without its model the decision and its near misses cannot be told",
                    missing);
        }
    }

    private static SealedRecord sealed(StoredRecord stored, RecordModel model) {
        return stored.sealed(model).orElseThrow();
    }

    private Optional<Erasure> erasure(StoredRecord stored) {
        return stored.keyId()
                .flatMap(key -> erasures.of(stored.accountId()).stream()
                        .filter(erasure -> erasure.keys().contains(key))
                        .findFirst());
    }

    /** In words, for people who ask for what is gone. */
    public static String message(Optional<Erasure> erasure) {
        return erasure.map(known -> "sensitive values of this account were erased on " + known.at() + " by `"
                        + known.by() + "`: " + known.reason())
                .orElse("the key of this account's sensitive values is gone, and no erasure of it is recorded");
    }
}
