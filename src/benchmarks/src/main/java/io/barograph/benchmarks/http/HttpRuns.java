package io.barograph.benchmarks.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The service over HTTP, on a store that keeps what is answered. */
public final class HttpRuns {

    private static final String DECIDE = "/api/v1/decisions?explain=";
    private static final String BATCH = "/api/v1/decisions/batch?explain=";
    private static final String HEAD = "| store | what | connections | requests/s | p50 ms | p99 ms | p99.9 ms |"
            + " service µs CPU | database µs CPU | failed |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

    private HttpRuns() {}

    /**
     * Single decisions beside endpoints of the same service that read the same body and answer a constant, turn by turn, in a closed
     * loop; then all of them in an open loop at a share of what decisions reached.
     */
    public static void single(List<String> arguments) throws IOException {
        Options options = Options.of(
                arguments,
                "stores",
                "connections",
                "seconds",
                "rounds",
                "accounts",
                "explain",
                "warmup",
                "share",
                "without",
                "java");
        int connections = options.number("connections", 16);
        System.out.println(HEAD);
        for (String kind : options.list("stores", "h2,postgres")) {
            try (ServiceProcess service = start(kind, options)) {
                List<byte[]> bodies = Accounts.snapshots(options.number("accounts", 5000));
                Map<String, List<byte[]>> paths = new LinkedHashMap<>();
                paths.put("constant", Accounts.requests(ConstantEndpoint.SMALL, bodies));
                paths.put("constant of the same size", Accounts.requests(ConstantEndpoint.SAME_SIZE, bodies));
                paths.put("constant and a row kept", Accounts.requests(ConstantEndpoint.KEPT, bodies));
                paths.put("decision", Accounts.requests(DECIDE + options.text("explain", "full"), bodies));
                setSameSize(service, paths.get("decision").get(0));
                leaveOut(options, paths);
                Load load = new Load(service.port(), connections);
                paths.forEach((what, requests) -> load.warmUp(what, requests, options.seconds("warmup", 120)));
                Map<String, Row> closed = new LinkedHashMap<>();
                for (int round = 0; round < options.number("rounds", 3); round++) {
                    paths.forEach((what, requests) -> closed.merge(
                            what,
                            Row.of(service, () -> load.closed(requests, options.seconds("seconds", 5))),
                            Row::plus));
                }
                closed.forEach((what, row) -> row.print(kind, what + ", closed loop", connections));
                double rate = row(closed, "decision").measured().rate() * options.number("share", 50) / 100;
                Map<String, Row> open = new LinkedHashMap<>();
                paths.forEach((what, requests) -> open.put(
                        what, Row.of(service, () -> load.open(requests, options.seconds("seconds", 5), rate))));
                open.forEach((what, row) ->
                        row.print(kind, what + String.format(Locale.ROOT, ", open loop at %.0f/s", rate), connections));
                Row decision = row(closed, "decision");
                for (String constant : closed.keySet().stream()
                        .filter(what -> !what.equals("decision"))
                        .toList()) {
                    System.err.printf(
                            Locale.ROOT,
                            "%s: decisions reach %.0f %% of %s, p99 %.2f times (open loop %.2f times)%n",
                            kind,
                            100
                                    * decision.measured().rate()
                                    / row(closed, constant).measured().rate(),
                            constant,
                            decision.measured().at(99)
                                    / row(closed, constant).measured().at(99),
                            row(open, "decision").measured().at(99)
                                    / row(open, constant).measured().at(99));
                }
            }
        }
    }

    private static void leaveOut(Options options, Map<String, List<byte[]>> paths) {
        List<String> constants =
                paths.keySet().stream().filter(what -> !what.equals("decision")).toList();
        for (String what : options.text("without", "").isEmpty() ? List.<String>of() : options.list("without", "")) {
            if (!constants.contains(what)) {
                throw new IllegalArgumentException(
                        "`without` does not take `" + what + "`, but " + String.join(", ", constants));
            }
            paths.remove(what);
        }
    }

    private static Row row(Map<String, Row> rows, String what) {
        return Objects.requireNonNull(rows.get(what));
    }

    private static void setSameSize(ServiceProcess service, byte[] request) throws IOException {
        try (Line line = new Line(service.port())) {
            Line.Reply decision = good(line.ask(request, true));
            good(line.ask(
                    Line.request("POST", ConstantEndpoint.SAME_SIZE, "application/octet-stream", decision.body()),
                    true));
        }
    }

