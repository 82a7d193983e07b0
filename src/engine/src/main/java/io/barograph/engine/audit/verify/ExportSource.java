package io.barograph.engine.audit.verify;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to verify. It is opened once.
 *
 * @param name what to call it, for people
 */
public record ExportSource(String name, Opening opening) {

    /** Opens the file. */
    @FunctionalInterface
    public interface Opening {

        InputStream open() throws IOException;
    }
}
