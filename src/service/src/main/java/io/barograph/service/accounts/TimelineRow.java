package io.barograph.service.accounts;

import io.barograph.engine.text.Numbers;
import io.barograph.service.overrides.OverrideBadge;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the timeline of its account.
 *
 * @param index of its record in the log
 * @param overall 0–100; null when undecided
 * @param band of the overall score
 * @param override of the band, that was in force when it was decided; null when nobody overrode it
 */
record TimelineRow(
        UUID decisionId,
        long index,
        LocalDate asOf,
        Instant decidedAt,
        String status,
        @Nullable String segment,
        @Nullable String tier,
        @Nullable BigDecimal overall,
        @Nullable String band,
        String modelVersion,
        String modelDigest,
        @Nullable OverrideBadge override) {

    static final String COLUMNS =
            "decision_id, leaf_index, as_of, decided_at, status, segment, tier, overall, overall_band, model_version, model_digest";

    static TimelineRow read(ResultSet row, int number) throws SQLException {
        BigDecimal overall = row.getBigDecimal("overall");
        return new TimelineRow(
                row.getObject("decision_id", UUID.class),
                row.getLong("leaf_index"),
                row.getObject("as_of", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                row.getString("segment"),
                row.getString("tier"),
                overall == null ? null : Numbers.canonical(overall),
                row.getString("overall_band"),
                row.getString("model_version"),
                row.getString("model_digest"),
                null);
    }

    TimelineRow with(@Nullable OverrideBadge badge) {
        return new TimelineRow(
                decisionId,
                index,
                asOf,
                decidedAt,
                status,
                segment,
                tier,
                overall,
                band,
                modelVersion,
                modelDigest,
                badge);
    }
}
