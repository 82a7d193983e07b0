package io.barograph.engine.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
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
    private final Utf8Text decoder = new Utf8Text();
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int limit;
    private long lineNumber = 1;

    /** Of the current line, which begins at {@code start} until it is passed. */
    private long number;

    private int length;
    private @Nullable String fault;
    private boolean passed = true;

    /** Line ends that the current line runs over. */
    private int lineEnds;

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
        if (!advance()) {
            return null;
        }
        String text = fault == null ? decoder.of(buffer, start, length) : "";
        return text == null ? new Line(number, "", Utf8Text.FAULT) : new Line(number, text, fault);
    }

    /** Goes on to the next line, blank ones included; false at the end. */
    boolean advance() throws IOException {
        pass();
        if (start == limit && !fill()) {
            return false;
        }
        number = lineNumber;
        fault = null;
        passed = false;
        measure();
        return true;
    }

    /** Of the current line: the line of the stream it starts on, from 1. */
    long number() {
        return number;
    }

    /** What is wrong with the extent of the current line, for people; null when nothing is. */
    @Nullable String fault() {
        return fault;
    }

    /** Where the current line stands, until the next is asked for. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return start;
    }

    /** How many bytes the current line has, its line end left out. */
    int length() {
        return length;
    }

    /** Finds out how far the current line reaches, as RFC 4180 has it. */
    private void measure() throws IOException {
        int at = start;
        int firstLineLength = -1;
        boolean quoted = false;
        boolean quoteClosed = false;
        lineEnds = 0;
        while (at - start <= MAX_BYTES && lineEnds < MAX_LINES) {
            if (at == limit) {
                int seen = at - start;
                boolean more = fill();
                at = start + seen;
                if (!more) {
                    break;
                }
            }
            if (!quoted && !quoteClosed) {
                at = plainUntil(at);
                if (at == limit || at - start > MAX_BYTES) {
                    continue;
                }
            }
            byte next = buffer[at];
            boolean lineEnd = next == '\n' || next == '\r';
            if (quoted) {
                quoted = next != '"';
                quoteClosed = next == '"';
                if (lineEnd) {
                    lineEnds++;
                    firstLineLength = firstLineLength < 0 ? at - start : firstLineLength;
                }
            } else if (lineEnd) {
                break;
            } else if (csv) {
                quoted = next == '"' && (quoteClosed || at == start || buffer[at - 1] == ',');
                quoteClosed = false;
            }
            at++;
        }
        length = at - start;
        if (quoted && (firstLineLength >= 0 || length <= MAX_BYTES)) {
            fault = "a quote opens here and does not close within " + MAX_LINES
                    + " lines; close it, or write a quote inside quotes twice";
            length = firstLineLength >= 0 ? firstLineLength : length;
            lineEnds = 0;
        } else if (length > MAX_BYTES) {
            fault = "is longer than 1 MiB; split it";
        }
    }

    /** The first byte from here on that may mean something between quoted fields. */
    private int plainUntil(int from) {
        byte[] bytes = buffer;
        int end = Math.min(limit, start + MAX_BYTES + 1);
        int at = from;
        if (csv) {
            while (at < end && (bytes[at] > '"' || isText(bytes[at]))) {
                at++;
            }
        } else {
            while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
        }
        return at;
    }

    private static boolean isText(byte next) {
        return next != '\n' && next != '\r' && next != '"';
    }

    /** Leaves the current line behind. */
    private void pass() throws IOException {
        if (passed) {
            return;
        }
        passed = true;
        if (length > MAX_BYTES) {
            skipToLineEnd();
            return;
        }
        if (lineEnds > 0) {
            for (int i = start; i < start + length; i++) {
                if (buffer[i] == '\n' || (buffer[i] == '\r' && buffer[i + 1] != '\n')) {
                    lineNumber++;
                }
            }
        }
        start += length;
        passLineEnd();
    }

    private void passLineEnd() throws IOException {
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

    private void skipToLineEnd() throws IOException {
        start += length;
        while (start < limit || fill()) {
            if (buffer[start] == '\n' || buffer[start] == '\r') {
                passLineEnd();
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
}