    /** Batches, one connection, beside the engine by itself on one thread of the same process. */
    public static void batch(List<String> arguments) throws IOException {
        Options options = Options.of(arguments, "stores", "rounds", "accounts", "explain", "warmup", "java");
        System.out.println(
                "| store | what | accounts/s | service µs CPU an account | database µs CPU | bytes stored an account |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        for (String kind : options.list("stores", "h2,postgres")) {
            try (ServiceProcess service = start(kind, options);
                    Line line = new Line(service.port())) {
                List<byte[]> bodies = Accounts.snapshots(options.number("accounts", 10_000));
                byte[] engine = Accounts.batch(EngineEndpoint.PATH, bodies);
                byte[] batch = Accounts.batch(BATCH + options.text("explain", "full"), bodies);
                for (int round = 0; round < options.number("warmup", 2); round++) {
                    good(line.ask(engine, true));
                    good(line.ask(batch, false));
                }
                long before = service.stored();
                double engineNanos = 0;
                double engineCpu = 0;
                double batchNanos = 0;
                double batchCpu = 0;
                double database = 0;
                int rounds = options.number("rounds", 3);
                double accounts = (double) rounds * bodies.size();
                for (int round = 0; round < rounds; round++) {
                    String[] told =
                            new String(good(line.ask(engine, true)).body(), StandardCharsets.US_ASCII).split(" ", -1);
                    engineNanos += Double.parseDouble(told[1]);
                    engineCpu += Double.parseDouble(told[2]);
                    Duration cpu = service.processorTime();
                    Duration databaseCpu = service.databaseTime();
                    long started = System.nanoTime();
                    good(line.ask(batch, false));
                    batchNanos += System.nanoTime() - started;
                    batchCpu += service.processorTime().minus(cpu).toNanos();
                    database += service.databaseTime().minus(databaseCpu).toNanos();
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %s | engine, one thread | %.0f | %.1f | | |%n| %s | HTTP batch, kept | %.0f | %.1f | %.1f | %d |%n",
                        kind,
                        accounts * 1e9 / engineNanos,
                        engineCpu / accounts / 1e3,
                        kind,
                        accounts * 1e9 / batchNanos,
                        batchCpu / accounts / 1e3,
                        database / accounts / 1e3,
                        Math.round((service.stored() - before) / accounts));
                System.err.printf(
                        Locale.ROOT,
                        "%s: the batch reaches %.0f %% of the engine%n",
                        kind,
                        100 * engineNanos / batchNanos);
            }
        }
    }

    /** Single decisions as the store grows. */
    public static void growth(List<String> arguments) throws IOException {
        Options options = Options.of(
                arguments, "stores", "connections", "seconds", "accounts", "records", "explain", "warmup", "java");
        int connections = options.number("connections", 16);
        System.out.println(HEAD);
        for (String kind : options.list("stores", "h2,postgres")) {
            try (ServiceProcess service = start(kind, options)) {
                List<byte[]> bodies = Accounts.snapshots(options.number("accounts", 100_000));
                List<byte[]> requests = Accounts.requests(DECIDE + options.text("explain", "full"), bodies);
                Load load = new Load(service.port(), connections);
                load.warmUp("decision", requests, options.seconds("warmup", 120));
                long stored = 0;
                for (String size : options.list("records", "1000,10000,100000,1000000")) {
                    stored = store(service, bodies, stored, Long.parseLong(size));
                    System.err.println(kind + ": " + stored + " records stored");
                    Row.of(service, () -> load.closed(requests, options.seconds("seconds", 10)))
                            .print(kind, "decision after " + size + " records", connections);
                }
            }
        }
    }

    /** Batches until so many records are there; returns how many there are. */
    private static long store(ServiceProcess service, List<byte[]> bodies, long before, long wanted)
            throws IOException {
        long stored = before;
        try (Line line = new Line(service.port())) {
            while (stored < wanted) {
                int from = (int) (stored % bodies.size());
                int to = (int) Math.min(bodies.size(), from + Math.min(5000, wanted - stored));
                good(line.ask(Accounts.batch(BATCH + "none", bodies.subList(from, to)), false));
                stored += to - from;
            }
        }
        return stored;
    }

    /** Single decisions in an open loop while another model takes over again and again. */
    public static void swap(List<String> arguments) throws IOException {
        Options options = Options.of(
                arguments,
                "stores",
                "connections",
                "seconds",
                "accounts",
                "explain",
                "warmup",
                "every",
                "rate",
                "java");
        int connections = options.number("connections", 16);
        System.out.println(HEAD);
        for (String kind : options.list("stores", "h2,postgres")) {
            try (ServiceProcess service = start(kind, options)) {
                List<byte[]> bodies = Accounts.snapshots(options.number("accounts", 5000));
                List<byte[]> requests = Accounts.requests(DECIDE + options.text("explain", "full"), bodies);
                Load load = new Load(service.port(), connections);
                Duration every = options.seconds("every", 10);
                int unused;
                try (Swaps warm = new Swaps(service, every, 1)) {
                    load.warmUp("decision", requests, options.seconds("warmup", 120));
                    unused = 1 + warm.count() + 1; // one more may be under way
                }
                double rate = options.number("rate", (int)
                        (load.closed(requests, options.seconds("seconds", 10)).rate() / 2));
                Duration time = options.seconds("seconds", 60);
                Row.of(service, () -> load.open(requests, time, rate))
                        .print(kind, String.format(Locale.ROOT, "one model, open loop at %.0f/s", rate), connections);
                try (Swaps measured = new Swaps(service, every, unused)) {
                    Row row = Row.of(service, () -> load.open(requests, time, rate));
                    String what = String.format(
                            Locale.ROOT, "%d swaps of the model, open loop at %.0f/s", measured.count(), rate);
                    row.print(kind, what, connections);
                }
            }
        }
    }

    static ServiceProcess start(String kind, Options options) throws IOException {
        String java = options.text("java", "");
        return ServiceProcess.start(Store.open(kind), java.isEmpty() ? List.of() : List.of(java.split(" ", -1)));
    }

    static Line.Reply good(Line.Reply reply) throws IOException {
        if (!reply.isGood()) {
            throw new IOException(
                    "answered with " + reply.status() + ": " + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return reply;
    }
}
