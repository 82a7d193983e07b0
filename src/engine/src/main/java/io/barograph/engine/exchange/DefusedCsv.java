package io.barograph.engine.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (UTF-8) that a spreadsheet may open: texts that it would take for a formula get a {@code '} in front. Cells of
 * numbers are left alone, so each text that came from outside passes {@link #text}.
 */
public final class DefusedCsv implements Closeable, Flushable {

    /** How lines end. */
    public enum Lines {
        LF(LineDelimiter.LF),
        /** As RFC 4180 has it. */
        CRLF(LineDelimiter.CRLF);

        private final LineDelimiter delimiter;

        Lines(LineDelimiter delimiter) {
            this.delimiter = delimiter;
        }
    }

    /** What formulas start with; the wide forms are taken for the same in some languages. */
    private static final String STARTS_OF_FORMULAS = "=+-@＝＋－＠";

    private static final String QUOTES = "'\"`‘’“”";

    private final CsvWriter csv;

    /** @param out closed with this */
    public DefusedCsv(OutputStream out, Lines lines) {
        csv = CsvWriter.builder().lineDelimiter(lines.delimiter).build(out, StandardCharsets.UTF_8);
    }

    public void write(List<String> cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A text that cannot be taken for a formula, also not once blanks and quotes before it are dropped; empty when there is none. */
    public static String text(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "\t\r\n".indexOf(text.charAt(0)) >= 0 || STARTS_OF_FORMULAS.indexOf(firstOf(text)) >= 0
                ? "'" + text
                : text;
    }

    /** The first character that is neither blank nor a quote. */
    private static int firstOf(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && QUOTES.indexOf(c) < 0)
                .findFirst()
                .orElse(' ');
    }

    @Override
    public void flush() throws IOException {
        try {
            csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
