package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Iterator;

/** A stream of account snapshots, read lazily; a bad line is reported and does not stop the others. */
public interface AccountFile extends Iterator<SnapshotLine>, Closeable {

    /** How lines are written. */
    enum Format {
        CSV,
        NDJSON
    }

    /**
     * @param defaultAsOf as-of date of lines without one
     * @throws BadFileException when nothing can be read: no header, no account id column, a header twice
     */
    static AccountFile open(InputStream in, Format format, Contract contract, LocalDate defaultAsOf)
            throws IOException {
        throw new UnsupportedOperationException(in.toString() + format + contract + defaultAsOf);
    }

    /** A file that cannot be read at all; the message is for people. */
    final class BadFileException extends IOException {
        public BadFileException(String message) {
            super(message);
        }
    }
}
