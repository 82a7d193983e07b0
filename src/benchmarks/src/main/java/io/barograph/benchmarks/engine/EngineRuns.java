package io.barograph.benchmarks.engine;

import io.barograph.benchmarks.Results;
import java.util.List;

/** The engine's own benchmarks by name; arguments are JMH's. */
public final class EngineRuns {

    private EngineRuns() {}

    /** One account at a time, by segment and explanation, on one thread and on two. */
    public static void decide(List<String> arguments) throws Exception {
        Results.print(Results.jmh(DecideOneBenchmark.class, 1, arguments), "segment", "explain");
        Results.print(Results.jmh(DecideOneBenchmark.class, 2, arguments), "segment", "explain");
    }

    /** Micro-batches, on one thread and on two. */
    public static void batch(List<String> arguments) throws Exception {
        Results.print(Results.jmh(DecideBatchBenchmark.class, 1, arguments), "together", "explain");
        Results.print(Results.jmh(DecideBatchBenchmark.class, 2, arguments), "together", "explain");
    }

    /** A decision's record and its hash. */
    public static void record(List<String> arguments) throws Exception {
        RecordRuns.run(arguments);
    }

    /** Everything about the engine. */
    public static void all(List<String> arguments) throws Exception {
        decide(arguments);
        batch(arguments);
        record(arguments);
        CompileRuns.run(arguments);
        MemoryRuns.memory(List.of());
        System.out.println();
        MemoryRuns.reload(List.of());
    }
}
