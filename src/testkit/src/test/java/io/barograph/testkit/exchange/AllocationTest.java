package io.barograph.testkit.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountBlocks;
import io.barograph.engine.exchange.AccountFile.Format;
import io.barograph.engine.exchange.DecisionWriter;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.Retold;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many bytes reading and writing an account of the shipped samples takes from the heap; no clock is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllocationTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 1);

    /** What is worked out once a file or model counts for little over so many rounds. */
    private static final int ROUNDS = 50;

    private static final int MOST_READ_FROM_CSV = 6_500;
    private static final int MOST_READ_FROM_NDJSON = 13_000;
    private static final int MOST_WRITTEN = 13_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Compilation.Accepted model;
    private final Decider decider;

    AllocationTest() throws IOException {
        model = (Compilation.Accepted)
                ModelCompiler.compile(ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT), "1");
        decider = model.decider();
    }

    @BeforeAll
    void countsAllocation() {
        assertThat(threads.isThreadAllocatedMemoryEnabled()).isTrue();
    }

    @AfterAll
    void close() {
        decider.close();
    }

    @Test
    void readsRowsWithFewObjects() throws IOException {
        byte[] csv = Files.readAllBytes(ROOT.resolve("samples/customer-health/accounts.csv"));
        List<AccountSnapshot> accounts = read(csv, Format.CSV);

        assertThat(allocated(() -> read(csv, Format.CSV)) / accounts.size()).isBetween(1L, (long) MOST_READ_FROM_CSV);
    }

    @Test
    void readsSnapshotsWithFewObjects() throws IOException {
        byte[] csv = Files.readAllBytes(ROOT.resolve("samples/customer-health/accounts.csv"));
        ByteArrayOutputStream ndjson = new ByteArrayOutputStream();
        for (AccountSnapshot account : read(csv, Format.CSV)) {
            SnapshotJson.write(account, ndjson);
            ndjson.write('\n');
        }
        byte[] lines = ndjson.toByteArray();
        int accounts = new String(lines, UTF_8).split("\n").length;

        assertThat(allocated(() -> read(lines, Format.NDJSON)) / accounts).isBetween(1L, (long) MOST_READ_FROM_NDJSON);
    }

    @Test
    void writesDecisionsWithFewObjects() throws IOException {
        byte[] csv = Files.readAllBytes(ROOT.resolve("samples/customer-health/accounts.csv"));
        List<Decision> decisions = decider.decide(read(csv, Format.CSV).stream()
                .map(account -> new Inquiry(account, PriorState.NONE))
                .toList());
        DecisionWriter writer = new DecisionWriter(Explain.FULL);

        long each = allocated(() -> {
                    writer.clear();
                    for (Decision decision : decisions) {
                        writer.write(Retold.anew(decision), null);
                    }
                })
                / decisions.size();

        assertThat(each).isBetween(1L, (long) MOST_WRITTEN);
        assertThat(each).isLessThan(writer.size() / decisions.size());
    }

    private interface Work {
        void run() throws IOException;
    }

    /** By one of many rounds. */
    private long allocated(Work work) throws IOException {
        work.run();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < ROUNDS; i++) {
            work.run();
        }
        return (threads.getThreadAllocatedBytes(thread) - before) / ROUNDS;
    }

    private List<AccountSnapshot> read(byte[] file, Format format) throws IOException {
        List<AccountSnapshot> accounts = new ArrayList<>();
        try (AccountBlocks blocks = AccountBlocks.open(
                new ByteArrayInputStream(file), format, model.model().contract(), AS_OF, 256)) {
            for (AccountBlocks.Block block = blocks.next(); block != null; block = blocks.next()) {
                for (SnapshotLine line : block.read()) {
                    accounts.add(((SnapshotLine.Good) line).snapshot());
                }
            }
        }
        return accounts;
    }
}
