package io.barograph.benchmarks.peers;

import io.barograph.benchmarks.plain.PlainAccounts;
import io.barograph.benchmarks.plain.PlainTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All entrants at the plain task in one run: every one in a process of its own, their answers compared first, then measured in turn, round
 * by round, so that a machine that slows down slows all of them. Prints a Markdown table of medians.
 */
public final class Peers {

    private static final long SEED = 20260301;
    private static final int RANGES = 18;
    private static final int ACCOUNTS = 4096;
    private static final int COMPARED = 200;
    private static final List<String> NAMES =
            List.of("by-hand", "barograph-256", "barograph-1", "evrete", "openl", "stock", "camunda", "kie-dmn", "zen");

    private Peers() {}

    /** @param arguments {@code --rounds N}, {@code --millis N}, {@code --warm-up MILLIS}, names of entrants (all, when none) */
    public static void main(String[] arguments) throws IOException {
        int rounds = 7;
        long millis = 2_000;
        long warmUp = 15_000;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                case "--millis" -> millis = Long.parseLong(arguments[++i]);
                case "--warm-up" -> warmUp = Long.parseLong(arguments[++i]);
                default -> names.add(arguments[i]);
            }
        }
        List<EntrantClient> entrants = new ArrayList<>();
        try {
            for (String name : names.isEmpty() ? NAMES : names) {
                System.err.println("starting " + name);
                entrants.add(new EntrantClient(name, command(name)));
            }
            compare(entrants);
            Map<EntrantClient, List<EntrantClient.Round>> measured = new LinkedHashMap<>();
            for (EntrantClient entrant : entrants) {
                System.err.println("warming up " + entrant.name());
                entrant.round(warmUp);
                measured.put(entrant, new ArrayList<>());
            }
            for (int round = 0; round < rounds; round++) {
                System.err.println("round " + (round + 1) + " of " + rounds);
                for (EntrantClient entrant : entrants) {
                    List<EntrantClient.Round> own = measured.get(entrant);
                    if (own != null) {
                        own.add(entrant.round(millis));
                    }
                }
            }
            print(measured);
        } finally {
            entrants.forEach(EntrantClient::close);
        }
    }

    private static List<String> command(String name) throws IOException {
        if (name.equals("zen")) {
            Path file = ZenFile.write(PlainTask.draw(SEED, RANGES), PlainAccounts.draw(SEED + 1, ACCOUNTS));
            Path script = Path.of(System.getProperty("barograph.root"), "src/benchmarks/peers/zen/entrant.mjs");
            if (!Files.isDirectory(script.resolveSibling("node_modules"))) {
                throw new IOException("zen is not installed; run `npm install` in src/benchmarks/peers/zen");
            }
            return List.of("node", script.toString(), file.toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EntrantProcess.class.getName(),
                name,
                Long.toString(SEED),
                Integer.toString(RANGES),
                Integer.toString(ACCOUNTS));
    }

    private static void compare(List<EntrantClient> entrants) throws IOException {
        List<String> expected = entrants.get(0).answers(COMPARED);
        double fired = expected.stream()
                .mapToInt(line -> line.split(",", -1).length)
                .average()
                .orElse(0);
        for (EntrantClient entrant : entrants) {
            List<String> answers = entrant.answers(COMPARED);
            for (int i = 0; i < COMPARED; i++) {
                if (!answers.get(i).equals(expected.get(i))) {
                    throw new IOException("`" + entrant.name() + "` answers for account " + i + "\n" + answers.get(i)
                            + "\nbut `" + entrants.get(0).name() + "`\n" + expected.get(i));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d rows, %d indicators, %.1f firings an account; the answers of all entrants are the same.%n%n",
                PlainTask.draw(SEED, RANGES).rows(),
                PlainTask.INDICATORS,
                fired);
    }

    private static void print(Map<EntrantClient, List<EntrantClient.Round>> measured) {
        double together = processor(measured, "barograph-256");
        double alone = processor(measured, "barograph-1");
        System.out.println(
                "| entrant | accounts/s (wall) | µs processor time an account | × Barograph, 256 together | × Barograph, one at a time"
                        + " | bytes an account | source to ready |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        measured.forEach((entrant, rounds) -> {
            double micros = processor(rounds);
            double bytes = median(rounds, round -> (double) round.bytes() / round.accounts());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.2f | %.2f | %.2f | %s | %,d ms |%n",
                    entrant.name(),
                    median(rounds, round -> round.accounts() * 1e9 / round.wall()),
                    micros / 1_000,
                    micros / together,
                    micros / alone,
                    bytes < 0 ? "unknown" : String.format(Locale.ROOT, "%,.0f", bytes),
                    entrant.readyNanos() / 1_000_000);
        });
    }

    private static double processor(Map<EntrantClient, List<EntrantClient.Round>> measured, String name) {
        return measured.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .findFirst()
                .map(entry -> processor(entry.getValue()))
                .orElse(Double.NaN);
    }

    /** Nanoseconds of processor time an account. */
    private static double processor(List<EntrantClient.Round> rounds) {
        return median(rounds, round -> (double) round.processor() / round.accounts());
    }

    private static double median(
            List<EntrantClient.Round> rounds, java.util.function.ToDoubleFunction<EntrantClient.Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
