package io.barograph.service.feedback;

import io.barograph.service.security.SegmentScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The feedback ever left. Rows are added and answered, never taken away. */
@Component
class FeedbackStore {

    private static final String SELECT =
            "select feedback_id, decision_id, account_id, segment, model_version, kind, indicator, message, left_by,"
                    + " left_at, left_index, answer, answered_by, answered_at from decision_feedback ";

    /**
     * Feedback as it is kept.
     *
     * @param message sealed
     * @param answer sealed; null while it is open
     */
    record Row(
            UUID id,
            UUID decisionId,
            String accountId,
            @Nullable String segment,
            String modelVersion,
            String kind,
            @Nullable String indicator,
            String message,
            String by,
            Instant at,
            long index,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    /**
     * Which to list; null is any.
     *
     * @param scope segments outside of which nothing is listed
     */
    record Query(
            @Nullable String account,
            @Nullable Boolean open,
            @Nullable String indicator,
            @Nullable String segment,
            SegmentScope scope) {}

    private final JdbcClient client;

    FeedbackStore(JdbcClient client) {
        this.client = client;
    }

    void add(Row row) {
        client.sql("insert into decision_feedback (feedback_id, decision_id, account_id, segment, model_version, kind,"
                        + " indicator, message, left_by, left_at, left_index) values (:id, :decision, :account, :segment,"
                        + " :version, :kind, :indicator, :message, :by, :at, :index)")
                .param("id", row.id())
                .param("decision", row.decisionId())
                .param("account", row.accountId())
                .param("segment", row.segment(), Types.VARCHAR)
                .param("version", row.modelVersion())
                .param("kind", row.kind())
                .param("indicator", row.indicator(), Types.VARCHAR)
                .param("message", row.message())
                .param("by", row.by())
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("index", row.index())
                .update();
    }

    /** @param answer sealed */
    void answer(UUID id, String answer, String by, Instant at) {
        client.sql("update decision_feedback set answer = ?, answered_by = ?, answered_at = ? where feedback_id = ?")
                .params(answer, by, at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    Optional<Row> find(UUID id) {
        return client.sql(SELECT + "where feedback_id = ?")
                .param(id)
                .query(FeedbackStore::read)
                .optional();
    }

    /** The latest first. */
    List<Row> list(Query query, long before, int limit) {
        Map<String, Object> parameters = new TreeMap<>();
        StringBuilder where = new StringBuilder("where left_index < :before");
        parameters.put("before", before);
        parameters.put("limit", limit);
        condition(where, parameters, "account_id = :account", "account", query.account());
        condition(where, parameters, "indicator = :indicator", "indicator", query.indicator());
        condition(where, parameters, "segment = :segment", "segment", query.segment());
        condition(
                where,
                parameters,
                "segment in (:scope)",
                "scope",
                query.scope().all() ? null : query.scope().list());
        if (query.open() != null) {
            where.append(query.open() ? " and answered_at is null" : " and answered_at is not null");
        }
        return client.sql(SELECT + where + " order by left_index desc fetch first :limit rows only")
                .params(parameters)
                .query(FeedbackStore::read)
                .list();
    }

    private static void condition(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Row(
                row.getObject("feedback_id", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getString("account_id"),
                row.getString("segment"),
                row.getString("model_version"),
                row.getString("kind"),
                row.getString("indicator"),
                row.getString("message"),
                row.getString("left_by"),
                row.getObject("left_at", OffsetDateTime.class).toInstant(),
                row.getLong("left_index"),
                row.getString("answer"),
                row.getString("answered_by"),
                answered == null ? null : answered.toInstant());
    }
}
