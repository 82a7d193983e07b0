package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the log. Rows are added and read, never changed. */
@Component
public class LogRows {

    static final long NONE = -1;

    private static final String ENTRY =
            "select leaf_index, record_id, kind, recorded_at, leaf_hash, record from log_entry ";
    private static final String LAST =
            "select leaf_index, leaf_hash from log_entry order by leaf_index desc fetch first 1 row only";
    private static final int FETCH = 256;

    private final JdbcClient client;
    private final JdbcTemplate template;

    LogRows(JdbcClient client, JdbcTemplate template) {
        this.client = client;
        this.template = template;
    }

    /** Waits until nobody else adds to the log, until the transaction at hand ends. */
    void lock() {
        client.sql("select id from log_lock where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** How many leaves there are. */
    public long size() {
        return client.sql("select coalesce(max(leaf_index) + 1, 0) from log_entry")
                .query(Long.class)
                .single();
    }

    /** @param index the last there is */
    record Leaf(long index, Hash hash) {}

    /** The end of the log; empty when there is none yet. */
    Optional<Leaf> last() {
        return client.sql(LAST)
                .query((row, number) -> new Leaf(row.getLong(1), hash(row.getBytes(2), "record " + row.getLong(1))))
                .optional();
    }

    public Optional<LogEntry> entry(long index) {
        return client.sql(ENTRY + "where leaf_index = ?")
                .param(index)
                .query(LogRows::entry)
                .optional();
    }

    public Optional<LogEntry> entry(UUID recordId) {
        return client.sql(ENTRY + "where record_id = ?")
                .param(recordId)
                .query(LogRows::entry)
                .optional();
    }

    /** Some leaves, in the order of the log. */
    public List<LogEntry> entries(long from, long to) {
        return client.sql(ENTRY + "where leaf_index >= ? and leaf_index < ? order by leaf_index")
                .params(from, to)
                .query(LogRows::entry)
                .list();
    }

    /** The same, handed over part by part, so that memory does not grow with their number. */
    public void forEach(long from, long to, Consumer<LogEntry> taker) {
        for (long start = from; start < to; start += FETCH) {
            entries(start, Math.min(to, start + FETCH)).forEach(taker);
        }
    }

    /** Leaf hashes as stored, in the order of the log. */
    List<Hash> leaves(long from, long to) {
        return client.sql(
                        "select leaf_hash from log_entry where leaf_index >= ? and leaf_index < ? order by leaf_index")
                .params(from, to)
                .query((row, number) -> hash(row.getBytes(1), "a leaf from " + from + " to " + (to - 1)))
                .list();
    }

    /** Roots of complete tiles of a level, in order. */
    List<Hash> tileRoots(int level, long from, long to) {
        return client.sql(
                        "select root from log_tile where level = ? and tile_index >= ? and tile_index < ? order by tile_index")
                .params(level, from, to)
                .query((row, number) -> hash(row.getBytes(1), "a tile of level " + level))
                .list();
    }

    Optional<byte[]> tile(int level, long index) {
        return client.sql("select hashes from log_tile where level = ? and tile_index = ?")
                .params(level, index)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    void add(long first, List<NewRecord> records, List<Hash> leaves) {
        List<Object[]> entries = new ArrayList<>();
        List<Object[]> events = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            NewRecord added = records.get(i);
            long index = first + i;
            entries.add(new Object[] {
                index,
                added.id(),
                added.kind().label(),
                timestamp(added.at()),
                leaves.get(i).bytes(),
                added.bytes()
            });
            if (added.event() != null) {
                events.add(eventColumns(index, added));
            }
        }
        template.batchUpdate(
                "insert into log_entry (leaf_index, record_id, kind, recorded_at, leaf_hash, record) values (?, ?, ?, ?, ?, ?)",
                entries);
        if (!events.isEmpty()) {
            template.batchUpdate("insert into log_event (leaf_index, event, subject) values (?, ?, ?)", events);
        }
    }

    @SuppressWarnings("NullAway") // JDBC takes null for a column that is empty
    private static Object[] eventColumns(long index, NewRecord added) {
        return new Object[] {index, added.event(), added.subject()};
    }

    void addTile(int level, long index, Hash root, byte[] hashes) {
        client.sql("insert into log_tile (level, tile_index, root, hashes) values (?, ?, ?, ?)")
                .params(level, index, root.bytes(), hashes)
                .update();
    }

    /** The records of one kind of event, in the order of the log. */
    public List<LogEntry> events(String event) {
        return client.sql(ENTRY
                        + "where leaf_index in (select leaf_index from log_event where event = ?) order by leaf_index")
                .param(event)
                .query(LogRows::entry)
                .list();
    }

    /** The same, about one subject. */
    public List<LogEntry> events(String event, String subject) {
        return client.sql(
                        ENTRY + "where leaf_index in (select leaf_index from log_event where event = ? and subject = ?)"
                                + " order by leaf_index")
                .params(event, subject)
                .query(LogRows::entry)
                .list();
    }

    /** Where the latest of one kind of event stands; {@link #NONE} when there is none. */
    long latestEvent(String event) {
        return client.sql("select coalesce(max(leaf_index), " + NONE + ") from log_event where event = ?")
                .param(event)
                .query(Long.class)
                .single();
    }

    /** Where the list of events says that events are. */
    Set<Long> eventIndexes(long from, long to) {
        return new HashSet<>(client.sql("select leaf_index from log_event where leaf_index >= ? and leaf_index < ?")
                .params(from, to)
                .query(Long.class)
                .list());
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static LogEntry entry(ResultSet row, int number) throws SQLException {
        long index = row.getLong("leaf_index");
        return new LogEntry(
                index,
                row.getObject("record_id", UUID.class),
                kind(row.getString("kind"), index),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                hash(row.getBytes("leaf_hash"), "record " + index),
                row.getBytes("record"));
    }

    private static RecordKind kind(String label, long index) {
        try {
            return RecordKind.of(label);
        } catch (IllegalArgumentException unknown) {
            throw new LogDamagedException("record " + index + " is not what was written: it is marked `" + label
                    + "` instead of `decision` or `event`");
        }
    }

    private static Hash hash(byte[] bytes, String owner) {
        if (bytes.length != Hash.LENGTH) {
            throw new LogDamagedException("the hash of " + owner + " is not what was written: it has " + bytes.length
                    + " bytes instead of " + Hash.LENGTH);
        }
        return Hash.of(bytes);
    }
}
