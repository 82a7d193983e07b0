package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** 256 accounts, so many together; all figures are for one account. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBatchBenchmark {

    private static final int ACCOUNTS = 256;

    /** Compiled once for all threads. */
    @State(Scope.Benchmark)
    public static class Model {

        @Param({"1", "16", "256"})
        public int together = 1;

        @Param({"none", "full"})
        public String explain = "";

        Decider decider = Unset.DECIDER;
        List<Inquiry> accounts = List.of();
        Telling telling = Telling.NONE;

        @Setup(Level.Trial)
        public void compile() throws IOException {
            decider = ShippedModel.decider();
            accounts = ShippedModel.accounts(decider, "enterprise", ACCOUNTS);
            telling = Telling.of(explain);
        }

        @TearDown(Level.Trial)
        public void close() {
            decider.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(ACCOUNTS)
    public void decide(Model model, Blackhole hole) {
        for (int from = 0; from < ACCOUNTS; from += model.together) {
            for (Decision decision : model.decider.decide(model.accounts.subList(from, from + model.together))) {
                model.telling.of(decision, hole::consume);
            }
        }
    }
}
