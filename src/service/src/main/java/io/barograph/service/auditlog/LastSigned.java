package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The last checkpoint this instance signed, kept outside of the database: a database that was rolled back to an earlier
 * state, its checkpoints included, cannot pass for the present one.
 */
@Component
class LastSigned {

    private final LogProperties properties;
    private long written;

    LastSigned(LogProperties properties) {
        this.properties = properties;
    }

    Optional<SignedNote> read(String origin) {
        Path file = file(origin);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedNote.parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException wrong) {
            throw new LogStartException(
                    "`" + file + "` should hold the last checkpoint that was signed here, but cannot be read: "
                            + wrong.getMessage(),
                    "Restore it from a copy; or, when you are sure that the database is the latest one, move it away.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Remembers a checkpoint, unless a later one is remembered already. */
    synchronized void write(StoredCheckpoint signed) {
        Checkpoint checkpoint = signed.checkpoint();
        if (checkpoint.size() > written) {
            SecretFile.write(file(checkpoint.origin()), signed.note());
            written = checkpoint.size();
        }
    }

    /** Named by the log, since a folder may serve several. */
    private Path file(String origin) {
        String name =
                MerkleHash.leaf(origin.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
        return properties.keys().resolve("last-signed-" + name + ".txt");
    }
}
