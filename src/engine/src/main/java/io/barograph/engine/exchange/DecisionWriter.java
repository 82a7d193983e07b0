package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.OutcomeRenderer;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decisions as {@link DecisionJson} writes them, one behind the other in a buffer that is used again. A decision that knows its outcome
 * is written from it, without being told first. For one thread at a time.
 */
public final class DecisionWriter {

    /** Most decisions of the shipped model take less with everything told. */
    private static final int DECISION = 48 * 1024;

    private final Explain explain;
    private final JsonBytes json = new JsonBytes(DECISION);

    public DecisionWriter(Explain explain) {
        this.explain = explain;
    }

    /** Compact, on one line, without a line end; the envelope is left out when null. What is overridden is told first. */
    public void write(Decision decision, @Nullable Envelope envelope) throws IOException {
        OutcomeRenderer renderer = decision.renderer();
        Outcome outcome = decision.outcome();
        if (renderer == null
                || outcome == null
                || (envelope != null && !envelope.overrides().isEmpty())) {
            DecisionJson.writeTold(decision, envelope, explain, json);
        } else {
            new DecisionBytes(ModelBytes.of(renderer), renderer, decision, outcome, json).write(envelope, explain);
        }
    }

    /** A byte between decisions. */
    public void write(char ascii) {
        json.write(ascii);
    }

    /** How many bytes there are. */
    public int size() {
        return json.size();
    }

    /** Writes all there is; it stays until it is cleared. */
    public void writeTo(OutputStream out) throws IOException {
        json.writeTo(out);
    }

    /** All there is. */
    public byte[] bytes() {
        return json.copy();
    }

    /** Begins again. */
    public void clear() {
        json.clear();
    }
}
