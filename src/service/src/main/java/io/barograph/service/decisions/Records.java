package io.barograph.service.decisions;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Writes and reads canonical records of decisions. */
@Component
class Records {

    byte[] encode(AccountSnapshot snapshot, PriorState prior, Decision decision) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write("{\"snapshot\":".getBytes(StandardCharsets.UTF_8));
            SnapshotJson.write(snapshot, out);
            out.write(",\"prior\":".getBytes(StandardCharsets.UTF_8));
            SnapshotJson.write(prior, out);
            out.write(",\"decision\":".getBytes(StandardCharsets.UTF_8));
            DecisionJson.write(decision, null, Explain.FULL, out);
            out.write('}');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    Decision decision(StoredDecision stored) {
        throw new UnsupportedOperationException(stored.toString());
    }
}
