package io.barograph.service.auditlog;

import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.SignedNote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checkpoints ever signed. Rows are added and read, never changed. */
@Component
public class CheckpointRows {

    private static final String SELECT = "select tree_size, signed_at, note from log_checkpoint ";

    /** @param size the tree's, by which it is found; the note says it too */
    public record StoredCheckpoint(long size, Instant signedAt, String note) {

        /** @throws LogDamagedException when it is none */
        public Checkpoint checkpoint() {
            try {
                return Checkpoint.parse(signedNote().text());
            } catch (IllegalArgumentException unreadable) {
                throw new LogDamagedException(
                        "the checkpoint of size " + size + " cannot be read: " + unreadable.getMessage());
            }
        }

        SignedNote signedNote() {
            try {
                return SignedNote.parse(note);
            } catch (IllegalArgumentException unreadable) {
                throw new LogDamagedException(
                        "the checkpoint of size " + size + " cannot be read: " + unreadable.getMessage());
            }
        }
    }

    private final JdbcClient client;

    CheckpointRows(JdbcClient client) {
        this.client = client;
    }

    public Optional<StoredCheckpoint> latest() {
        return client.sql(SELECT + "order by tree_size desc fetch first 1 row only")
                .query(CheckpointRows::read)
                .optional();
    }

    public Optional<StoredCheckpoint> ofSize(long size) {
        return client.sql(SELECT + "where tree_size = ?")
                .param(size)
                .query(CheckpointRows::read)
                .optional();
    }

    /** The largest ones below a size, largest first. */
    List<StoredCheckpoint> below(long size, int limit) {
        return client.sql(SELECT + "where tree_size < ? order by tree_size desc fetch first ? rows only")
                .params(size, limit)
                .query(CheckpointRows::read)
                .list();
    }

    /** Sizes of checkpoints, smallest first. */
    public List<Long> sizes(long from, long to) {
        return client.sql(
                        "select tree_size from log_checkpoint where tree_size >= ? and tree_size <= ? order by tree_size")
                .params(from, to)
                .query(Long.class)
                .list();
    }

    void add(StoredCheckpoint checkpoint) {
        client.sql("insert into log_checkpoint (tree_size, signed_at, note) values (?, ?, ?)")
                .params(checkpoint.size(), LogRows.timestamp(checkpoint.signedAt()), checkpoint.note())
                .update();
    }

    private static StoredCheckpoint read(ResultSet row, int number) throws SQLException {
        return new StoredCheckpoint(
                row.getLong("tree_size"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("note"));
    }
}
