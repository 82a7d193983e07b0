package io.barograph.cli;

import io.barograph.engine.decision.Decision;
import java.io.IOException;
import java.util.List;

/** One of the forms decisions are written in. */
interface DecisionOutput {

    /** Prepares decisions for writing. Any thread may call it, several at once. */
    Part prepare(List<Decision> decisions) throws IOException;

    /** Writes what comes after the last decision, and flushes. */
    void finish() throws IOException;

    /** Prepared decisions. */
    interface Part {
        /** Writes them; called in the order of the accounts, by one thread. */
        void write() throws IOException;
    }
}
