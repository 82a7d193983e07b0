package io.barograph.benchmarks;

import io.barograph.benchmarks.engine.CompileRuns;
import io.barograph.benchmarks.engine.EngineRuns;
import io.barograph.benchmarks.engine.GrowthRuns;
import io.barograph.benchmarks.engine.MemoryRuns;
import io.barograph.benchmarks.engine.ShippedRuns;
import io.barograph.benchmarks.engine.ThreadsRuns;
import io.barograph.benchmarks.files.FileRuns;
import io.barograph.benchmarks.http.DailyRuns;
import io.barograph.benchmarks.http.HttpRuns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds a benchmark by its name and runs it; results go to standard output as Markdown, progress to standard error. */
public final class Run {

    private static final Map<String, Named> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("all-engine", new Named("decide, batch, record, compile, memory and reload", EngineRuns::all));
        BY_NAME.put("decide", new Named("one account at a time, by segment and explanation", EngineRuns::decide));
        BY_NAME.put("batch", new Named("1, 16 and 256 accounts together", EngineRuns::batch));
        BY_NAME.put("threads", new Named("two threads beside one, of the engine and by hand", ThreadsRuns::run));
        BY_NAME.put("record", new Named("the record of a decision and its hash", EngineRuns::record));
        BY_NAME.put("compile", new Named("500, 5,000 and 20,000 rows from bytes to ready", CompileRuns::run));
        BY_NAME.put("memory", new Named("heap that a loaded model keeps", MemoryRuns::memory));
        BY_NAME.put("reload", new Named("a hundred reloads; fails when heap or metaspace grow", MemoryRuns::reload));
        BY_NAME.put("shipped", new Named("the shipped model beside the same by hand", ShippedRuns::run));
        BY_NAME.put("growth", new Named("rows, indicators and history × 10 and × 100", GrowthRuns::run));
        BY_NAME.put("http", new Named("single decisions over HTTP beside a constant, kept", HttpRuns::single));
        BY_NAME.put("http-batch", new Named("batches over HTTP beside the engine by itself, kept", HttpRuns::batch));
        BY_NAME.put("http-growth", new Named("single decisions as the store grows", HttpRuns::growth));
        BY_NAME.put("http-daily", new Named("batches of accounts that are decided day after day", DailyRuns::run));
        BY_NAME.put("http-swap", new Named("single decisions while the model is swapped", HttpRuns::swap));
        BY_NAME.put("files", new Named("a file of accounts scored by the command and by hand", FileRuns::run));
    }

    private Run() {}

    /** Something that can be run. */
    public interface Benchmark {
        /** @throws Exception whatever goes wrong; nothing is worth going on for */
        void run(List<String> arguments) throws Exception;
    }

    private record Named(String about, Benchmark benchmark) {}

    public static void main(String[] arguments) throws Exception {
        Named named = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
        if (named == null) {
            System.err.printf("%-12s %s%n", "peers", "other decision tools at the plain task");
            BY_NAME.forEach((name, each) -> System.err.printf("%-12s %s%n", name, each.about()));
            System.exit(2);
            return;
        }
        System.out.println(Machine.line(arguments[0]));
        System.out.println();
        try {
            named.benchmark().run(Arrays.asList(arguments).subList(1, arguments.length));
        } catch (IllegalArgumentException wrong) {
            System.err.println("run: " + wrong.getMessage() + "; src/benchmarks/README.md tells the arguments");
            System.exit(2);
        }
    }
}
