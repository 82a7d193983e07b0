package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.service.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * An account that somebody wants decided.
 *
 * @param stateless from what was sent alone
 * @param request null when the caller gave no idempotency key
 */
record Asked(
        AccountSnapshot snapshot,
        boolean stateless,
        Principal caller,
        @Nullable IdempotentRequest request) {

    String account() {
        return snapshot.accountId();
    }
}
