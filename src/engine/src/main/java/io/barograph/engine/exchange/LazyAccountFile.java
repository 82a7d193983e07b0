package io.barograph.engine.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Takes lines from a source one at a time, looking one ahead. */
final class LazyAccountFile implements AccountFile {

    /** Gives the next line, or null at the end. */
    interface Source {
        @Nullable SnapshotLine next() throws IOException;
    }

    private final Closeable file;
    private final Source source;
    private @Nullable SnapshotLine ahead;

    LazyAccountFile(Closeable file, Source source) {
        this.file = file;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public SnapshotLine next() {
        SnapshotLine line = peek();
        if (line == null) {
            throw new NoSuchElementException("there are no more lines");
        }
        ahead = null;
        return line;
    }

    private @Nullable SnapshotLine peek() {
        if (ahead == null) {
            try {
                ahead = source.next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ahead;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
