package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.service.auditlog.LogForTests;
import io.barograph.service.database.CountedStatements;
import io.barograph.service.past.CondensedPasts;
import io.barograph.service.past.History;
import io.barograph.service.past.HistoryProperties;
import io.barograph.service.past.NewEntries;
import io.barograph.service.past.SealedHistory;
import io.barograph.service.privacy.AccountKey;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.PrivacyForTests;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** How often the database is asked and how many rows are written for a decision; what a decision costs follows from it. */
abstract class StatementsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final int GROUP = 64;
    private static final SealedHistory PAST = new SealedHistory(PrivacyForTests.sealing());

    private final DecisionIds ids = new DecisionIds(Clock.fixed(NOW, ZoneOffset.UTC));
    private CountedStatements database;
    private DecisionStore store;
    private History history;
    private AccountKeys keys;

    /** A database with its tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = new CountedStatements(database());
        JdbcClient client = JdbcClient.create(database);
        JdbcTemplate template = new JdbcTemplate(database);
        keys = PrivacyForTests.keys(client, template);
        history = new History(template, new HistoryProperties(400, 2000), PAST, new CondensedPasts(template));
        store = new DecisionStore(
                client,
                template,
                new JdbcTransactionManager(database),
                LogForTests.over(client, template),
                new LatestDecisions(template),
                new IdempotencyKeys(client, template, Clock.fixed(NOW, ZoneOffset.UTC)),
                keys,
                new CondensedPasts(template));
        store.append(List.of(answered("first", null))); // the log knows its own end from then on
        database.reset();
    }

    @Test
    void aGroupTakesAsManyStatementsAsOneDecision() {
        store.append(List.of(answered("acme", null)));
        Map<String, Integer> one = database.sent();
        assertThat(one)
                .isEqualTo(counts(
                        "commit",
                        "insert into account",
                        "insert into decision",
                        "insert into log_entry",
                        "select from account",
                        "select from log_entry",
                        "select from log_lock"));
        assertThat(database.rows())
                .isEqualTo(counts("insert into account", "insert into decision", "insert into log_entry"));

        database.reset();
        store.append(group(0, null));

        assertThat(database.sent()).isEqualTo(one);
        assertThat(database.rows().values()).containsOnly(GROUP);
    }

    @Test
    void whatStayedTheSameIsNotWrittenAgain() {
        store.append(group(0, null, "silent", "late"));
        database.reset();

        store.append(group(0, null, "late", "silent"));

        assertThat(database.sent())
                .isEqualTo(counts(
                        "commit",
                        "insert into decision",
                        "insert into log_entry",
                        "select from account",
                        "select from log_entry",
                        "select from log_lock",
                        "update account"));
    }

    @Test
    void keysAreWrittenOnceAndLookedUpOncePerGroup() {
        AccountKey made = keys.ring(List.of("acme")).sealing("acme");
        database.reset();
        store.append(List.of(answered("acme", made)));
        assertThat(database.sent())
                .containsEntry("insert into account_key", 1)
                .doesNotContainKey("select from account_key");
        AccountKey kept = keys.ring(List.of("acme")).sealing("acme");
        database.reset();

        store.append(List.of(answered("acme", kept), answered("acme", kept)));

        assertThat(database.sent())
                .containsEntry("select from account_key", 1)
                .doesNotContainKey("insert into account_key");
    }

    @Test
    void thePastOfAGroupIsTwoStatements() {
        store.append(group(0, null));
        List<History.Wanted> wanted = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < GROUP; i++) {
            wanted.add(new History.Wanted(
                    new AccountSnapshot(account(i), MARCH.plusDays(1), Map.of(), Map.of(), List.of()),
                    History.EVERYTHING));
            accounts.add(account(i));
        }
        database.reset();

        assertThat(history.of(wanted, keys.ring(accounts)))
                .allMatch(past -> past.readings().size() == 30 && past.scores().size() == 1);

        assertThat(database.sent()).isEqualTo(counts("select from account_past", "select from values"));
    }

    private static Map<String, Integer> counts(String... once) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : once) {
            counts.put(name, 1);
        }
        return counts;
    }

    private static String account(int number) {
        return "account-" + number;
    }

    private List<AnsweredDecision> group(int from, @Nullable AccountKey key, String... flags) {
        List<AnsweredDecision> group = new ArrayList<>();
        for (int i = from; i < from + GROUP; i++) {
            group.add(answered(account(i), key, flags));
        }
        return group;
    }

    /** With thirty readings, an overall score and the attributes it was decided with. */
    private AnsweredDecision answered(String account, @Nullable AccountKey key, String... flags) {
        List<HistoryEntry> sent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            sent.add(new IndicatorEntry("indicator_" + i, MARCH.minusDays(i), BigDecimal.valueOf(i), null));
        }
        Decision decision = decision(account, flags);
        NewEntries entries = new NewEntries(
                List.of(
                        new HistoryEntry.ScoreEntry("Value", MARCH, new BigDecimal("80.00"), "green"),
                        new AttributesEntry(MARCH, Map.of("industry", "media"))),
                sent);
        return new AnsweredDecision(
                ids.next(),
                NOW,
                "tester",
                decision,
                PAST.pack(entries, PrivacyForTests.sealer(), decision, key),
                null,
                new byte[] {1},
                key,
                null,
                null);
    }

    private static Decision decision(String account, String... flags) {
        List<RaisedFlag> raised = new ArrayList<>();
        for (String flag : flags) {
            raised.add(new RaisedFlag(flag, "high", "F-1"));
        }
        return new Decision(
                account,
                MARCH,
                Decision.Status.DECIDED,
                new ModelVersion("1", "sha256:0"),
                "smb",
                null,
                Map.of("Overall", new BigDecimal("80.00")),
                Map.of("Overall", "green"),
                null,
                null,
                Map.of(),
                null,
                raised,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
