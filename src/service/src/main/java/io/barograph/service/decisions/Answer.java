package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Envelope;
import io.barograph.engine.exchange.Explain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision whose record is kept, so that it may be told.
 *
 * @param replayed whether it was decided for an earlier request with the same idempotency key
 */
record Answer(UUID id, Instant decidedAt, Decision decision, boolean replayed) {

    byte[] json(Explain explain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8 * 1024);
        try {
            DecisionJson.write(decision, new Envelope(id.toString(), decidedAt), explain, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
