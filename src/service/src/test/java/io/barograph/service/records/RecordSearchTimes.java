package io.barograph.service.records;

import io.barograph.service.database.PostgresServer;
import io.barograph.service.records.LogFill.Entry;
import io.barograph.service.records.RecordSearch.Found;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Measures the search over a long log; no part of the tests. With the test classes and their libraries on the class path:
 *
 * <pre>{@code java … io.barograph.service.records.RecordSearchTimes h2 FOLDER 1000000
 * java … io.barograph.service.records.RecordSearchTimes postgres - 1000000}</pre>
 *
 * A folder that holds a log from before is measured as it is, which is colder.
 */
final class RecordSearchTimes {

    private static final int RUNS = 30;
    private static final int FILLED_TOGETHER = 2_000;

    private RecordSearchTimes() {}

    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[2]);
        DataSource database = arguments[0].equals("h2") ? h2(Path.of(arguments[1])) : postgres();
        RecordsOn records = RecordsOn.database(database);
        long there = records.client()
                .sql("select coalesce(max(leaf_index) + 1, 0) from log_entry")
                .query(Long.class)
                .single();
        if (there == 0) {
            fill(records, size);
        }
        measure(records, size);
        explain(records, arguments[0].equals("h2") ? "explain analyze " : "explain (analyze, costs off) ");
        if (database instanceof JdbcConnectionPool pool) {
            JdbcClient.create(pool).sql("shutdown").update();
        }
        System.exit(0);
    }

    private static DataSource h2(Path folder) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0", "sa", "");
        Flyway.configure().dataSource(pool).validateOnMigrate(false).load().migrate();
        return pool;
    }

    private static DataSource postgres() {
        PGSimpleDataSource source =
                (PGSimpleDataSource) PostgresServer.database().as(PostgresServer.OWNER);
        source.setReWriteBatchedInserts(true);
        return new SingleConnectionDataSource(connection(source), true);
    }

    private static Connection connection(DataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void fill(RecordsOn records, int size) {
        LogFill fill = new LogFill(7, size);
        long start = System.nanoTime();
        for (int from = 0; from < size; from += FILLED_TOGETHER) {
            List<Entry> entries = new ArrayList<>();
            for (int i = from; i < Math.min(size, from + FILLED_TOGETHER); i++) {
                entries.add(fill.entry(i));
            }
            LogFill.add(entries, records.template());
            if (from % 100_000 == 0) {
                System.out.printf("%,d filled in %.0f s%n", from, seconds(start));
            }
        }
        System.out.printf("%,d filled in %.0f s%n", size, seconds(start));
        start = System.nanoTime();
        records.index().catchUp();
        System.out.printf("indexed in %.0f s, lag %.0f%n", seconds(start), records.lag());
        JdbcTemplate template = records.template();
        for (String table : List.of("log_entry", "decision", "term_block", "search_term", "log_block")) {
            System.out.printf(
                    "%s: %,d rows%n", table, template.queryForObject("select count(*) from " + table, Long.class));
        }
        template.execute("analyze");
    }

    private static void measure(RecordsOn records, int size) {
        LogFill fill = new LogFill(7, size);
        Map<String, RecordFilters> queries = new LinkedHashMap<>();
        queries.put("all", RecordFilters.NONE);
        queries.put("busy account", one("account", "account-0"));
        queries.put("quiet account", one("account", "account-" + (size / 200 - 1)));
        queries.put("common rule", one("rule", "en-sc-000"));
        queries.put("rare rule", one("rule", "GR-RARE"));
        queries.put("unknown rule", one("rule", "GR-NEVER"));
        queries.put("cell of an old model", one("cell", LogFill.cell("smb", 3, 1)));
        queries.put("band red", one("band", "red"));
        queries.put("undecided", one("status", "undecided"));
        queries.put("segment startup", one("segment", "startup"));
        queries.put("caller ops", one("caller", "api-key:ops"));
        queries.put("first model", one("model", "v1"));
        queries.put("events", one("kind", "event"));
        queries.put("rare rule of quiet account", and(one("rule", "GR-RARE"), "account", "account-4000"));
        queries.put("common rule of busy account", and(one("rule", "en-sc-000"), "account", "account-0"));
        queries.put(
                "band red in one old day", day(one("band", "red"), fill.start().plus(30, ChronoUnit.DAYS)));
        queries.put("undecided, red: none", and(one("status", "undecided"), "band", "red"));
        queries.put(
                "startup, red, ops, rare rule",
                and(and(and(one("segment", "startup"), "band", "red"), "caller", "api-key:ops"), "rule", "GR-RARE"));
        queries.put(
                "one old hour",
                and(
                        one("from", fill.start().plus(60, ChronoUnit.DAYS).toString()),
                        "to",
                        fill.start().plus(60, ChronoUnit.DAYS).plusSeconds(3600).toString()));
        System.out.println(
                "query | found | first page, first time ms | first page, median ms | first page, slowest ms | deep page, median ms | oldest first, median ms | first page, median ms of this thread's processor time");
        queries.forEach((name, filters) -> {
            long start = System.nanoTime();
            Found first = records.search().page(filters.query(), null, 51);
            double cold = millis(start);
            double[] warm = times(records, filters, null);
            double[] deep = times(records, filters, (long) size / 3);
            double[] oldest = times(records, RecordSearchContract.with(filters, "order", "oldest"), null);
            System.out.printf(
                    "%s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f%n",
                    name,
                    first.rows().size(),
                    cold,
                    warm[RUNS / 2],
                    warm[RUNS - 1],
                    deep[RUNS / 2],
                    oldest[RUNS / 2],
                    processorTime(records, filters));
        });
    }

    private static double[] times(RecordsOn records, RecordFilters filters, @Nullable Long after) {
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            records.search().page(filters.query(), after, 51);
            times[i] = millis(start);
        }
        Arrays.sort(times);
        return times;
    }

    /** The plans of the statements that a search consists of. */
    private static void explain(RecordsOn records, String explain) {
        String leaves = "select block, leaves from term_block where term_id = 3 and block >= 100 and block < 1124";
        for (String statement : List.of(
                "select coalesce(max(leaf_index) + 1, 0) from log_entry",
                "select coalesce(max(block) + 1, 0) from log_block",
                "select min(leaf_index) from decision",
                "select term_id from search_term where field = 'cell' and rule_id = 'en-sc-000'",
                "select term_id from search_term where field = 'band' and label = 'red'",
                leaves + " union all " + leaves.replace("= 3", "= 4"),
                "select block, leaves from term_block where term_id = 3 and block >= 100 and block < 101",
                "select leaf_index from decision where account_id = 'account-0' and leaf_index >= 1000 and leaf_index < 200000",
                "select e.leaf_index, d.account_id from log_entry e left join decision d on d.leaf_index = e.leaf_index"
                        + " where e.leaf_index in (900000, 800000, 700000) and e.record is not null order by e.leaf_index desc")) {
            System.out.println(statement);
            records.client().sql(explain + statement).query(String.class).list().forEach(System.out::println);
        }
    }

    /** What other work of the machine does not disturb; on H2 it is all there is, for it runs in the thread that asks. */
    private static double processorTime(RecordsOn records, RecordFilters filters) {
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            records.search().page(filters.query(), null, 51);
            times[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static RecordFilters one(String name, String value) {
        return RecordSearchContract.only(name, value);
    }

    private static RecordFilters and(RecordFilters before, String name, String value) {
        return RecordSearchContract.with(before, name, value);
    }

    private static RecordFilters day(RecordFilters before, Instant from) {
        return and(
                and(before, "from", from.toString()),
                "to",
                from.plus(1, ChronoUnit.DAYS).toString());
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double seconds(long start) {
        return millis(start) / 1000;
    }
}
