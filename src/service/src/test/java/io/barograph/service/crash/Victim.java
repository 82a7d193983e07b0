package io.barograph.service.crash;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A running service in a process of its own. */
public interface Victim {

    /** Starts one on the same data as the one before. */
    interface Launcher {
        Victim launch() throws IOException;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @return in the order of the names; empty when none came, or it was refused
     */
    Optional<List<Answered>> send(Request request);

    /** The newest checkpoint as a signed note; empty when no answer came. */
    Optional<String> checkpoint();

    /** {@code kill -9}; returns when the process is gone. */
    void kill();
}
