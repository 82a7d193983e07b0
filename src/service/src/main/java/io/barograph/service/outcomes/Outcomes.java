package io.barograph.service.outcomes;

import io.barograph.engine.override.AccountOutcome;
import io.barograph.engine.text.Numbers;
import io.barograph.service.auditlog.LoggedChanges;
import io.barograph.service.auditlog.LoggedChanges.Change;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.problems.Texts;
import io.barograph.service.security.Principal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what becomes of accounts. Told again for the same day, the last one told counts; all of them stay in the log. */
@Component
public class Outcomes {

    static final String TOLD = "outcome-told";

    private static final int DIGITS = 15;
    private static final int DECIMALS = 2;

    private static final String SELECT =
            "select account_id, outcome, on_day, amount, told_by, told_at from account_outcome o ";

    /** Rows that none of the same account and day was told after. */
    private static final String LAST_TOLD = "not exists (select 1 from account_outcome later where later.account_id ="
            + " o.account_id and later.on_day = o.on_day and later.told_index > o.told_index)";

    /**
     * What somebody tells.
     *
     * @param outcome {@code kept} or {@code lost}
     * @param date the day it was decided, not after today
     * @param amount null when it is not known
     */
    record Telling(
            @Nullable String outcome,
            @Nullable String date,
            @Nullable BigDecimal amount) {}

    private final JdbcClient client;
    private final LoggedChanges log;
    private final Clock clock;

    Outcomes(JdbcClient client, LoggedChanges log, Clock clock) {
        this.client = client;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Problem when the account was never decided, or what is told cannot be */
    ToldOutcome tell(String accountId, Telling telling, Principal by) {
        AccountOutcome.Kind kind = AccountOutcome.Kind.of(telling.outcome() == null ? "" : telling.outcome())
                .orElseThrow(() -> Texts.unknown(
                        "outcome",
                        telling.outcome(),
                        Arrays.stream(AccountOutcome.Kind.values())
                                .map(AccountOutcome.Kind::label)
                                .toList()));
        LocalDate date = date(telling.date());
        BigDecimal amount = amount(telling.amount());
        Optional<String> segment = segment(accountId);
        return log.record((index, at) -> {
            client.sql("insert into account_outcome (told_index, account_id, segment, outcome, on_day, amount, told_by,"
                            + " told_at) values (:index, :account, :segment, :outcome, :day, :amount, :by, :at)")
                    .param("index", index)
                    .param("account", accountId)
                    .param("segment", segment.orElse(null), Types.VARCHAR)
                    .param("outcome", kind.label())
                    .param("day", date)
                    .param("amount", amount, Types.NUMERIC)
                    .param("by", by.id())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
            Map<String, @Nullable Object> details = new TreeMap<>();
            details.put("account_id", accountId);
            details.put("outcome", kind.label());
            details.put("date", date.toString());
            details.put("amount", amount);
            details.put("person", by.person());
            return new Change<>(
                    new ToldOutcome(accountId, kind.label(), date, amount, by.id(), at),
                    TOLD,
                    accountId,
                    by.id(),
                    details);
        });
    }

    /** Of an account, the latest day first; one a day. */
    public List<ToldOutcome> of(String accountId) {
        return client.sql(SELECT + "where account_id = ? and " + LAST_TOLD + " order by on_day desc")
                .param(accountId)
                .query(Outcomes::read)
                .list();
    }

    /** Of all accounts that were ever overridden, one a day, by account. */
    public Map<String, List<AccountOutcome>> ofOverridden() {
        Map<String, List<AccountOutcome>> outcomes = new TreeMap<>();
        client.sql(SELECT + "where account_id in (select account_id from account_override) and " + LAST_TOLD
                        + " order by account_id, on_day")
                .query(Outcomes::read)
                .list()
                .forEach(told -> outcomes.computeIfAbsent(told.accountId(), any -> new ArrayList<>())
                        .add(new AccountOutcome(
                                AccountOutcome.Kind.of(told.outcome()).orElseThrow(), told.date())));
        return outcomes;
    }

    private LocalDate date(@Nullable String text) {
        LocalDate date = Texts.day("date", text);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (date.isAfter(today)) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "date: " + date + " is to come; tell what happened once it did, today is " + today);
        }
        return date;
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal plain = amount.stripTrailingZeros();
        if (plain.signum() < 0 || plain.scale() > DECIMALS || plain.precision() - plain.scale() > DIGITS) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "amount: must be a number from 0 with at most " + DIGITS + " digits and " + DECIMALS
                            + " decimals, but is `" + amount + "`");
        }
        return Numbers.canonical(plain);
    }

    private Optional<String> segment(String accountId) {
        return client.sql("select segment from account where account_id = ?")
                .param(accountId)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "no account `" + accountId + "` was decided here yet; `POST /api/v1/decisions` decides one"));
    }

    private static ToldOutcome read(ResultSet row, int number) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        Instant at = row.getObject("told_at", OffsetDateTime.class).toInstant();
        return new ToldOutcome(
                row.getString("account_id"),
                row.getString("outcome"),
                row.getObject("on_day", LocalDate.class),
                amount == null ? null : Numbers.canonical(amount),
                row.getString("told_by"),
                at);
    }
}
