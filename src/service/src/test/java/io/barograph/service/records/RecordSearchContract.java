package io.barograph.service.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.service.records.LogFill.Entry;
import io.barograph.service.records.RecordSearch.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Whatever is asked for, on any database, however much of the log is indexed: the answer is that of looking at every record. */
abstract class RecordSearchContract {

    private static final int SIZE = 5_000;
    private static final long SEED = 20_260_301;

    private final Random random = new Random(SEED);
    private final List<Entry> log = new ArrayList<>();
    private DataSource database;
    private RecordsOn records;

    /** A database with its tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = database();
        records = RecordsOn.database(database);
    }

    @Test
    void findsWhatLookingAtEveryRecordFinds() {
        LogFill fill = new LogFill(SEED, SIZE);
        for (int round = 0; round < 4; round++) {
            add(fill, SIZE / 4);
            if (round % 2 == 0) {
                records.index().catchUp();
            }
            for (int i = 0; i < 25; i++) {
                check(filters(fill));
            }
        }
    }

    @Test
    void findsARuleByItselfOrByItsCellInAnyCase() {
        add(new LogFill(SEED, SIZE), 1_000);
        records.index().catchUp();
        LogFill.Firing firing = log.get(400).fired().get(0);

        List<Long> byRule = all(only("rule", firing.ruleId().toLowerCase(Locale.ROOT)), 50);
        List<Long> byCell = all(only("cell", firing.cell().toUpperCase(Locale.ROOT)), 50);

        assertThat(byRule).contains(400L).containsAll(byCell);
        assertThat(byCell).contains(400L);
    }

    @Test
    void tellsHowFarTheIndexLags() {
        add(new LogFill(SEED, SIZE), 1_000);
        records.index().catchUp();

        assertThat(records.lag()).isEqualTo(1_000 % 256);
    }

    @Test
    void givesUpAPageThatWouldReadTooMuchAndGoesOnWithTheNext() {
        add(new LogFill(SEED, SIZE), 5_000);

        Found page = records.search().page(only("rule", "no such rule").query(), null, 10);

        assertThat(page.rows()).isEmpty();
        assertThat(page.reached()).isNotNull().isLessThan(5_000L - (RecordSearch.FRESH_BLOCKS - 1) * 256L);
        assertThat(records.search()
                        .page(only("rule", "no such rule").query(), page.reached(), 10)
                        .reached())
                .isNull();
    }

    @Test
    void severalInstancesIndexTheSameLogOnce() throws Exception {
        LogFill fill = new LogFill(SEED, SIZE);
        add(fill, SIZE);
        ExecutorService instances = Executors.newFixedThreadPool(3);
        try {
            List<Future<Void>> done = instances.invokeAll(Collections.nCopies(3, indexing()));
            for (Future<Void> instance : done) {
                instance.get();
            }
        } finally {
            instances.shutdownNow();
        }

        records.index().catchUp();
        assertThat(count("log_block")).isEqualTo(SIZE / 256);
        assertThat(count("(select distinct field, label, rule_id from search_term) t"))
                .isEqualTo(count("search_term"));
        for (int i = 0; i < 10; i++) {
            check(filters(fill));
        }
    }

    /** A commit that takes too long is tried again block by block, not in the same way for ever. */
    @Test
    void blocksThatTakeTooLongTogetherAreIndexedOneByOne() {
        add(new LogFill(SEED, SIZE), 1_000);
        OneBlockInTime transactions = new OneBlockInTime(database);
        RecordsOn slow = RecordsOn.database(database, transactions);

        slow.index().catchUp();
        assertThat(count("log_block")).isZero();

        slow.index().catchUp();
        assertThat(count("log_block")).isEqualTo(3);
        assertThat(transactions.refused).isEqualTo(1);
        assertThat(slow.lag()).isEqualTo(1_000 % 256);
    }

    /** Lets no transaction end that added more than one block. */
    @SuppressWarnings("serial") // never written
    private static final class OneBlockInTime extends JdbcTransactionManager {

        private final JdbcClient blocks;
        private long before;
        private int refused;

        OneBlockInTime(DataSource database) {
            super(database);
            setRollbackOnCommitFailure(true);
            blocks = JdbcClient.create(database);
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            long now = blocks.sql("select count(*) from log_block")
                    .query(Long.class)
                    .single();
            if (now > before + 1) {
                refused++;
                throw new TransactionTimedOutException("too many blocks");
            }
            before = now;
            super.doCommit(status);
        }
    }

    private Callable<Void> indexing() {
        return () -> {
            RecordsOn.database(database).index().catchUp();
            return null;
        };
    }

    @Test
    void findsRetiredRecordsByKindAndTimeAlone() {
        add(new LogFill(SEED, SIZE), 600);
        records.index().catchUp();
        Entry retired = log.get(300);
        retire(retired);

        assertThat(all(only("kind", "decision"), 200)).contains(300L);
        assertThat(all(only("account", String.valueOf(retired.account())), 200)).doesNotContain(300L);
        assertThat(all(only("rule", retired.fired().get(0).ruleId()), 200)).doesNotContain(300L);
        RecordRow row = records.search()
                .page(only("kind", "decision").query(), 301L, 1)
                .rows()
                .get(0);
        assertThat(row.retired()).isTrue();
        assertThat(row.decisionId()).isEqualTo(retired.id());
        assertThat(row.caller()).isNull();
        assertThat(row.explanation()).isNull();
    }

