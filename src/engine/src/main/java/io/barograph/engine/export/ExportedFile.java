package io.barograph.engine.export;

import java.nio.charset.StandardCharsets;

/**
 * A file to be written.
 *
 * @param path below the export's folder, with slashes; letters, digits, {@code . - _} only
 */
@SuppressWarnings("ArrayRecordComponent")
public record ExportedFile(String path, byte[] bytes) {

    static ExportedFile text(String path, String text) {
        return new ExportedFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
