package io.barograph.service.governance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A simulation that is under way, and how far it is. */
final class SimulationRun {

    /**
     * @param state {@code running}, {@code finished} or {@code failed}
     * @param accounts of the portfolio
     * @param done accounts that were looked at
     * @param unreadable those of them that cannot be read any more
     * @param why it failed; null when it did not
     */
    record Progress(
            int number,
            String base,
            String state,
            long accounts,
            long done,
            long unreadable,
            @Nullable String why,
            Instant startedAt) {}

    private final int number;
    private final String base;
    private final Instant startedAt;
    private long accounts;
    private long done;
    private long unreadable;
    private String state = "running";
    private @Nullable String why;

    SimulationRun(int number, String base, Instant startedAt) {
        this.number = number;
        this.base = base;
        this.startedAt = startedAt;
    }

    synchronized void of(long all) {
        accounts = all;
    }

    synchronized void did(int more) {
        done += more;
    }

    synchronized void finished(long notRead) {
        unreadable = notRead;
        state = "finished";
    }

    synchronized void failed(String reason) {
        state = "failed";
        why = reason;
    }

    synchronized boolean isRunning() {
        return state.equals("running");
    }

    int number() {
        return number;
    }

    synchronized Progress progress() {
        return new Progress(number, base, state, accounts, done, unreadable, why, startedAt);
    }
}
