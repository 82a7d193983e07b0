package io.barograph.engine.exchange;

import io.barograph.engine.decision.Decision;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes decisions as JSON; member order is fixed, so equal decisions are equal bytes. */
public final class DecisionJson {

    private DecisionJson() {}

    /** Compact, on one line, without a line end; the envelope is left out when null. Does not close the stream. */
    public static void write(Decision decision, @Nullable Envelope envelope, Explain explain, OutputStream out)
            throws IOException {
        throw new UnsupportedOperationException(decision.accountId() + envelope + explain + out);
    }
}
