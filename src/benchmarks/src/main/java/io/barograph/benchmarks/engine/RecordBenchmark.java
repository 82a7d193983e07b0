package io.barograph.benchmarks.engine;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The bytes of a decision's record, and their hash. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RecordBenchmark {

    private static final int ACCOUNTS = 128;

    /** Decisions made beforehand. */
    @State(Scope.Thread)
    public static class Records {
        final List<DecisionRecord> records = new ArrayList<>();
        final MessageDigest sha256;
        int next;

        public Records() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Setup(Level.Trial)
        public void decide() throws IOException {
            try (Decider decider = ShippedModel.decider()) {
                List<Inquiry> accounts = ShippedModel.accounts(decider, "enterprise", ACCOUNTS);
                List<Decision> decisions = decider.decide(accounts);
                for (int i = 0; i < ACCOUNTS; i++) {
                    records.add(new DecisionRecord(
                            accounts.get(i).snapshot(),
                            accounts.get(i).prior(),
                            "benchmark",
                            "benchmark",
                            "decision-" + i,
                            Instant.EPOCH,
                            decisions.get(i)));
                }
            }
        }

        DecisionRecord record() {
            return records.get(next++ & (ACCOUNTS - 1));
        }
    }

    @Benchmark
    public byte[] canonicalBytes(Records records) {
        return records.record().canonicalBytes();
    }

    @Benchmark
    public byte[] canonicalBytesAndHash(Records records) {
        return records.sha256.digest(records.record().canonicalBytes());
    }
}
