package io.barograph.engine.audit.verify;

import java.util.List;

/**
 * Checkpoints of one file, one after another, that the same keys signed: all that is kept of them, since a long log has
 * one for every second.
 */
final class SignedRun {

    private static final long NONE = -1;

    private final Place place;
    private final List<String> signers;
    private final long first;
    private long last;
    private long fitting = NONE;
    private long madeUp = NONE;
    private long contradicting = NONE;
    private long afterAltered = NONE;

    /** @param place of the first */
    SignedRun(Place place, List<String> signers, long size) {
        this.place = place;
        this.signers = List.copyOf(signers);
        this.first = size;
        this.last = size;
    }

    /** Whether a checkpoint belongs to this run; one that several keys signed stands for itself. */
    boolean takes(List<String> others, long size) {
        boolean alone = signers.size() != 1;
        if (!alone && signers.equals(others)) {
            last = size;
            return true;
        }
        return false;
    }

    /** Its root is that of the records. */
    void fits(long size) {
        fitting = size;
    }

    /** Its root is the one that the records in the file make up, whatever their proofs say. */
    void isMadeUp(long size) {
        madeUp = size;
    }

    /** Its root is not that of the records, which the proofs show to be those of the larger checkpoint. */
    void contradicts(long size) {
        contradicting = contradicting == NONE ? size : contradicting;
    }

    /** Its root is not the one that the records in the file make up. */
    void followsAltered(long size) {
        afterAltered = afterAltered == NONE ? size : afterAltered;
    }

    Place place() {
        return place;
    }

    List<String> signers() {
        return signers;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    /** The largest size that fits; -1 when none does. */
    long fitting() {
        return fitting;
    }

    /** The largest size whose root the records make up; -1 when there is none. */
    long madeUp() {
        return madeUp;
    }

    /** The smallest size that contradicts; -1 when none does. */
    long contradicting() {
        return contradicting;
    }

    /** The smallest size whose records are not as they were signed; -1 when there is none. */
    long afterAltered() {
        return afterAltered;
    }

    /** For people. */
    String sizes() {
        return first == last ? "the checkpoint of " + first : "the checkpoints of " + first + " to " + last;
    }
}
