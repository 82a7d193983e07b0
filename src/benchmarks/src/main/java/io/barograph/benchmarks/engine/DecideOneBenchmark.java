package io.barograph.benchmarks.engine;

import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** One account at a time, a different one each time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideOneBenchmark {

    /** Compiled once for all threads. */
    @State(Scope.Benchmark)
    public static class Model {

        static final int ACCOUNTS = 128;

        @Param({"enterprise", "mid-market", "smb", "marketplace"})
        public String segment = "";

        @Param({"none", "full"})
        public String explain = "";

        Decider decider = Unset.DECIDER;
        List<Inquiry> accounts = List.of();
        Telling telling = Telling.NONE;

        @Setup(Level.Trial)
        public void compile() throws IOException {
            decider = ShippedModel.decider();
            accounts = ShippedModel.accounts(decider, segment, ACCOUNTS);
            telling = Telling.of(explain);
        }

        @TearDown(Level.Trial)
        public void close() {
            decider.close();
        }
    }

    /** Which account is next, a thread's own. */
    @State(Scope.Thread)
    public static class Turn {
        int next;
    }

    @Benchmark
    public void decide(Model model, Turn turn, Blackhole hole) {
        Inquiry inquiry = model.accounts.get(turn.next++ & (Model.ACCOUNTS - 1));
        model.telling.of(model.decider.decide(inquiry.snapshot(), inquiry.prior()), hole::consume);
    }
}
