package io.barograph.service.privacy;

import io.barograph.engine.audit.seal.DataKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that an account's sensitive values are sealed with.
 *
 * @param wrapped as it is to be kept; null when it is kept already
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record AccountKey(UUID id, String accountId, DataKey key, byte @Nullable [] wrapped) {

    boolean isNew() {
        return wrapped != null;
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
