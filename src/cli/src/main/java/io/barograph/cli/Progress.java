package io.barograph.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** A count that keeps one line of a terminal up to date, from the first second on. */
final class Progress {

    private static final long SECOND = 1_000_000_000L;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream err;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean onScreen;

    Progress(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    void at(long accounts) {
        at(accounts, "accounts");
    }

    /** @param what is counted, for people */
    void at(long count, String what) {
        show(() -> String.format(
                Locale.ROOT, "%,d %s, %,d a second", count, what, count * SECOND / (System.nanoTime() - start)));
    }

    private void show(Supplier<String> line) {
        long now = System.nanoTime();
        if (shown && now - last >= SECOND) {
            last = now;
            onScreen = true;
            err.print(CLEAR_LINE + line.get());
            err.flush();
        }
    }

    /** Of a known number of steps, how many are done. */
    void of(int done, int all) {
        show(() -> String.format(Locale.ROOT, "%,d of %,d numbers moved", done, all));
    }

    /** Makes room for something else. */
    void clear() {
        if (onScreen) {
            onScreen = false;
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
