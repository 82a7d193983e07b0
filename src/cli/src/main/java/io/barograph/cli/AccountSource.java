package io.barograph.cli;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.exchange.AccountBlocks;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import io.barograph.engine.text.Printable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file of accounts as the user names it; {@code -} is standard input.
 *
 * @param name for messages
 * @param path null for standard input
 */
record AccountSource(String name, @Nullable Path path) {

    static final String ACCOUNTS = "a CSV or NDJSON file of accounts, or `-` for standard input";
    static final String HISTORY = "a CSV file of earlier readings";
    static final String EXPORT = "an export of the audit log, or `-` for standard input";

    private static final Pattern WORKBOOK = Pattern.compile("(?i)[.](xlsx|xlsm|xls|ods)$");
    private static final int LOOK_AHEAD = 4096;

    static AccountSource of(String written, Console console) {
        return written.equals("-")
                ? new AccountSource("standard input", null)
                : new AccountSource(Printable.line(written), console.resolve(Path.of(written)));
    }

    /**
     * A source of which nothing is known that keeps it from being read.
     *
     * @param expected what to name instead, for people
     * @throws ParameterException when there is no such file
     */
    static AccountSource readable(String written, String expected, Console console, CommandSpec spec) {
        AccountSource source = of(written, console);
        Path path = source.path();
        String fault = null;
        if (path != null && Files.isDirectory(path)) {
            fault = "`" + source.name() + "` is a folder; name " + expected;
        } else if (path != null && !Files.exists(path)) {
            fault = "there is no file `" + source.name() + "`; name " + expected;
        } else if (path != null && WORKBOOK.matcher(path.toString()).find()) {
            fault = "`" + source.name() + "` is a workbook; save its sheet as CSV UTF-8 and name that file";
        }
        if (fault != null) {
            throw new ParameterException(spec.commandLine(), fault);
        }
        return source;
    }

    InputStream open(Console console) throws IOException {
        return new BufferedInputStream(path == null ? console.in() : Files.newInputStream(path), 1 << 16);
    }

    /**
     * @param format null for the one the name or the first letter says
     * @param day accounts are as of, where they do not say
     * @throws BadFileException when nothing can be read, naming this source
     */
    AccountFile accounts(InputStream in, AccountFile.@Nullable Format format, Contract contract, LocalDate day)
            throws IOException {
        try {
            return AccountFile.open(in, format == null ? format(in) : format, contract, day);
        } catch (BadFileException bad) {
            throw new BadFileException(name + ": " + bad.getMessage());
        }
    }

    /**
     * The same in blocks, for several threads.
     *
     * @throws BadFileException when nothing can be read, naming this source
     */
    AccountBlocks blocks(InputStream in, AccountFile.@Nullable Format format, Contract contract, LocalDate day)
            throws IOException {
        try {
            return AccountBlocks.open(in, format == null ? format(in) : format, contract, day, Scoring.BLOCK);
        } catch (BadFileException bad) {
            throw new BadFileException(name + ": " + bad.getMessage());
        }
    }

    /** By the file's name, else by its first letter: NDJSON starts with a brace. */
    private AccountFile.Format format(InputStream in) throws IOException {
        AccountFile.Format named = path == null
                ? null
                : AccountFile.Format.ofFileName(path.toString()).orElse(null);
        if (named != null) {
            return named;
        }
        in.mark(LOOK_AHEAD);
        int first = in.read();
        for (int read = 1; read < LOOK_AHEAD && (first > 0x7F || (first >= 0 && first <= ' ')); read++) {
            first = in.read();
        }
        in.reset();
        return first == '{' ? AccountFile.Format.NDJSON : AccountFile.Format.CSV;
    }
}
