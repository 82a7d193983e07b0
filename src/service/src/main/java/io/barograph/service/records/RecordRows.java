package io.barograph.service.records;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.text.Numbers;
import io.barograph.service.auditlog.RecordKind;
import io.barograph.service.records.RecordRow.Content;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what lists tell of records: of decisions from their columns, of events from the records, which are few and small. */
@Component
class RecordRows {

    private static final String SELECT = """
            select e.leaf_index, e.kind, e.record_id, e.recorded_at, e.record is null as retired,
              case when e.kind = 'event' then e.record end as event,
              d.account_id, d.as_of, d.caller, d.status, d.model_version, d.model_digest, d.segment, d.overall, d.overall_band
            from log_entry e left join decision d on d.leaf_index = e.leaf_index
            where e.leaf_index in (:leaves)
            """;

    private final JdbcClient client;

    RecordRows(JdbcClient client) {
        this.client = client;
    }

    /**
     * @param leaves at least one
     * @param kept leaves out the records that retention took the bytes of
     */
    List<RecordRow> of(List<Long> leaves, boolean kept, RecordQuery.Order order) {
        return client.sql(SELECT
                        + (kept ? " and e.record is not null" : "")
                        + " order by e.leaf_index"
                        + (order == RecordQuery.Order.NEWEST ? " desc" : ""))
                .param("leaves", leaves)
                .query((row, number) -> read(row))
                .list();
    }

    private static RecordRow read(ResultSet row) throws SQLException {
        RecordKind kind = RecordKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        byte[] event = row.getBytes("event");
        return RecordRow.of(
                row.getLong("leaf_index"),
                kind,
                row.getObject("record_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("retired"),
                event == null ? decision(row) : event(EventRecord.read(event)));
    }

    private static Content decision(ResultSet row) throws SQLException {
        BigDecimal overall = row.getBigDecimal("overall");
        return new Content(
                row.getString("account_id"),
                row.getObject("as_of", LocalDate.class),
                row.getString("caller"),
                row.getString("status"),
                row.getString("model_version"),
                row.getString("model_digest"),
                row.getString("segment"),
                overall == null ? null : Numbers.canonical(overall),
                row.getString("overall_band"),
                null);
    }

    private static Content event(EventRecord event) {
        return new Content(
                text(event.details(), "account_id"),
                null,
                event.by(),
                null,
                text(event.details().get("model"), "version"),
                text(event.details().get("model"), "digest"),
                null,
                null,
                null,
                event.event());
    }

    private static @Nullable String text(@Nullable Object members, String name) {
        return members instanceof Map<?, ?> known && known.get(name) instanceof String text ? text : null;
    }
}
