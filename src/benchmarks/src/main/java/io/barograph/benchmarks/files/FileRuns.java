package io.barograph.benchmarks.files;

import io.barograph.benchmarks.engine.ShippedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code barograph score} from CSV and from NDJSON beside {@link HandFile}, each a process of its own, start included, with full
 * explanations and a heap of 512 MiB; the files they write are checked to be the same first. What an account costs is the difference between a whole
 * file and a tenth of it, so that starting and warming up does not count twice.
 */
public final class FileRuns {

    private static final int ACCOUNTS = 100_000;
    private static final int TENTH = 10;
    private static final String HEAP = "-Xmx512m";
    private static final String VERSION = "working-copy";
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s\\s*$");

    private final Path folder;
    private final int accounts;

    private record Took(double wall, double processor) {}

    private FileRuns(Path folder, int accounts) {
        this.folder = folder;
        this.accounts = accounts;
    }

    /** Takes the number of accounts; 100,000 unless it says otherwise. */
    public static void run(List<String> arguments) throws IOException, InterruptedException {
        int accounts = arguments.isEmpty() ? ACCOUNTS : Integer.parseInt(arguments.get(0));
        Path folder = Files.createTempDirectory("barograph-files");
        try {
            new FileRuns(folder, accounts).run();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        Path csv = folder.resolve("accounts.csv");
        Path few = folder.resolve("few.csv");
        SampleRows.write(csv, accounts);
        SampleRows.write(few, accounts / TENTH);
        Path ndjson = SampleSnapshots.of(csv);
        Path fewNdjson = SampleSnapshots.of(few);
        System.out.printf(Locale.ROOT, "%,d accounts, whole processes, heap of 512 MiB%n%n", accounts);
        System.out.println("| what | s wall | s processor | µs wall an account | µs processor an account |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        Path byHand = folder.resolve("by-hand.ndjson");
        Path byCommand = folder.resolve("by-command.ndjson");
        timed(List.of(command(), "--version")); // what has to be built is built now
        Took hand = tell("by hand, from CSV", hand(few, byHand), hand(csv, byHand));
        Took command = tell("`barograph score`, from CSV", score(few, byCommand), score(csv, byCommand));
        demandEqual(byHand, byCommand);
        Took lines = tell("`barograph score`, from NDJSON", score(fewNdjson, byCommand), score(ndjson, byCommand));
        demandEqual(byHand, byCommand);
        System.out.printf(
                Locale.ROOT,
                "%nFrom CSV %.1f × the processor time and %.1f × the wall time by hand; from NDJSON %.1f × and %.1f"
                        + " ×.%n",
                command.processor() / hand.processor(),
                command.wall() / hand.wall(),
                lines.processor() / hand.processor(),
                lines.wall() / hand.wall());
    }

    /** What an account took, in microseconds. */
    private Took tell(String what, Took tenth, Took whole) {
        double more = accounts - accounts / TENTH;
        Took each = new Took(
                (whole.wall() - tenth.wall()) * 1e6 / more, (whole.processor() - tenth.processor()) * 1e6 / more);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                what,
                whole.wall(),
                whole.processor(),
                each.wall(),
                each.processor());
        return each;
    }

    private static void demandEqual(Path one, Path other) throws IOException {
        long place = Files.mismatch(one, other);
        if (place >= 0) {
            throw new IOException("the results differ from byte " + place + " on");
        }
    }

    private static Took hand(Path csv, Path out) throws IOException, InterruptedException {
        return timed(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                "-Dbarograph.root=" + ShippedModel.root(),
                HandFile.class.getName(),
                csv.toString(),
                out.toString(),
                VERSION));
    }

    private static Took score(Path accounts, Path out) throws IOException, InterruptedException {
        return timed(List.of(command(), "score", accounts.toString(), "--out", out.toString()));
    }

    private static String command() {
        return ShippedModel.root().resolve("barograph").toString();
    }

    private static Took timed(List<String> command) throws IOException, InterruptedException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" || exit; times", "sh"));
        shell.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(shell)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        Matcher times = TIMES.matcher(output.strip());
        if (code != 0 || !times.find()) {
            throw new IOException("`" + String.join(" ", command) + "` ended with " + code);
        }
        double processor = 60 * Double.parseDouble(times.group(1))
                + Double.parseDouble(times.group(2))
                + 60 * Double.parseDouble(times.group(3))
                + Double.parseDouble(times.group(4));
        return new Took(wall, processor);
    }
}
