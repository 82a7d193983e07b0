package io.barograph.benchmarks.engine;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The bytes of a decision's record and their hash: as it is stored, and as it is told when somebody reads it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RecordBenchmark {

    static final int ACCOUNTS = 128;

    private static final DataKey KEY = new DataKey("benchmark", new byte[DataKey.BYTES]);

    /** Decisions made beforehand. */
    @State(Scope.Thread)
    public static class Records {
        final List<DecisionRecord> records = new ArrayList<>();
        final MessageDigest sha256;
        private @Nullable RecordModel model;
        int next;

        public Records() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        RecordModel model() {
            return Objects.requireNonNull(model);
        }

        @Setup(Level.Trial)
        public void decide() throws IOException {
            Compilation.Accepted accepted = ShippedModel.compiled(ShippedModel.files());
            try (Decider decider = accepted.decider()) {
                model = RecordModel.of(accepted.model(), decider.renderer());
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

        /** As the service does, another one for every record. */
        byte[] nonce() {
            return ByteBuffer.allocate(DataKey.NONCE_BYTES).putInt(next).array();
        }

        DecisionRecord record() {
            return records.get(next++ & (ACCOUNTS - 1));
        }
    }

    @Benchmark
    public byte[] stored(Records records) {
        return records.model().write(records.record()).sealed(KEY, records.nonce());
    }

    @Benchmark
    public byte[] storedAndHash(Records records) {
        return records.sha256.digest(records.model().write(records.record()).sealed(KEY, records.nonce()));
    }

    @Benchmark
    public byte[] told(Records records) {
        return records.record().canonicalBytes();
    }

    @Benchmark
    public byte[] toldAndHash(Records records) {
        return records.sha256.digest(records.record().canonicalBytes());
    }
}
