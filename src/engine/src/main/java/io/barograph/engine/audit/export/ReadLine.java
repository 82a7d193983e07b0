package io.barograph.engine.audit.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What was found on one line of an export. */
public sealed interface ReadLine {

    /** From 1. */
    long number();

    /** A line in its one form. */
    record Whole(long number, ExportLine line) implements ReadLine {}

    /** @param why for people, without the place */
    record Bad(long number, String why) implements ReadLine {}

    /**
     * The file ends within the line, so that nothing can be said about it.
     *
     * @param start what there is of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Cut(long number, byte[] start) implements ReadLine {

        private static final byte[] CHECKPOINT = "{\"note\":".getBytes(StandardCharsets.US_ASCII);

        /** Whether it may be the start of a checkpoint's line. */
        public boolean isCheckpoint() {
            int length = Math.min(start.length, CHECKPOINT.length);
            return Arrays.equals(start, 0, length, CHECKPOINT, 0, length);
        }
    }
}
