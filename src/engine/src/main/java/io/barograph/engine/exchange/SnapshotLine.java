package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;

/** One line of a file of accounts: a snapshot, or what is wrong with the line. */
public sealed interface SnapshotLine {

    /** Line number in the file, from 1 (in CSV the header is line 1). */
    long line();

    record Good(long line, AccountSnapshot snapshot) implements SnapshotLine {}

    /** @param message what was found and what to do, one line, without the line number */
    record Bad(long line, String message) implements SnapshotLine {}
}
