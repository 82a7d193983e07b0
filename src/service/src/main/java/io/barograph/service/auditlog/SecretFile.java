package io.barograph.service.auditlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Writes files that only their owner may read, whole or not at all. */
public final class SecretFile {

    private SecretFile() {}

    /** Makes the folder when it is not there, replaces the file when it is. */
    public static void write(Path file, String content) {
        write(
                file,
                content,
                (part, whole) ->
                        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** The same, but a file that is there, or comes at the same moment, stays as it is. */
    public static void create(Path file, String content) {
        write(file, content, (part, whole) -> {
            try {
                Files.createLink(whole, part);
            } catch (FileAlreadyExistsException othersCameFirst) {
                // theirs is as good
            }
        });
    }

    /** What gives a file that is written its name. */
    private interface Naming {
        void name(Path part, Path whole) throws IOException;
    }

    private static void write(Path file, String content, Naming naming) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ofFolder = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        FileAttribute<?>[] ofFile = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder, ofFolder);
            // instances in containers share the folder and the id of their process
            Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (FileChannel out = FileChannel.open(
                        part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ofFile)) {
                    ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        out.write(bytes);
                    }
                    out.force(true);
                }
                naming.name(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
