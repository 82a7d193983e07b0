package io.barograph.service.auditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.audit.merkle.ConsistencyProof;
import io.barograph.engine.audit.merkle.Frontier;
import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.merkle.InclusionProof;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log must be in any database. */
abstract class LogContract {

    private static final int MANY = 70_001;

    @TempDir
    Path keys;

    private DataSource database;

    /** A database with its tables and nothing in them, as the service uses it. */
    abstract DataSource database();

    @BeforeEach
    void migrate() {
        database = database();
    }

    @Test
    void storesTheTreeOverAllLeavesAndProvesAnyOfThem() {
        LogInstance writer = new LogInstance(database, keys).opened();
        LogInstance follower = new LogInstance(database, keys).opened();
        writer.grow(5_000, 999);
        writer.checkpoints.current();
        assertThat(follower.append(LogInstance.some(3))).isEqualTo(5_000);
        writer.grow(MANY, 1_777);

        List<Hash> leaves = new ArrayList<>();
        List<Frontier> trees = new ArrayList<>(List.of(Frontier.EMPTY));
        for (long from = 0; from < MANY; from += 10_000) {
            leaves.addAll(writer.rows.leaves(from, Math.min(MANY, from + 10_000)));
        }
        leaves.forEach(leaf -> trees.add(trees.get(trees.size() - 1).append(leaf)));
        assertThat(leaves).hasSize(MANY);
        assertThat(writer.rows.size()).isEqualTo(MANY);
        assertThat(writer.rows.tileRoots(1, 0, 10)).hasSize(1);
        assertThat(Frontier.of(writer.tree.of(MANY), MANY)).isEqualTo(trees.get(MANY));

        StoredCheckpoint signed =
                new LogInstance(database, keys).opened().checkpoints.current();
        assertThat(signed.checkpoint().root()).isEqualTo(trees.get(MANY).root());

        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int size = 1 + random.nextInt(MANY);
            int index = random.nextInt(size);
            int earlier = 1 + random.nextInt(size);
            assertThat(InclusionProof.of(writer.tree.of(size), index, size)
                            .verifies(leaves.get(index), trees.get(size).root()))
                    .as("leaf %d of %d, seed %d", index, size, seed)
                    .isTrue();
            assertThat(ConsistencyProof.of(writer.tree.of(size), earlier, size)
                            .verifies(trees.get(earlier).root(), trees.get(size).root()))
                    .as("%d to %d, seed %d", earlier, size, seed)
                    .isTrue();
        }
    }

    @Test
    void aTransactionThatFailsLeavesNoGap() {
        LogInstance log = new LogInstance(database, keys).opened();
        log.grow(300, 50);

        assertThatThrownBy(() -> log.transaction.executeWithoutResult(status -> {
                    log.log.append(LogInstance.some(400));
                    throw new IllegalStateException("the rest failed");
                }))
                .hasMessage("the rest failed");

        assertThat(log.rows.size()).isEqualTo(300);
        assertThat(log.append(LogInstance.some(400))).isEqualTo(300);
        assertThat(new LogInstance(database, keys).opened().damage()).isNull();
    }

    @Test
    void instancesTakeTurnsWithoutGapOrFork() throws Exception {
        List<LogInstance> instances = List.of(
                new LogInstance(database, keys), new LogInstance(database, keys), new LogInstance(database, keys));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            // all begin at once on an empty database: it must become one log
            List<Callable<LogInstance>> starts = new ArrayList<>();
            instances.forEach(instance -> starts.add(instance::opened));
            for (Future<LogInstance> started : threads.invokeAll(starts)) {
                assertThat(started.get().damage()).isNull();
            }
            List<Callable<Long>> writers = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                LogInstance instance = instances.get(i % instances.size());
                boolean signs = i % 10 == 0;
                writers.add(() -> signs ? instance.checkpoints.current().size() : instance.append(LogInstance.some(7)));
            }
            for (Future<Long> done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        long size = 1 + 108 * 7;
        LogInstance last = new LogInstance(database, keys).opened();
        assertThat(last.damage()).isNull();
        assertThat(client().sql("select leaf_index from log_entry order by leaf_index")
                        .query(Long.class)
                        .list())
                .isEqualTo(LongStream.range(0, size).boxed().toList());
        Frontier tree = Frontier.EMPTY;
        List<Long> signed = last.checkpointRows.sizes(0, size);
        for (Hash leaf : last.rows.leaves(0, size)) {
            tree = tree.append(leaf);
            if (signed.contains(tree.size())) {
                assertThat(last.checkpointRows
                                .ofSize(tree.size())
                                .orElseThrow()
                                .checkpoint()
                                .root())
                        .isEqualTo(tree.root());
            }
        }
        assertThat(signed).hasSizeGreaterThan(1);
    }

    @Test
    void aNewKeySignsFromItsRecordOnAndTheOldOneVouchesForIt() {
        LogInstance log = new LogInstance(database, keys).opened();
        VerifierKey old = log.checkpoints.identity().key();
        log.grow(300, 100);
        StoredCheckpoint before = log.checkpoints.current();

        VerifierKey next = log.checkpoints.change("tester");

        StoredCheckpoint between = log.checkpoints.current();
        log.grow(400, 100);
        StoredCheckpoint after = log.checkpoints.current();
        assertThat(before.signedNote().verify(List.of(old, next)).verified()).containsExactly(old);
        assertThat(between.size()).isEqualTo(301);
        assertThat(between.signedNote().verify(List.of(old, next)).verified()).containsExactlyInAnyOrder(old, next);
        assertThat(after.signedNote().verify(List.of(old, next)).verified()).containsExactly(next);
        LogEntry early = log.rows.entry(7).orElseThrow();
        assertThat(log.proofs.inclusion(early.id()).orElseThrow().checkpoint()).isEqualTo(after);
        assertThat(new ConsistencyProof(300, 400, log.proofs.consistency(300, 400))
                        .verifies(before.checkpoint().root(), after.checkpoint().root()))
                .isTrue();
        LogInstance again = new LogInstance(database, keys).opened();
        assertThat(again.damage()).isNull();
        assertThat(again.checkpoints.identity().key()).isEqualTo(next);
    }

    @Test
    void doesNotStartWithoutItsPrivateKey(@TempDir Path elsewhere) throws IOException {
        LogInstance log = new LogInstance(database, keys).opened();
        String key = log.checkpoints.identity().key().toString();

        assertThatThrownBy(() -> new LogInstance(database, elsewhere).opened())
                .isInstanceOf(LogStartException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("its private key is not here")
                .extracting(failure -> ((LogStartException) failure).remedy())
                .asString()
                .contains(elsewhere.toString());

        try (var files = Files.list(keys)) {
            for (Path file : files.toList()) {
                Files.copy(file, elsewhere.resolve(file.getFileName()));
            }
        }
        assertThat(new LogInstance(database, elsewhere).opened().damage()).isNull();
    }

    @Test
    void doesNotTakeAnotherLogForItsOwn() {
        new LogInstance(database, keys).opened();

        assertThatThrownBy(
                        () -> new LogInstance(database, new LogProperties(keys, null, "barograph.example/other", 2000))
                                .opened())
                .isInstanceOf(LogStartException.class)
                .hasMessageContaining("`barograph.example/test`")
                .hasMessageContaining("`barograph.example/other`");
        assertThat(client().sql("select count(*) from log_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private JdbcClient client() {
        return JdbcClient.create(database);
    }
}
