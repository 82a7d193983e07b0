package io.barograph.cli;

import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.text.Printable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of accounts as the user names it; {@code -} is standard input.
 *
 * @param name for messages
 * @param path null for standard input
 */
record AccountSource(String name, @Nullable Path path) {

    private static final int LOOK_AHEAD = 4096;

    static AccountSource of(String written, Console console) {
        return written.equals("-")
                ? new AccountSource("standard input", null)
                : new AccountSource(Printable.line(written), console.resolve(Path.of(written)));
    }

    /** What keeps it from being read, for people; null when nothing is known to. */
    @Nullable String fault() {
        if (path == null || (Files.exists(path) && !Files.isDirectory(path))) {
            return null;
        }
        return Files.isDirectory(path)
                ? "`" + name + "` is a folder; name a file of accounts in it"
                : "there is no file `" + name + "`; name a CSV or NDJSON file of accounts, or `-` for standard input";
    }

    InputStream open(Console console) throws IOException {
        return new BufferedInputStream(path == null ? console.in() : Files.newInputStream(path), 1 << 16);
    }

    /** By the file's name, else by its first letter: NDJSON starts with a brace. */
    AccountFile.Format format(InputStream in) throws IOException {
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
