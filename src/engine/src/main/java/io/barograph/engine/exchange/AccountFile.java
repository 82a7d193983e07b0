package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

/**
 * A stream of account snapshots, read lazily; a bad line is reported and does not stop the others. When the stream
 * itself fails, {@code hasNext} and {@code next} throw {@link java.io.UncheckedIOException}.
 *
 * <p>CSV: one account a row, in UTF-8 with commas. Columns are {@code account_id} or a name of the contract's primary
 * key, {@code as_of}, and names, labels or physical names of the contract; others are passed on as attributes, which the
 * decision reports. Empty cells are missing. NDJSON: one snapshot a line. Blank lines are skipped.
 */
public interface AccountFile extends Iterator<SnapshotLine>, Closeable {

    /** How lines are written. */
    enum Format {
        CSV,
        NDJSON;

        /** {@code .csv}, {@code .ndjson}, {@code .jsonl} or {@code .json}, ignoring case; empty for any other. */
        public static Optional<Format> ofFileName(String fileName) {
            String lower = fileName.toLowerCase(Locale.ROOT);
            return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
                case "csv" -> Optional.of(CSV);
                case "ndjson", "jsonl", "json" -> Optional.of(NDJSON);
                default -> Optional.empty();
            };
        }
    }

    /**
     * @param in closed with the account file
     * @param defaultAsOf as-of date of lines without one
     * @throws BadFileException when nothing can be read: no header, no account id column, a header twice
     */
    static AccountFile open(InputStream in, Format format, Contract contract, LocalDate defaultAsOf)
            throws IOException {
        AccountLines accounts = AccountLines.open(in, format, contract, defaultAsOf);
        LineSource lines = accounts.source();
        LineReader reader = accounts.readers().get();
        return new LazyAccountFile(lines, () -> {
            SnapshotLine line = null;
            while (line == null && lines.advance()) {
                String fault = lines.fault();
                line = fault == null
                        ? reader.read(lines.number(), lines.bytes(), lines.from(), lines.length())
                        : new SnapshotLine.Bad(lines.number(), fault);
            }
            return line;
        });
    }

    /** A file that cannot be read at all; the message is for people. */
    final class BadFileException extends IOException {
        public BadFileException(String message) {
            super(message);
        }
    }
}
