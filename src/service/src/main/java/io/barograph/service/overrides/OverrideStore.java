package io.barograph.service.overrides;

import io.barograph.engine.override.BandOverride;
import io.barograph.engine.override.BandOverride.Act;
import io.barograph.engine.override.OverrideKind;
import io.barograph.engine.override.Reach;
import io.barograph.service.security.SegmentScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The overrides ever made. Rows are added, agreed to and withdrawn, never taken away. */
@Component
class OverrideStore {

    private static final String SELECT =
            "select override_id, account_id, segment, score, kind, band, ladder, computed_band, bands_up, bands_down,"
                    + " from_day, until_day, rationale, made_by, made_person, made_roles, made_at, needs_second,"
                    + " agreed_by, agreed_person, agreed_at, withdrawn_by, withdrawn_person, withdrawn_at, withdrawal,"
                    + " made_index, changed_index from account_override ";

    private static final String NOT_OVER = "withdrawn_at is null and until_day >= :today";

    /** Which ones to list, the latest made first. */
    enum Which {
        /** In force, to come, or waiting for a second person. */
        CURRENT,
        /** Waiting for a second person. */
        WAITING,
        /** Expired or withdrawn. */
        PAST,
        ALL;

        private String condition() {
            return switch (this) {
                case CURRENT -> NOT_OVER;
                case WAITING -> NOT_OVER + " and needs_second and agreed_at is null";
                case PAST -> "not (" + NOT_OVER + ")";
                case ALL -> "until_day >= :today or until_day < :today";
            };
        }
    }

    private final JdbcClient client;

    OverrideStore(JdbcClient client) {
        this.client = client;
    }

    void add(StoredOverride stored) {
        BandOverride made = stored.override();
        client.sql("insert into account_override (override_id, account_id, segment, score, kind, band, ladder,"
                        + " computed_band, bands_up, bands_down, from_day, until_day, rationale, made_by, made_person,"
                        + " made_roles, made_at, needs_second, made_index, changed_index)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.fromString(made.id()),
                        made.accountId(),
                        made.segment(),
                        made.score(),
                        made.kind().label(),
                        made.band(),
                        String.join("\n", made.ladder()),
                        made.computed(),
                        made.reach().up(),
                        made.reach().down(),
                        made.from(),
                        made.until(),
                        stored.rationale(),
                        made.made().by(),
                        made.made().person(),
                        stored.roles(),
                        timestamp(made.made().at()),
                        made.needsSecond(),
                        stored.madeIndex(),
                        stored.changedIndex())
                .update();
    }

    void agree(String id, Act agreed, long index) {
        client.sql("update account_override set agreed_by = ?, agreed_person = ?, agreed_at = ?, changed_index = ?"
                        + " where override_id = ?")
                .params(agreed.by(), agreed.person(), timestamp(agreed.at()), index, UUID.fromString(id))
                .update();
    }

    /** @param why sealed */
    void withdraw(String id, Act withdrawn, String why, long index) {
        client.sql("update account_override set withdrawn_by = ?, withdrawn_person = ?, withdrawn_at = ?,"
                        + " withdrawal = ?, changed_index = ? where override_id = ?")
                .params(withdrawn.by(), withdrawn.person(), timestamp(withdrawn.at()), why, index, UUID.fromString(id))
                .update();
    }

    Optional<StoredOverride> find(String accountId, UUID id) {
        return client.sql(SELECT + "where override_id = ? and account_id = ?")
                .params(id, accountId)
                .query(OverrideStore::read)
                .optional();
    }

    /** Of an account, in the order they were made. */
    List<BandOverride> of(String accountId) {
        return client.sql(SELECT + "where account_id = ? order by made_index")
                .param(accountId)
                .query((row, number) -> read(row, number).override())
                .list();
    }

    /** Of some accounts, those that are not over, in the order they were made. */
    List<StoredOverride> notOver(Collection<String> accounts, LocalDate today) {
        return accounts.isEmpty()
                ? List.of()
                : client.sql(SELECT + "where account_id in (:accounts) and " + NOT_OVER + " order by made_index")
                        .param("accounts", accounts)
                        .param("today", today)
                        .query(OverrideStore::read)
                        .list();
    }

    /** Whatever was done since a record of the log, in that order; those that were over by a day aside. */
    List<StoredOverride> changedAfter(long index, LocalDate day) {
        return client.sql(SELECT + "where changed_index > ? and until_day >= ? order by changed_index")
                .params(index, day)
                .query(OverrideStore::read)
                .list();
    }

    /**
     * The latest made first.
     *
     * @param accountId null for all
     * @param segment null for all
     * @param before index of the record of the last one that was listed
     */
    List<StoredOverride> list(
            @Nullable String accountId,
            @Nullable String segment,
            Which which,
            SegmentScope scope,
            LocalDate today,
            long before,
            int limit) {
        Map<String, Object> parameters = new TreeMap<>();
        StringBuilder where = new StringBuilder("where made_index < :before and (" + which.condition() + ")");
        parameters.put("before", before);
        parameters.put("today", today);
        parameters.put("limit", limit);
        if (accountId != null) {
            where.append(" and account_id = :account");
            parameters.put("account", accountId);
        }
        if (segment != null) {
            where.append(" and segment = :segment");
            parameters.put("segment", segment);
        }
        if (!scope.all()) {
            where.append(" and segment in (:scope)");
            parameters.put("scope", scope.list());
        }
        return client.sql(SELECT + where + " order by made_index desc fetch first :limit rows only")
                .params(parameters)
                .query(OverrideStore::read)
                .list();
    }

    private static StoredOverride read(ResultSet row, int number) throws SQLException {
        Act made = new Act(row.getString("made_by"), row.getString("made_person"), instant(row, "made_at"));
        BandOverride override = new BandOverride(
                row.getObject("override_id", UUID.class).toString(),
                row.getString("account_id"),
                row.getString("segment"),
                row.getString("score"),
                OverrideKind.of(row.getString("kind")).orElseThrow(),
                row.getString("band"),
                row.getString("ladder").lines().toList(),
                row.getString("computed_band"),
                new Reach(row.getInt("bands_up"), row.getInt("bands_down")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                made,
                row.getBoolean("needs_second"),
                act(row, "agreed"),
                act(row, "withdrawn"));
        return new StoredOverride(
                override,
                row.getString("rationale"),
                row.getString("made_roles"),
                row.getString("withdrawal"),
                row.getLong("made_index"),
                row.getLong("changed_index"));
    }

    private static @Nullable Act act(ResultSet row, String what) throws SQLException {
        return row.getString(what + "_by") == null
                ? null
                : new Act(row.getString(what + "_by"), row.getString(what + "_person"), instant(row, what + "_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
