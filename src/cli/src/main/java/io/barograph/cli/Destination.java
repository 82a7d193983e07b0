package io.barograph.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where results go: standard output, or a file that appears only when it is complete. A file is written beside its place and
 * moved there by {@link #complete}; closed before that, nothing is left behind.
 */
final class Destination implements Closeable {

    private final OutputStream out;
    private final @Nullable Path part;
    private final @Nullable Path file;

    private Destination(OutputStream out, @Nullable Path part, @Nullable Path file) {
        this.out = out;
        this.part = part;
        this.file = file;
    }

    /** @param file null for standard output; a pipe or device is written to directly */
    static Destination open(@Nullable Path file, Console console) throws IOException {
        if (file == null) {
            OutputStream out = console.out() instanceof FileOutputStream stream
                    ? PiecewiseOutput.to(stream)
                    : new BufferedOutputStream(console.out(), 1 << 16);
            return new Destination(out, null, null);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new Destination(PiecewiseOutput.to(file), null, null);
        }
        Path place = Files.exists(file) ? file.toRealPath() : file;
        Path part = place.resolveSibling(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        return new Destination(PiecewiseOutput.to(part), part, place);
    }

    /** Buffered; closed with this. */
    OutputStream out() {
        return out;
    }

    void complete() throws IOException {
        out.flush();
        if (part == null || file == null) {
            return;
        }
        out.close();
        FileSet.move(part, file);
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            try {
                out.close();
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
