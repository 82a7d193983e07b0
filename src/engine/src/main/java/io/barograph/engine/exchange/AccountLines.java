package io.barograph.engine.exchange;

import io.barograph.engine.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * The lines of a file of accounts, and who can read them.
 *
 * @param source stands before the first account
 * @param readers gives one reader a thread
 */
record AccountLines(LineSource source, Supplier<LineReader> readers) {

    /** @throws AccountFile.BadFileException when nothing can be read */
    static AccountLines open(InputStream in, AccountFile.Format format, Contract contract, LocalDate defaultAsOf)
            throws IOException {
        return switch (format) {
            case CSV -> {
                CsvRows rows = CsvRows.open(in);
                AccountColumns columns = new AccountColumns(rows.header(), contract);
                yield new AccountLines(rows.lines(), () -> LineReader.csv(columns, defaultAsOf));
            }
            case NDJSON -> new AccountLines(new LineSource(in, false), () -> LineReader.ndjson(defaultAsOf));
        };
    }
}
