package io.barograph.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes several files together: all of them, or none. */
final class FileSet {

    private FileSet() {}

    /**
     * Writes every file beside its place first, then moves them there; when one cannot be moved, those before it get their
     * old content back.
     *
     * @throws FileSystemException also when a spreadsheet program has one of them open
     */
    static void replace(Map<Path, byte[]> files) throws IOException {
        for (Path file : files.keySet()) {
            requireClosed(file);
        }
        Map<Path, Path> parts = new LinkedHashMap<>();
        Map<Path, byte @Nullable []> replaced = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Path place = Files.exists(file.getKey()) ? file.getKey().toRealPath() : file.getKey();
                Path part = place.resolveSibling("." + place.getFileName() + "."
                        + ProcessHandle.current().pid() + ".part");
                parts.put(place, part);
                Files.write(part, file.getValue());
            }
            for (Map.Entry<Path, Path> part : parts.entrySet()) {
                byte[] old = Files.exists(part.getKey()) ? Files.readAllBytes(part.getKey()) : null;
                move(part.getValue(), part.getKey());
                replaced.put(part.getKey(), old);
            }
        } catch (IOException fault) {
            for (Map.Entry<Path, byte @Nullable []> old : replaced.entrySet()) {
                restore(old.getKey(), old.getValue());
            }
            throw fault;
        } finally {
            for (Path part : parts.values()) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void restore(Path file, byte @Nullable [] content) throws IOException {
        if (content == null) {
            Files.deleteIfExists(file);
        } else {
            Files.write(file, content);
        }
    }

    static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Spreadsheet programs leave a file beside the one they have open, and would overwrite what we write. */
    private static void requireClosed(Path file) throws FileSystemException {
        Path excel = file.resolveSibling("~$" + file.getFileName());
        Path libreOffice = file.resolveSibling(".~lock." + file.getFileName() + "#");
        if (Files.exists(excel) || Files.exists(libreOffice)) {
            throw new FileSystemException(
                    file.toString(), null, "it is open in a spreadsheet program; save and close it there first");
        }
    }
}
