package io.barograph.engine.audit.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes an export line by line as it goes; nothing is kept. Which lines there are and their order is up to the caller, after
 * {@code docs/audit-log.md}: an export shows the log as it is, also where it is damaged.
 */
public final class ExportWriter {

    private final OutputStream out;
    private long lines;
    private long records;

    /**
     * Begins an export.
     *
     * @param out never closed or flushed here
     * @param checkpoint the signed checkpoint of the export's size
     */
    public ExportWriter(OutputStream out, ExportLine.Log log, ExportLine.Checkpoint checkpoint) throws IOException {
        this.out = out;
        write(log);
        write(checkpoint);
    }

    /** Writes one more line. */
    public void write(ExportLine line) throws IOException {
        line.writeTo(out);
        lines++;
        if (line instanceof ExportLine.Entry || line instanceof ExportLine.Retired) {
            records++;
        }
    }

    /** Writes the last line, with its counts. */
    public void end() throws IOException {
        write(new ExportLine.End(records, lines + 1));
    }
}
