package io.barograph.benchmarks.engine;

import io.barograph.benchmarks.Results;
import java.util.List;

/** The engine's own benchmarks by name. */
public final class EngineRuns {

    private EngineRuns() {}

    /** One account at a time. */
    public static void decide(List<String> arguments) throws Exception {
        Results.print(Results.jmh(DecideOneBenchmark.class, 1, arguments), "segment", "explain");
        Results.print(Results.jmh(DecideOneBenchmark.class, 2, arguments), "segment", "explain");
    }
}
