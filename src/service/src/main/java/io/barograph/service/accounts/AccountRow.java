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
 * An account in a list, as its latest decision shows it.
 *
 * @param overall 0–100; null when undecided
 * @param band of the overall score
 * @param reason what pulls the overall score down most, in the words of its row
 * @param override of the band, that is in force now; null when nobody overrides it
 */
public record AccountRow(
        String accountId,
        UUID decisionId,
        LocalDate asOf,
        Instant decidedAt,
        String status,
        @Nullable String segment,
        @Nullable String tier,
        @Nullable BigDecimal overall,
        @Nullable String band,
        @Nullable String reason,
        @Nullable OverrideBadge override) {

    static final String COLUMNS =
            "account_id, decision_id, as_of, decided_at, status, segment, tier, overall, overall_band, reason";

    static AccountRow read(ResultSet row, int number) throws SQLException {
        BigDecimal overall = row.getBigDecimal("overall");
        return new AccountRow(
                row.getString("account_id"),
                row.getObject("decision_id", UUID.class),
                row.getObject("as_of", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("status"),
                row.getString("segment"),
                row.getString("tier"),
                overall == null ? null : Numbers.canonical(overall),
                row.getString("overall_band"),
                row.getString("reason"),
                null);
    }

    AccountRow with(@Nullable OverrideBadge badge) {
        return new AccountRow(
                accountId, decisionId, asOf, decidedAt, status, segment, tier, overall, band, reason, badge);
    }
}
