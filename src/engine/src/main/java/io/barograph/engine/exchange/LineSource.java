package io.barograph.engine.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines, or into CSV records, whose quoted fields may run over line ends. Lines end with LF, CRLF
 * or CR. Whatever is wrong with a line stays its own: one that is too long is skipped to its end, and one whose quote
 * never closes is skipped alone, so that reading goes on with the next.
 */
final class LineSource implements Closeable {

    static final int MAX_BYTES = 1024 * 1024;

    /** Most lines a record may run over; it also bounds how often a line is looked at again. */
    static final int MAX_LINES = 100;

    /**
     * One line.
     *
     * @param number the line it starts on, from 1
     * @param text without its line end; empty when there is a fault
     * @param fault what is wrong with it, for people; null when nothing is
     */
    record Line(long number, String text, @Nullable String fault) {}

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final boolean csv;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int limit;
    private long lineNumber = 1;

    /** @param csv whether quoted fields may hold line ends */
    LineSource(InputStream in, boolean csv) throws IOException {
        this.in = in;
        this.csv = csv;
        boolean more = true;
        while (more && limit < BYTE_ORDER_MARK.length) {
            more = fill();
        }
        if (limit >= BYTE_ORDER_MARK.length && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            start = BYTE_ORDER_MARK.length;
        }
    }

    /** The next line, blank ones included; null at the end. */
    @Nullable Line next() throws IOException {
        if (start == limit && !fill()) {
            return null;
        }
        long number = lineNumber;
        Extent extent = new Extent();
        while (extent.open()) {
            if (start + extent.length == limit && !fill()) {
                break;
            }
            extent.take(buffer[start + extent.length]);
        }
        if (extent.quoted && (extent.firstLineLength >= 0 || extent.length <= MAX_BYTES)) {
            consume(extent.firstLineLength >= 0 ? extent.firstLineLength : extent.length);
            return new Line(
                    number,
                    "",
                    "a quote opens here and does not close within " + MAX_LINES
                            + " lines; close it, or write a quote inside quotes twice");
        }
        if (extent.length > MAX_BYTES) {
            skipToLineEnd(extent.length);
            return new Line(number, "", "is longer than 1 MiB; split it");
        }
        Line line = decoded(number, extent.length);
        consume(extent.length);
        return line;
    }

    private Line decoded(long number, int length) {
        try {
            return new Line(
                    number,
                    decoder.decode(ByteBuffer.wrap(buffer, start, length)).toString(),
                    null);
        } catch (CharacterCodingException e) {
            return new Line(number, "", "is not UTF-8 text; save the file as UTF-8");
        }
    }

    /** Moves behind so many bytes and the line end that follows them, counting the line ends passed. */
    private void consume(int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] == '\n' || (buffer[i] == '\r' && buffer[i + 1] != '\n')) {
                lineNumber++;
            }
        }
        start += length;
        if (start == limit && !fill()) {
            return;
        }
        boolean carriageReturn = buffer[start] == '\r';
        start++;
        lineNumber++;
        if (carriageReturn && (start < limit || fill()) && buffer[start] == '\n') {
            start++;
        }
    }

    private void skipToLineEnd(int length) throws IOException {
        start += length;
        while (start < limit || fill()) {
            if (buffer[start] == '\n' || buffer[start] == '\r') {
                consume(0);
                return;
            }
            start++;
        }
    }

    /** Reads more behind what is there, keeping everything from the start; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read > 0) {
            limit += read;
        }
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** How far the current line reaches, as RFC 4180 has it. */
    private final class Extent {

        private int length;
        private int firstLineLength = -1;
        private int lineEnds;
        private boolean ended;
        private boolean quoted;
        private boolean fieldStart = true;
        private boolean quoteClosed;

        boolean open() {
            return !ended && length <= MAX_BYTES && lineEnds < MAX_LINES;
        }

        void take(byte next) {
            boolean lineEnd = next == '\n' || next == '\r';
            if (quoted) {
                quoted = next != '"';
                quoteClosed = next == '"';
                if (lineEnd) {
                    lineEnds++;
                    firstLineLength = firstLineLength < 0 ? length : firstLineLength;
                }
            } else if (lineEnd) {
                ended = true;
                return;
            } else {
                quoted = csv && next == '"' && (fieldStart || quoteClosed);
                fieldStart = next == ',';
                quoteClosed = false;
            }
            length++;
        }
    }
}