    /** As the owner of the tables or the role of retention does. */
    abstract void retire(String statement);

    private void retire(Entry entry) {
        retire("delete from decision where leaf_index = " + entry.index());
        retire("update log_entry set record = null where leaf_index = " + entry.index());
    }

    private void add(LogFill fill, int count) {
        List<Entry> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(fill.entry(log.size() + i));
        }
        LogFill.add(added, records.template());
        log.addAll(added);
    }

    private void check(RecordFilters filters) {
        List<Long> expected = new ArrayList<>(log.stream()
                .filter(entry -> passes(entry, filters))
                .map(Entry::index)
                .toList());
        if (!"oldest".equals(filters.order())) {
            Collections.reverse(expected);
        }

        int pages = 1 + random.nextInt(6);
        assertThat(all(filters, 1 + expected.size() / pages)).as("%s", filters).isEqualTo(expected);
        List<Long> streamed = new ArrayList<>();
        records.search().forEach(filters.query(), Integer.MAX_VALUE, row -> streamed.add(row.index()));
        assertThat(streamed).as("%s", filters).isEqualTo(expected);
    }

    private List<Long> all(RecordFilters filters, int limit) {
        List<Long> found = new ArrayList<>();
        RecordQuery query = filters.query();
        Long after = null;
        do {
            Found page = records.search().page(query, after, limit);
            page.rows().forEach(row -> found.add(row.index()));
            after = page.reached() != null
                    ? page.reached()
                    : page.rows().size() == limit
                            ? Long.valueOf(page.rows().get(limit - 1).index())
                            : null;
        } while (after != null);
        return found;
    }

    private static boolean passes(Entry entry, RecordFilters filters) {
        RecordQuery query = filters.query();
        return same(filters.account(), entry.account())
                && same(filters.caller(), entry.caller())
                && same(filters.band(), entry.band())
                && same(filters.status(), entry.status())
                && same(filters.segment(), entry.segment())
                && same(filters.kind(), entry.kind())
                && same(filters.event(), entry.event())
                && (filters.model() == null || entry.models().contains(filters.model()))
                && ((filters.rule() == null && filters.cell() == null)
                        || entry.fired().stream()
                                .anyMatch(firing -> (filters.rule() == null
                                                || filters.rule().equalsIgnoreCase(firing.ruleId()))
                                        && (filters.cell() == null
                                                || filters.cell().equalsIgnoreCase(firing.cell()))))
                && (query.from() == null || !entry.at().isBefore(query.from()))
                && (query.to() == null || entry.at().isBefore(query.to()));
    }

    private static boolean same(@Nullable String wanted, @Nullable String found) {
        return wanted == null || wanted.equals(found);
    }

    /** One to three filters, mostly with values that occur. */
    private RecordFilters filters(LogFill fill) {
        Entry example = log.get(random.nextInt(log.size()));
        LogFill.Firing firing = example.fired().isEmpty()
                ? new LogFill.Firing("EN-SC-001", "nowhere")
                : example.fired().get(random.nextInt(example.fired().size()));
        RecordFilters filters = RecordFilters.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            filters = switch (random.nextInt(11)) {
                case 0 -> with(filters, "account", example.account());
                case 1 -> with(filters, "rule", firing.ruleId());
                case 2 -> with(filters, "cell", firing.cell());
                case 3 -> with(filters, "model", LogFill.digest(1 + random.nextInt(5)));
                case 4 -> with(filters, "caller", example.caller());
                case 5 -> with(filters, "band", example.band());
                case 6 -> with(filters, "status", example.status());
                case 7 -> with(filters, "segment", example.segment());
                case 8 -> with(filters, "kind", random.nextInt(5) == 0 ? "event" : "decision");
                case 9 -> with(filters, "from", time(fill, example));
                default -> with(filters, "to", time(fill, example));
            };
        }
        if (random.nextInt(20) == 0) {
            filters = with(filters, "event", "erasure");
        }
        return random.nextBoolean() ? filters : with(filters, "order", "oldest");
    }

    private String time(LogFill fill, Entry example) {
        Duration day = Duration.ofSeconds(random.nextInt(86_400));
        Instant time = switch (random.nextInt(4)) {
            case 0 -> example.at();
            case 1 -> example.at().plus(day);
            case 2 -> fill.start().minus(day);
            default -> fill.end();
        };
        return random.nextInt(4) == 0 ? time.toString().substring(0, 10) : time.toString();
    }

    static RecordFilters only(String name, String value) {
        return with(RecordFilters.NONE, name, value);
    }

    static RecordFilters with(RecordFilters before, String name, @Nullable String value) {
        return new RecordFilters(
                name.equals("account") ? value : before.account(),
                name.equals("rule") ? value : before.rule(),
                name.equals("cell") ? value : before.cell(),
                name.equals("model") ? value : before.model(),
                name.equals("caller") ? value : before.caller(),
                name.equals("band") ? value : before.band(),
                name.equals("status") ? value : before.status(),
                name.equals("segment") ? value : before.segment(),
                name.equals("kind") ? value : before.kind(),
                name.equals("event") ? value : before.event(),
                name.equals("from") ? value : before.from(),
                name.equals("to") ? value : before.to(),
                name.equals("order") ? value : before.order());
    }

    private long count(String table) {
        return records.client()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
