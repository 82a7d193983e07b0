package io.barograph.service.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.Decision.Status;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.KnownPast;
import io.barograph.engine.decision.ModelVersion;
import io.barograph.engine.decision.RaisedFlag;
import io.barograph.engine.text.Names;
import io.barograph.service.auditlog.LogForTests;
import io.barograph.service.database.LostAnswers;
import io.barograph.service.past.CondensedPast;
import io.barograph.service.past.CondensedPasts;
import io.barograph.service.past.History;
import io.barograph.service.past.HistoryProperties;
import io.barograph.service.past.HistoryRow;
import io.barograph.service.past.NewEntries;
import io.barograph.service.past.PackedPast;
import io.barograph.service.past.SealedHistory;
import io.barograph.service.past.StoredPast;
import io.barograph.service.privacy.AccountKey;
import io.barograph.service.privacy.AccountKeys;
import io.barograph.service.privacy.KeyRing;
import io.barograph.service.privacy.KeysErasedException;
import io.barograph.service.privacy.PrivacyForTests;
import io.barograph.service.problems.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What any database that keeps decisions must do. */
abstract class DecisionStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final Limits ROOMY = new Limits(DataSize.ofMegabytes(1), 128, 4, 10, Duration.ofSeconds(30));
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    private static final SealedHistory PAST = new SealedHistory(PrivacyForTests.sealing());

    private final DecisionIds ids = new DecisionIds(Clock.fixed(NOW, ZoneOffset.UTC));
    private DataSource database;
    private JdbcClient client;
    private JdbcTemplate template;
    private DecisionStore store;
    private History history;
    private IdempotencyKeys keys;
    private AccountKeys accountKeys;

    /** A database with its tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        database = database();
        client = JdbcClient.create(database);
        template = new JdbcTemplate(database);
        accountKeys = PrivacyForTests.keys(client, template);
        history = new History(template, new HistoryProperties(400, 100), PAST, new CondensedPasts(template));
        keys = new IdempotencyKeys(client, template, Clock.fixed(NOW, ZoneOffset.UTC));
        store = new DecisionStore(
                client,
                template,
                new JdbcTransactionManager(database),
                LogForTests.over(client, template),
                new LatestDecisions(template),
                keys,
                accountKeys,
                new CondensedPasts(template));
    }

    @Test
    void givesBackTheBytesOfTheRecord() {
        AnsweredDecision answered = answered(decision("acme", MARCH, "80.00", "green"), List.of());

        store.append(List.of(answered));

        StoredDecision found = store.find(answered.id()).orElseThrow();
        assertThat(found.bytes()).isEqualTo(answered.record());
        assertThat(found.decidedAt()).isEqualTo(NOW);
        assertThat(found.stateless()).isFalse();
        assertThat(store.find(ids.next())).isEmpty();
    }

    @Test
    void keepsRecordsOfSeveralMegabytes() {
        byte[] large = new byte[5_000_000];
        large[4_999_999] = 7;
        Decision decision = decision("acme", MARCH, "80.00", "green");
        AnsweredDecision answered = new AnsweredDecision(
                ids.next(),
                NOW,
                "tester",
                decision,
                past(decision, List.of(), List.of(), null),
                null,
                large,
                null,
                null,
                null);

        store.append(List.of(answered));

        assertThat(store.find(answered.id()).orElseThrow().bytes()).isEqualTo(large);
    }

    @Test
    void keepsAllOfAGroupOrNone() {
        AnsweredDecision good = answered(decision("acme", MARCH, "80.00", "green"), List.of());
        AnsweredDecision sameAgain = answered(good.id(), decision("beta", MARCH, "60.00", "yellow"), List.of(), null);

        assertThatThrownBy(() -> store.append(List.of(good, sameAgain))).isInstanceOf(DuplicateKeyException.class);

        assertThat(store.find(good.id())).isEmpty();
        assertThat(count("account")).isZero();
        assertThat(count("log_entry")).isZero();
    }

    @Test
    void remembersEveryKindOfEntryExactly() {
        List<HistoryEntry> sent = List.of(
                new IndicatorEntry("seats", FEBRUARY, new BigDecimal("12.340"), new BigDecimal("0.25")),
                new IndicatorEntry("plan", FEBRUARY, "gold", null),
                new IndicatorEntry("sponsor", FEBRUARY, true, null),
                new IndicatorEntry("renewal", FEBRUARY, LocalDate.of(2027, 1, 31), null),
                new IndicatorEntry("gone", FEBRUARY, null, null),
                new ScoreEntry("Retention", FEBRUARY, null, "red"),
                new PlaybookEntry("save-call", FEBRUARY));

        store.append(List.of(answered(decision("acme", MARCH, "80.00", "green"), sent)));

        assertThat(past("acme", MARCH))
                .containsAll(sent)
                .contains(new ScoreEntry("Overall", MARCH, new BigDecimal("80.00"), "green"))
                .hasSize(sent.size() + 1);
    }

    @Test
    void remembersTheAttributesOfThePreviousDecisionAndOfNoOther() {
        AttributesEntry january = new AttributesEntry(JANUARY, Map.of("arr", new BigDecimal("1000")));
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("arr", new BigDecimal("1250.5"));
        attributes.put("reference", true);
        attributes.put("industry", "fin\"tech");
        attributes.put("renewal_date", null);
        AttributesEntry february = new AttributesEntry(FEBRUARY, attributes);
        store.append(List.of(
                answered(decision("acme", JANUARY, "80.00", "green"), List.of(january)),
                answered(decision("acme", FEBRUARY, "80.00", "green"), List.of(february)),
                answered(
                        decision("acme", MARCH, "80.00", "green"),
                        List.of(new AttributesEntry(MARCH, Map.of("arr", BigDecimal.ONE))))));

        assertThat(past("acme", MARCH))
                .filteredOn(AttributesEntry.class::isInstance)
                .containsExactly(february);
        assertThat(past("acme", FEBRUARY))
                .filteredOn(AttributesEntry.class::isInstance)
                .containsExactly(january);
        assertThat(past("acme", JANUARY)).noneMatch(AttributesEntry.class::isInstance);
    }

    @Test
    void knowsOnlyTheAccountAskedForAndNothingAfterItsAsOfDate() {
        store.append(List.of(
                answered(decision("acme", FEBRUARY, "80.00", "green"), List.of()),
                answered(decision("acme", MARCH, "70.00", "yellow"), List.of()),
                answered(decision("beta", FEBRUARY, "10.00", "red"), List.of())));

        assertThat(past("acme", FEBRUARY))
                .containsExactly(new ScoreEntry("Overall", FEBRUARY, new BigDecimal("80.00"), "green"));
        assertThat(past("nobody", MARCH)).isEmpty();
    }

    @Test
    void answersForSeveralDatesOfOneAccountAtOnce() {
        store.append(List.of(
                answered(decision("acme", FEBRUARY, "80.00", "green"), List.of()),
                answered(decision("acme", MARCH, "70.00", "yellow"), List.of())));

        List<StoredPast> past = history.of(
                List.of(
                        new History.Wanted(snapshot("acme", MARCH), History.EVERYTHING),
                        new History.Wanted(snapshot("acme", FEBRUARY), History.EVERYTHING)),
                ring());

        assertThat(entries(past.get(0), MARCH)).hasSize(2);
        assertThat(entries(past.get(1), FEBRUARY)).hasSize(1);
    }

    @Test
    void laterEntriesOfTheSameSubjectAndDateReplaceEarlierOnes() {
        IndicatorEntry first = new IndicatorEntry("seats", FEBRUARY, BigDecimal.ONE, null);
        IndicatorEntry corrected = new IndicatorEntry("seats", FEBRUARY, BigDecimal.TEN, null);
        store.append(List.of(answered(decision("acme", MARCH, "80.00", "green"), List.of(first))));
        store.append(List.of(answered(decision("acme", MARCH, "81.00", "green"), List.of(corrected))));

        assertThat(past("acme", MARCH))
                .containsExactlyInAnyOrder(
                        corrected, new ScoreEntry("Overall", MARCH, new BigDecimal("81.00"), "green"));
    }

    @Test
    void whatADecisionSaidIsGoneOnceItIsDecidedAgainForTheSameDate() {
        store.append(List.of(answered(decision("acme", FEBRUARY, "80.00", "green"), List.of())));
        store.append(List.of(answered(undecided("acme", FEBRUARY), List.of())));

        assertThat(past("acme", MARCH)).isEmpty();
    }

    @Test
    void seesNothingThatCameAfterTheMomentAskedFor() {
        store.append(List.of(answered(decision("acme", FEBRUARY, "80.00", "green"), List.of())));
        long moment = count("log_entry");
        store.append(List.of(answered(undecided("acme", FEBRUARY), List.of())));

        assertThat(past("acme", MARCH, moment))
                .containsExactly(new ScoreEntry("Overall", FEBRUARY, new BigDecimal("80.00"), "green"));
    }

    @Test
    void looksBackNoFurtherThanItIsTold() {
        LocalDate longAgo = MARCH.minusDays(401);
        store.append(List.of(answered(decision("acme", longAgo, "80.00", "green"), List.of())));

        assertThat(past("acme", MARCH)).isEmpty();
        assertThat(past("acme", MARCH.minusDays(1))).hasSize(1);
    }

    @Test
    void givesTheNewestEntriesWhenThereAreTooMany() {
        List<HistoryEntry> sent = new ArrayList<>();
        for (int day = 1; day <= 150; day++) {
            sent.add(new IndicatorEntry("seats", MARCH.minusDays(day), BigDecimal.valueOf(day), null));
        }
        store.append(List.of(answered(undecided("acme", MARCH), sent)));

        assertThat(past("acme", MARCH))
                .hasSize(100)
                .allMatch(entry -> !entry.date().isBefore(MARCH.minusDays(100)));
    }

    /** Days go on, stand still and go back; what is read from where the past stood last is what all decisions tell. */
    @Test
    void whatStandsTogetherIsWhatDecisionsTellOneByOne() {
        TransactionTemplate undone = new TransactionTemplate(new JdbcTransactionManager(database));
        Random random = new Random(20260301);
        LocalDate today = JANUARY;
        int fromCondensed = 0;
        for (int step = 0; step < 120; step++) {
            int kind = random.nextInt(20);
            today = kind < 14 ? today.plusDays(1 + random.nextInt(5)) : today;
            LocalDate asOf = kind == 19 ? today.minusDays(random.nextInt(40)) : today;
            LocalDate other = today.plusDays(random.nextInt(120) - 20);
            StoredPast known = known("acme", asOf, History.EVERYTHING);
            List<HistoryEntry> found = entries(known, asOf);
            List<HistoryEntry> foundForOther = past("acme", other);
            undone.executeWithoutResult(status -> {
                client.sql("delete from account_past").update();
                assertThat(found).as("as of %s", asOf).isEqualTo(past("acme", asOf));
                assertThat(foundForOther).as("as of %s", other).isEqualTo(past("acme", other));
                status.setRollbackOnly();
            });
            fromCondensed += count("account_past") > 0 ? 1 : 0;
            store.append(List.of(drawn(random, asOf, known.condensed())));
        }

        assertThat(fromCondensed).isGreaterThan(80);
        assertThat(client.sql("select leaf_index from account_past")
                        .query(Long.class)
                        .single())
                .isGreaterThan(100);
    }

    /** Nobody asked for the attributes of three decisions ago when the past was put together. */
    @Test
    void whatIsDecidedAnewForAnEarlierDateIsReadOneByOne() {
        int day = 0;
        for (; count("account_past") == 0; day++) {
            LocalDate asOf = JANUARY.plusDays(day);
            CondensedPast condensed = known("acme", asOf, History.EVERYTHING).condensed();
            Decision decision = decision("acme", asOf, "80.00", "green");
            List<HistoryEntry> decided = List.of(
                    new ScoreEntry("Overall", asOf, BigDecimal.valueOf(day), "green"),
                    new AttributesEntry(asOf, Map.of("arr", BigDecimal.valueOf(day))));
            store.append(List.of(decidedWith(decision, past(decision, decided, List.of(), null), condensed)));
        }
        LocalDate last = JANUARY.plusDays(day - 2L);
        assertThat(client.sql("select as_of from account_past")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(last);
        Decision undecided = undecided("acme", last.minusDays(1));
        store.append(List.of(decidedWith(undecided, past(undecided, List.of(), List.of(), null), null)));

        assertThat(past("acme", last))
                .filteredOn(AttributesEntry.class::isInstance)
                .containsExactly(new AttributesEntry(last.minusDays(2), Map.of("arr", BigDecimal.valueOf(day - 4L))));
    }

    /** What is put together stays sealed as it was. */
    @Test
    void whatStandsTogetherIsErasedWithItsKey() {
        AccountKey key = ring().sealing("acme");
        store.append(List.of(sealed(key)));
        for (int day = 1; count("account_past") == 0; day++) {
            LocalDate asOf = MARCH.plusDays(day);
            CondensedPast condensed = known("acme", asOf, History.EVERYTHING).condensed();
            Decision decision = decision("acme", asOf, "80.00", "green");
            store.append(List.of(decidedWith(decision, past(decision, List.of(), List.of(), null), condensed)));
        }
        assertThat(new String(
                        client.sql("select past from account_past")
                                .query(byte[].class)
                                .single(),
                        StandardCharsets.UTF_8))
                .contains("media")
                .doesNotContain("Xanthippe");
        assertThat(attributesOfMarch()).isEqualTo(Map.of("account_name", "Xanthippe", "industry", "media"));

        client.sql("delete from account_key where account_id = 'acme'").update();

        assertThat(attributesOfMarch()).isEqualTo(Map.of("industry", "media"));
    }

    private Map<String, @Nullable Object> attributesOfMarch() {
        return entries(known("acme", MARCH.plusDays(20), History.EVERYTHING)
                        .attributes()
                        .get(0))
                .stream()
                .filter(entry -> entry.date().equals(MARCH))
                .map(entry -> ((AttributesEntry) entry).attributes())
                .findFirst()
                .orElseThrow();
    }

    private AnsweredDecision decidedWith(Decision decision, byte[] past, @Nullable CondensedPast condensed) {
        return new AnsweredDecision(
                ids.next(), NOW, "tester", decision, past, null, new byte[] {1}, null, null, condensed);
    }

    private AnsweredDecision drawn(Random random, LocalDate asOf, @Nullable CondensedPast condensed) {
        List<HistoryEntry> decided = new ArrayList<>();
        List<HistoryEntry> sent = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            decided.add(new ScoreEntry("Overall", asOf, BigDecimal.valueOf(random.nextInt(100)), "green"));
        }
        if (random.nextInt(3) > 0) {
            decided.add(new ScoreEntry("Value", asOf, BigDecimal.valueOf(random.nextInt(100)), null));
            decided.add(new PlaybookEntry(random.nextBoolean() ? "Save call" : "save call", asOf));
        }
        decided.add(new AttributesEntry(asOf, Map.of("arr", BigDecimal.valueOf(random.nextInt(1000)))));
        for (int i = random.nextInt(5); i >= 0; i--) {
            LocalDate date = asOf.minusDays(random.nextInt(random.nextBoolean() ? 3 : 500));
            sent.add(
                    switch (random.nextInt(8)) {
                        case 0 -> new ScoreEntry("OVERALL", date, BigDecimal.ONE, "red");
                        case 1 -> new PlaybookEntry("save call", date);
                        default ->
                            new IndicatorEntry(
                                    "seats " + random.nextInt(4),
                                    date,
                                    random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(50)),
                                    random.nextInt(6) == 0 ? BigDecimal.ONE : null);
                    });
        }
        Decision decision = undecided("acme", asOf);
        return decidedWith(decision, past(decision, decided, sent, null), condensed);
    }

    @Test
    void whatHoldsRetiredDecisionsIsNotKept() {
        CondensedPasts pasts = new CondensedPasts(template);
        CondensedPast acme = new CondensedPast("acme", 40, 20, MARCH, new byte[] {1, 0, 0, 0});
        pasts.keep(List.of(acme, new CondensedPast("beta", 40, 30, MARCH, new byte[] {1, 0, 0, 0})), 21);

        assertThat(client.sql("select account_id from account_past")
                        .query(String.class)
                        .list())
                .containsExactly("beta");
    }

    @Test
    void theLatestDecisionByAsOfDateStandsForTheAccount() {
        AnsweredDecision march = answered(decision("acme", MARCH, "70.00", "yellow"), List.of());
        store.append(List.of(march));
        store.append(List.of(answered(decision("acme", FEBRUARY, "80.00", "green"), List.of())));

        assertThat(latestOf("acme")).isEqualTo(march.id());

        AnsweredDecision again = answered(decision("acme", MARCH, "71.00", "yellow"), List.of());
        store.append(List.of(again));

        assertThat(latestOf("acme")).isEqualTo(again.id());
    }

    @Test
    void flagsAreThoseOfTheLatestDecision() {
        store.append(
                List.of(answered(flagged(decision("acme", FEBRUARY, "80.00", "green"), "silent", "late"), List.of())));
        store.append(List.of(answered(flagged(decision("acme", MARCH, "80.00", "green"), "late"), List.of())));

        assertThat(flagsOf("acme")).containsExactly("late");

        store.append(List.of(answered(
                flagged(decision("acme", MARCH, "80.00", "green"), "silent", "late", "over\nthe limit"), List.of())));

        assertThat(flagsOf("acme")).containsExactly("late", "over the limit", "silent");

        store.append(
                List.of(answered(flagged(decision("acme", MARCH, "80.00", "green"), "over the limit"), List.of())));
        store.append(List.of(answered(decision("acme", FEBRUARY, "80.00", "green"), List.of())));

        assertThat(flagsOf("acme")).containsExactly("over the limit");

        store.append(List.of(answered(decision("acme", MARCH, "80.00", "green"), List.of())));

        assertThat(flagsOf("acme")).isEmpty();
    }

    private List<String> flagsOf(String account) {
        return client.sql("select flag from account_flag where account_id = ? order by flag")
                .param(account)
                .query(String.class)
                .list();
    }

    @Test
    void aStatelessDecisionIsKeptButIsNoPartOfTheAccount() {
        AnsweredDecision whatIf = new AnsweredDecision(
                ids.next(),
                NOW,
                "tester",
                decision("acme", MARCH, "80.00", "green"),
                null,
                null,
                new byte[] {1},
                null,
                null,
                null);

        store.append(List.of(whatIf));

        assertThat(store.find(whatIf.id()).orElseThrow().stateless()).isTrue();
        assertThat(count("account")).isZero();
        assertThat(past("acme", MARCH)).isEmpty();
    }

    @Test
    void aKeyIsTakenOnceUntilItExpires() {
        IdempotentRequest request = new IdempotentRequest("k-1", "a".repeat(64), NOW.plus(Duration.ofHours(24)));
        AnsweredDecision first = answered(ids.next(), decision("acme", MARCH, "80.00", "green"), List.of(), request);
        store.append(List.of(first));
        AnsweredDecision second = answered(ids.next(), decision("acme", MARCH, "80.00", "green"), List.of(), request);

        assertThatThrownBy(() -> store.append(List.of(second))).isInstanceOf(DuplicateKeyException.class);
        assertThat(store.find(second.id())).isEmpty();
        assertThat(keys.find("k-1")).contains(new IdempotencyKeys.Taken("a".repeat(64), first.id()));
    }

    @Test
    void anExpiredKeyMayBeUsedAgain() {
        IdempotentRequest expired = new IdempotentRequest("k-1", "a".repeat(64), NOW);
        store.append(List.of(answered(ids.next(), decision("acme", MARCH, "80.00", "green"), List.of(), expired)));
        assertThat(keys.find("k-1")).isEmpty();

        IdempotentRequest again = new IdempotentRequest("k-1", "b".repeat(64), NOW.plusSeconds(1));
        AnsweredDecision second = answered(ids.next(), decision("acme", MARCH, "80.00", "green"), List.of(), again);
        store.append(List.of(second));

        assertThat(keys.find("k-1")).contains(new IdempotencyKeys.Taken("b".repeat(64), second.id()));
        keys.forgetExpired();
        assertThat(keys.find("k-1")).isPresent();
    }

    @Test
    void concurrentWritersOfOneAccountAllGetTheirDecisionsKept() throws Exception {
        Limits limits = new Limits(DataSize.ofMegabytes(1), 128, 4, 10, Duration.ofSeconds(30));
        GroupCommit commit = new GroupCommit(store, limits);
        GroupCommit ofAnotherInstance = new GroupCommit(
                new DecisionStore(
                        client,
                        template,
                        new JdbcTransactionManager(database),
                        LogForTests.over(client, template),
                        new LatestDecisions(template),
                        keys,
                        accountKeys,
                        new CondensedPasts(template)),
                limits);
        List<Callable<UUID>> writers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            AnsweredDecision answered = answered(decision("acme", MARCH.minusDays(i), "80.00", "green"), List.of());
            GroupCommit mine = i % 2 == 0 ? commit : ofAnotherInstance;
            writers.add(() -> {
                mine.append(List.of(answered));
                return answered.id();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<UUID> written : threads.invokeAll(writers)) {
                assertThat(store.find(written.get())).isPresent();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(client.sql("select leaf_index from log_entry order by leaf_index")
                        .query(Long.class)
                        .list())
                .isEqualTo(LongStream.range(0, 40).boxed().toList());
        assertThat(count("account")).isEqualTo(1);
        assertThat(client.sql("select as_of from account")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(MARCH);
    }

    @Test
    void aCommitWhoseAnswerIsLostIsFoundByTheRetry() {
        LostAnswers line = new LostAnswers(database);
        DecisionStore remote = storeOver(line);
        IdempotentRequest request = new IdempotentRequest("k-1", "a".repeat(64), NOW.plus(Duration.ofHours(24)));
        AnsweredDecision first = answered(ids.next(), decision("acme", MARCH, "80.00", "green"), List.of(), request);
        line.lose(1);

        assertThatThrownBy(() -> remote.append(List.of(first))).isInstanceOf(DataAccessException.class);

        AnsweredDecision retry = answered(ids.next(), decision("acme", MARCH, "80.00", "green"), List.of(), request);
        assertThatThrownBy(() -> remote.append(List.of(retry))).isInstanceOf(DuplicateKeyException.class);
        assertThat(keys.find("k-1")).contains(new IdempotencyKeys.Taken("a".repeat(64), first.id()));
        remote.append(List.of(answered(decision("beta", MARCH, "80.00", "green"), List.of())));
        assertThat(count("log_entry")).isEqualTo(2);
        assertThat(count("decision")).isEqualTo(2);
    }

    @Test
    void theSameKeyAtTwoInstancesAtOnceMakesOneDecision() throws Exception {
        GroupCommit here = new GroupCommit(store, ROOMY);
        GroupCommit there = new GroupCommit(storeOver(database), ROOMY);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 20; round++) {
                String key = "k-" + round;
                List<Callable<Boolean>> requests = new ArrayList<>();
                for (GroupCommit instance : List.of(here, there, here, there)) {
                    AnsweredDecision answered = answered(
                            ids.next(),
                            decision("acme", MARCH, "80.00", "green"),
                            List.of(),
                            new IdempotentRequest(key, "a".repeat(64), NOW.plus(Duration.ofHours(24))));
                    requests.add(() -> kept(instance, answered));
                }
                int kept = 0;
                for (Future<Boolean> request : threads.invokeAll(requests)) {
                    kept += request.get() ? 1 : 0;
                }
                assertThat(kept).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(count("decision")).isEqualTo(20);
        assertThat(count("log_entry")).isEqualTo(20);
    }

    @Test
    void ofThoseKeptEachByItselfOnlyTheOneThatCannotBeIsNot() {
        IdempotentRequest request = new IdempotentRequest("k-1", "a".repeat(64), NOW.plus(Duration.ofHours(24)));
        AnsweredDecision first = answered(ids.next(), decision("acme", MARCH, "80.00", "green"), List.of(), request);
        AnsweredDecision again = answered(ids.next(), decision("beta", MARCH, "80.00", "green"), List.of(), request);
        AnsweredDecision other = answered(decision("gamma", MARCH, "80.00", "green"), List.of());

        assertThat(new GroupCommit(store, ROOMY).appendEach(List.of(first, again, other)))
                .satisfiesExactly(
                        failure -> assertThat(failure).isNull(),
                        failure -> assertThat(failure).isInstanceOf(DuplicateKeyException.class),
                        failure -> assertThat(failure).isNull());
        assertThat(store.find(first.id())).isPresent();
        assertThat(store.find(again.id())).isEmpty();
        assertThat(store.find(other.id())).isPresent();
        assertThat(count("log_entry")).isEqualTo(2);
    }

    @Test
    void whoFindsNoPlaceIsRefusedWithNothingKept() throws Exception {
        GroupCommit narrow =
                new GroupCommit(store, new Limits(DataSize.ofMegabytes(1), 128, 4, 2, Duration.ofMillis(200)));
        List<AnsweredDecision> asked = new ArrayList<>();
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            AnsweredDecision answered = answered(decision("acme", MARCH.minusDays(i), "80.00", "green"), List.of());
            asked.add(answered);
            requests.add(() -> kept(narrow, answered));
        }
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select id from log_lock where id = 1 for update");
            List<Future<Boolean>> running =
                    requests.stream().map(threads::submit).toList();
            // whoever has a place waits for the lock; the ten others are refused meanwhile
            for (long refused = 0;
                    refused < 10;
                    refused = running.stream().filter(Future::isDone).count()) {
                Thread.onSpinWait();
            }
            holder.rollback();
            List<AnsweredDecision> told = new ArrayList<>();
            for (int i = 0; i < running.size(); i++) {
                if (running.get(i).get()) {
                    told.add(asked.get(i));
                }
            }
            assertThat(told).hasSizeBetween(1, 2);
            assertThat(count("decision")).isEqualTo(told.size());
            assertThat(told)
                    .allSatisfy(
                            answered -> assertThat(store.find(answered.id())).isPresent());
        } finally {
            threads.shutdown();
        }
    }

    private static boolean kept(GroupCommit instance, AnsweredDecision answered) {
        try {
            instance.append(List.of(answered));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        } catch (Problem refused) {
            assertThat(refused.getStatusCode().value()).isEqualTo(503);
            assertThat(refused.getHeaders().getFirst("Retry-After")).isNotNull();
            return false;
        }
    }

    private DecisionStore storeOver(DataSource line) {
        JdbcClient remote = JdbcClient.create(line);
        JdbcTemplate statements = new JdbcTemplate(line);
        return new DecisionStore(
                remote,
                statements,
                new JdbcTransactionManager(line),
                LogForTests.over(remote, statements),
                new LatestDecisions(statements),
                new IdempotencyKeys(remote, statements, Clock.fixed(NOW, ZoneOffset.UTC)),
                accountKeys,
                new CondensedPasts(template));
    }

    private List<HistoryEntry> past(String account, LocalDate asOf) {
        return past(account, asOf, History.EVERYTHING);
    }

    private List<HistoryEntry> past(String account, LocalDate asOf, long before) {
        return entries(known(account, asOf, before), asOf);
    }

    private StoredPast known(String account, LocalDate asOf, long before) {
        return history.of(List.of(new History.Wanted(snapshot(account, asOf), before)), ring())
                .get(0);
    }

    /** All that is known, oldest first, with the attributes of the previous decision. */
    private static List<HistoryEntry> entries(StoredPast past, LocalDate asOf) {
        List<HistoryEntry> entries = new ArrayList<>();
        Stream.of(past.readings(), past.scores(), past.playbooks())
                .flatMap(List::stream)
                .forEach(track -> entries.addAll(entries(track)));
        Optional<LocalDate> previous = entries.stream()
                .filter(entry -> entry instanceof ScoreEntry score && Names.same(score.score(), Decision.OVERALL))
                .map(HistoryEntry::date)
                .filter(date -> date.isBefore(asOf))
                .max(Comparator.naturalOrder());
        past.attributes().stream()
                .flatMap(track -> entries(track).stream())
                .filter(entry -> Optional.of(entry.date()).equals(previous))
                .forEach(entries::add);
        entries.sort(Comparator.comparing(HistoryEntry::date).thenComparing(HistoryEntry::subject));
        return entries;
    }

    private static List<HistoryEntry> entries(KnownPast.Track track) {
        return IntStream.range(0, track.size())
                .mapToObj(track::entry)
                .flatMap(Optional::stream)
                .toList();
    }

    private UUID latestOf(String account) {
        return client.sql("select decision_id from account where account_id = ?")
                .param(account)
                .query(UUID.class)
                .single();
    }

    private long count(String table) {
        return client.sql("select count(*) from " + table).query(Long.class).single();
    }

    private AnsweredDecision answered(Decision decision, List<HistoryEntry> sent) {
        return answered(ids.next(), decision, sent, null);
    }

    private static AnsweredDecision answered(
            UUID id, Decision decision, List<HistoryEntry> sent, @Nullable IdempotentRequest request) {
        List<HistoryEntry> decided = new ArrayList<>();
        decision.scores()
                .forEach((score, value) -> decided.add(new ScoreEntry(
                        score, decision.asOf(), value, decision.bands().get(score))));
        return new AnsweredDecision(
                id,
                NOW,
                "tester",
                decision,
                past(decision, decided, sent, null),
                null,
                ("record of " + decision.accountId()).getBytes(StandardCharsets.UTF_8),
                null,
                request,
                null);
    }

    private KeyRing ring() {
        return accountKeys.ring(List.of("acme"));
    }

    /** Decided with a sensitive reading, which the shipped contract would not have. */
    private AnsweredDecision sealed(AccountKey key) {
        AnsweredDecision answered = answered(decision("acme", MARCH, "80.00", "green"), List.of());
        List<HistoryEntry> sent = List.of(
                new AttributesEntry(MARCH, Map.of("account_name", "Xanthippe", "industry", "media")),
                new IndicatorEntry("seats", MARCH, new BigDecimal("5"), null));
        return new AnsweredDecision(
                answered.id(),
                answered.decidedAt(),
                answered.caller(),
                answered.decision(),
                past(answered.decision(), List.of(), sent, key),
                answered.reason(),
                answered.record(),
                key,
                null,
                null);
    }

    @Test
    void keepsTheKeyWithWhatItSealed() {
        AccountKey key = ring().sealing("acme");

        store.append(List.of(sealed(key)));

        assertThat(ring().sealing("acme").id()).isEqualTo(key.id());
        assertThat(ring().find(key.id().toString())).isPresent();
        assertThat(new String(keptPast(), StandardCharsets.UTF_8))
                .contains("media")
                .doesNotContain("Xanthippe");
        assertThat(attributes()).isEqualTo(Map.of("account_name", "Xanthippe", "industry", "media"));
    }

    @Test
    void keepsNoKeyOfWhatIsNotKept() {
        AnsweredDecision good = sealed(ring().sealing("acme"));
        store.append(List.of(good));
        client.sql("delete from account_key where account_id = 'acme'").update();
        AccountKey another = ring().sealing("acme");
        AnsweredDecision sameAgain = new AnsweredDecision(
                good.id(), NOW, "tester", good.decision(), null, null, good.record(), another, null, null);

        assertThatThrownBy(() -> store.append(List.of(sameAgain))).isInstanceOf(DuplicateKeyException.class);
        assertThat(count("account_key")).isEqualTo(1); // the master key's own
    }

    @Test
    void refusesWhatWasSealedWithAKeyThatWasErasedMeanwhile() {
        store.append(List.of(sealed(ring().sealing("acme"))));
        AccountKey known = ring().sealing("acme");
        client.sql("delete from account_key where account_id = 'acme'").update();

        assertThatThrownBy(() -> store.append(List.of(sealed(known)))).isInstanceOf(KeysErasedException.class);
        assertThat(count("decision")).isEqualTo(1);
        assertThat(attributes()).isEqualTo(Map.of("industry", "media"));
    }

    @Test
    void keepsTheKeysOfTwoFirstDecisionsAtTheSameMoment() {
        AccountKey one = ring().sealing("acme");
        AccountKey other = ring().sealing("acme");

        store.append(List.of(sealed(one), sealed(other)));

        assertThat(ring().find(one.id().toString())).isPresent();
        assertThat(ring().find(other.id().toString())).isPresent();
    }

    private Map<String, @Nullable Object> attributes() {
        return PackedPast.read(keptPast(), MARCH).sent().stream()
                .filter(HistoryRow::isAttributes)
                .flatMap(row -> PAST.open(row, "acme", ring()).stream())
                .map(entry -> ((AttributesEntry) entry).attributes())
                .findFirst()
                .orElseThrow();
    }

    private byte[] keptPast() {
        return client.sql("select past from decision order by leaf_index desc fetch first 1 row only")
                .query(byte[].class)
                .single();
    }

    private static byte[] past(
            Decision decision, List<HistoryEntry> decided, List<HistoryEntry> sent, @Nullable AccountKey key) {
        return PAST.pack(new NewEntries(decided, sent), PrivacyForTests.sealer(), decision, key);
    }

    private static AccountSnapshot snapshot(String account, LocalDate asOf) {
        return new AccountSnapshot(account, asOf, Map.of(), Map.of(), List.of());
    }

    private static Decision decision(String account, LocalDate asOf, String overall, String band) {
        return decision(
                account, asOf, Status.DECIDED, Map.of("Overall", new BigDecimal(overall)), Map.of("Overall", band));
    }

    private static Decision undecided(String account, LocalDate asOf) {
        return decision(account, asOf, Status.UNDECIDED, Map.of(), Map.of());
    }

    private static Decision flagged(Decision decision, String... flags) {
        List<RaisedFlag> raised = new ArrayList<>();
        for (String flag : flags) {
            raised.add(new RaisedFlag(flag, "high", "F-1"));
        }
        return new Decision(
                decision.accountId(),
                decision.asOf(),
                decision.status(),
                decision.model(),
                decision.segment(),
                decision.tier(),
                decision.scores(),
                decision.bands(),
                decision.coverage(),
                decision.confidence(),
                decision.probabilities(),
                decision.arrAtRisk(),
                raised,
                decision.cohort(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Decision decision(
            String account, LocalDate asOf, Status status, Map<String, BigDecimal> scores, Map<String, String> bands) {
        return new Decision(
                account,
                asOf,
                status,
                new ModelVersion("1", "sha256:0"),
                "smb",
                null,
                scores,
                bands,
                null,
                null,
                Map.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
