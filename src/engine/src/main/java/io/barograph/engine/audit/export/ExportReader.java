package io.barograph.engine.audit.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export line by line, whatever its size: memory is needed for the longest line alone. Every line must be
 * byte for byte as an {@link ExportWriter} writes it; a record's own bytes are not looked into, since their hash tells whether
 * they are the ones that were written.
 */
public final class ExportReader implements AutoCloseable {

    /** The longest line, in bytes: a model of the largest workbooks still fits. */
    public static final int MAX_LINE = 128 * 1024 * 1024;

    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final int maxLine;
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int lastStart;
    private int lastEnd;
    private long number;
    private boolean over;

    /** @param in unbuffered; closed with this reader */
    public ExportReader(InputStream in) {
        this(in, MAX_LINE);
    }

    ExportReader(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
    }

    /** @return null after the last line */
    public @Nullable ReadLine next() throws IOException {
        int searched = start;
        while (true) {
            for (int i = searched; i < end; i++) {
                if (buffer[i] == '\n') {
                    return line(i);
                }
            }
            searched = end;
            if (end - start > maxLine) {
                return tooLong();
            }
            int before = start;
            if (!fill()) {
                return rest();
            }
            searched -= before - start;
        }
    }

    private ReadLine line(int newline) {
        byte[] line = Arrays.copyOfRange(buffer, start, newline);
        lastStart = start;
        lastEnd = newline;
        start = newline + 1;
        number++;
        if (line.length > maxLine) {
            return bad();
        }
        try {
            return new ReadLine.Whole(number, LineText.read(line));
        } catch (IllegalArgumentException e) {
            return new ReadLine.Bad(number, String.valueOf(e.getMessage()));
        }
    }

    /** Whether the line that {@link #next} gave last begins with these bytes. */
    public boolean lastStartsWith(byte[] bytes) {
        int length = Math.min(bytes.length, lastEnd - lastStart);
        return length == bytes.length && Arrays.equals(buffer, lastStart, lastStart + length, bytes, 0, length);
    }

    private ReadLine.Bad bad() {
        return new ReadLine.Bad(number, "the line is longer than " + maxLine + " bytes");
    }

    private @Nullable ReadLine rest() {
        if (start == end) {
            return null;
        }
        byte[] rest = Arrays.copyOfRange(buffer, start, end);
        start = end;
        return new ReadLine.Cut(++number, rest);
    }

    private ReadLine tooLong() throws IOException {
        number++;
        while (true) {
            for (int i = start; i < end; i++) {
                if (buffer[i] == '\n') {
                    start = i + 1;
                    return bad();
                }
            }
            start = end;
            if (!fill()) {
                return bad();
            }
        }
    }

    /** Reads more behind what is there, moving that to the front or making room first. */
    private boolean fill() throws IOException {
        if (over) {
            return false;
        }
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
        }
        int count;
        try {
            count = in.read(buffer, end, buffer.length - end);
        } catch (EOFException unpackedNoFurther) {
            count = -1;
        }
        over = count < 0;
        end += Math.max(count, 0);
        return !over;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
