package io.barograph.benchmarks.http;

import io.barograph.benchmarks.engine.ShippedModel;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Observation;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts that are decided day after day, in batches, so that each has a longer past than the day before. */
public final class DailyRuns {

    private static final String BATCH = "/api/v1/decisions/batch?explain=none";
    private static final long SEED = 20_260_302;

    /** Days between readings of an indicator: some are read daily, some weekly, some monthly. */
    private static final int[] PERIODS = {1, 7, 30};

    private DailyRuns() {}

    /** Arguments {@code days} tell after which days the cost of the last ones is printed. */
    public static void run(List<String> arguments) throws IOException {
        Options options = Options.of(arguments, "stores", "accounts", "days", "last", "warmup", "java");
        List<Integer> told = options.list("days", "10,100,400").stream()
                .map(Integer::parseInt)
                .toList();
        int last = options.number("last", 5);
        List<AccountSnapshot> drawn = SeededAccounts.of(SEED, options.number("accounts", 2_000), ShippedModel.AS_OF);
        System.out.println(
                "| store | after days of daily decisions | accounts/s | service µs CPU an account | database µs CPU | bytes stored an account |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (String kind : options.list("stores", "h2,postgres")) {
            try (ServiceProcess service = HttpRuns.start(kind, options);
                    Line line = new Line(service.port())) {
                long until = System.nanoTime() + options.seconds("warmup", 120).toNanos();
                for (int round = 0; System.nanoTime() < until; round++) {
                    for (int day = 0; day < 30 && System.nanoTime() < until; day++) {
                        ask(line, drawn, "-warm-" + round, day);
                    }
                }
                System.err.println(kind + ": warm");
                int day = 0;
                for (int end : told) {
                    for (; day < end - last; day++) {
                        ask(line, drawn, "", day);
                    }
                    long stored = service.stored();
                    Duration cpu = service.processorTime();
                    Duration database = service.databaseTime();
                    long nanos = 0;
                    int first = day;
                    for (; day < end; day++) {
                        nanos += ask(line, drawn, "", day);
                    }
                    double accounts = (double) drawn.size() * (day - first);
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %d | %.0f | %.0f | %.0f | %.0f |%n",
                            kind,
                            end,
                            accounts * 1e9 / nanos,
                            service.processorTime().minus(cpu).toNanos() / accounts / 1e3,
                            service.databaseTime().minus(database).toNanos() / accounts / 1e3,
                            (service.stored() - stored) / accounts);
                }
            }
        }
    }

    /** @return what the batch took, in ns */
    private static long ask(Line line, List<AccountSnapshot> drawn, String suffix, int day) throws IOException {
        List<AccountSnapshot> today = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            today.add(on(drawn, i, suffix, day));
        }
        byte[] batch = Accounts.batch(BATCH, Accounts.bodies(today));
        long started = System.nanoTime();
        HttpRuns.good(line.ask(batch, false));
        return System.nanoTime() - started;
    }

    /** The account with readings of another one wherever an indicator is due again. */
    private static AccountSnapshot on(List<AccountSnapshot> drawn, int account, String suffix, int day) {
        AccountSnapshot base = drawn.get(account);
        LocalDate asOf = base.asOf().plusDays(day);
        Map<String, Observation> indicators = new LinkedHashMap<>();
        int number = 0;
        for (String name : base.indicators().keySet()) {
            int period = PERIODS[number++ % PERIODS.length];
            int reading = day / period;
            Observation other = drawn.get((account + reading) % drawn.size())
                    .indicators()
                    .getOrDefault(name, base.indicators().get(name));
            indicators.put(
                    name, new Observation(other.value(), base.asOf().plusDays((long) reading * period), null, null));
        }
        return new AccountSnapshot(base.accountId() + suffix, asOf, base.attributes(), indicators, List.of());
    }
}
