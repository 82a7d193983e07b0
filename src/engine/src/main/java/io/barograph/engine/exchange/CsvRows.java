package io.barograph.engine.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file below its header, each with as many cells as the header has. */
final class CsvRows implements Closeable {

    static final int MAX_COLUMNS = 1_000;

    /**
     * One row.
     *
     * @param line the line it starts on, from 1
     * @param cells trimmed, one a column; empty when there is a fault
     * @param fault what is wrong with it, for people; null when nothing is
     */
    record Row(long line, List<String> cells, @Nullable String fault) {}

    private static final CsvReader.CsvReaderBuilder PARSER = CsvReader.builder();

    private final LineSource lines;
    private final List<String> header;

    private CsvRows(LineSource lines, List<String> header) {
        this.lines = lines;
        this.header = header;
    }

    /** @throws BadFileException when there is no usable header */
    static CsvRows open(InputStream in) throws IOException {
        LineSource lines = new LineSource(in, true);
        LineSource.Line first = nextWithContent(lines);
        if (first == null) {
            throw new BadFileException("the file is empty; its first line must name the columns");
        }
        Row header = row(first);
        if (header.fault() != null) {
            throw new BadFileException("line " + first.number() + ": the header " + header.fault());
        }
        if (header.cells().size() > MAX_COLUMNS) {
            throw new BadFileException("the header has %,d columns; at most %,d are read"
                    .formatted(header.cells().size(), MAX_COLUMNS));
        }
        return new CsvRows(lines, header.cells());
    }

    /** Trimmed column names as written. */
    List<String> header() {
        return header;
    }

    /** The next row that is not blank; null at the end. */
    @Nullable Row next() throws IOException {
        LineSource.Line line = nextWithContent(lines);
        if (line == null) {
            return null;
        }
        return line.fault() == null
                ? row(line.number(), line.text(), header.size())
                : new Row(line.number(), List.of(), line.fault());
    }

    /** The row of a line, which has as many columns as asked for. */
    static Row row(long number, String text, int columns) {
        Row row = row(new LineSource.Line(number, text, null));
        int found = row.cells().size();
        if (row.fault() == null && found != columns) {
            return new Row(
                    number,
                    List.of(),
                    "has " + counted(found) + " where the header has " + columns
                            + "; put a text that holds a comma in quotes");
        }
        return row;
    }

    /** Where the rows come from, for those who read them themselves. */
    LineSource lines() {
        return lines;
    }

    private static LineSource.@Nullable Line nextWithContent(LineSource lines) throws IOException {
        LineSource.Line line = lines.next();
        while (line != null && line.fault() == null && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private static Row row(LineSource.Line line) {
        if (line.fault() != null) {
            return new Row(line.number(), List.of(), line.fault());
        }
        try {
            List<String> cells = PARSER.ofSingleCsvRecord(line.text()).getFields().stream()
                    .map(String::strip)
                    .toList();
            return new Row(line.number(), cells, null);
        } catch (CsvParseException e) {
            return new Row(
                    line.number(),
                    List.of(),
                    "cannot be split into columns; put a text that holds a quote in quotes, and write that quote"
                            + " twice");
        }
    }

    private static String counted(int columns) {
        return columns == 1 ? "1 column" : "%,d columns".formatted(columns);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
