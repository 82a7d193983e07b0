package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import org.springframework.stereotype.Component;

/** Writes and reads canonical records of decisions. */
@Component
class Records {

    byte[] encode(AccountSnapshot snapshot, PriorState prior, Decision decision) {
        throw new UnsupportedOperationException(snapshot + " " + prior + " " + decision);
    }

    Decision decision(StoredDecision stored) {
        throw new UnsupportedOperationException(stored.toString());
    }
}
