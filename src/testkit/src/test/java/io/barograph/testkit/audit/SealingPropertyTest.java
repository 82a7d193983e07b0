package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.NewRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.audit.seal.SealedRecord;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.Background;
import io.barograph.engine.exchange.DecisionText;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.accounts.SeededAccounts;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sensitive: the record opens to exactly what it was, and nothing outside of the seal depends on a sensitive
 * value, unless the decision itself came out differently.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealingPropertyTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final int MODELS = 24;
    private static final int ACCOUNTS_A_MODEL = 40;
    private static final List<String> STEPS = List.of("137", "1", "0.01", "0.000002");

    /** Accounts whose twin was decided alike, by step: only they can be compared. */
    private final Map<String, Integer> compared = new TreeMap<>();

    @AfterAll
    void everyStepWasCompared() {
        assertThat(compared.keySet()).containsExactlyInAnyOrderElementsOf(STEPS);
        assertThat(compared.values())
                .allSatisfy(accounts -> assertThat(accounts).isGreaterThan(50));
    }

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + MODELS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsNothingOfSensitiveValuesOfRandomModels(long seed) {
        RandomModel drawn = RandomModels.model(seed);
        RandomAccounts accounts = new RandomAccounts(drawn.contract(), drawn.workbooks());
        List<Inquiry> inquiries = LongStream.range(0, ACCOUNTS_A_MODEL)
                .mapToObj(account -> accounts.account(seed * 1_000_000 + account))
                .toList();
        check(drawn.files(), inquiries, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsNothingOfSensitiveValuesOfCustomers(long seed) throws IOException {
        ModelFiles files = ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT);
        List<Inquiry> inquiries = SeededAccounts.of(seed, 12, LocalDate.of(2026, 3, 1)).stream()
                .map(snapshot -> new Inquiry(snapshot, PriorState.NONE))
                .toList();
        check(files, inquiries, seed);
    }

    private void check(ModelFiles files, List<Inquiry> inquiries, long seed) {
        Compilation.Accepted accepted = (Compilation.Accepted) ModelCompiler.compile(files, "1");
        Random random = new Random(seed);
        String step = STEPS.get((int) (seed % STEPS.size()));
        int share = 2 + random.nextInt(60);
        Predicate<Field> drawn = field -> random.nextInt(100) < share;
        Model model = Marked.as(accepted.model(), drawn);
        RecordModel records = RecordModel.of(model);
        Twins twins = new Twins(model.contract(), new BigDecimal(step));
        try (Decider decider = accepted.decider()) {
            List<Decision> decisions = decider.decide(inquiries);
            List<Inquiry> others = inquiries.stream().map(twins::of).toList();
            List<Decision> otherDecisions = decider.decide(others);
            for (int i = 0; i < inquiries.size(); i++) {
                DataKey key = key(random);
                byte[] told = told(records, inquiries.get(i), decisions.get(i), key, random);
                if (Twins.alike(decisions.get(i), otherDecisions.get(i))) {
                    byte[] other = told(records, others.get(i), otherDecisions.get(i), key, random);
                    assertThat(text(other)).as("seed %d, account %d", seed, i).isEqualTo(text(told));
                    compared.merge(step, 1, Integer::sum);
                }
                tell(told, model);
            }
        }
    }

    /** Seals the record, makes sure that it opens, and gives what may be told of it. */
    private static byte[] told(RecordModel model, Inquiry inquiry, Decision decision, DataKey key, Random random) {
        DecisionRecord record = record(inquiry, decision);
        NewRecord written = model.write(record);
        StoredRecord stored = StoredRecord.of(written.sealed(key, bytes(random, DataKey.NONCE_BYTES)));
        SealedRecord open = SealedRecord.of(model.sealer(), record.tree(), record, "k-1");
        assertThat(written.isOpen()).isEqualTo(open.at().isEmpty());
        assertThat(stored.keyId().isEmpty()).isEqualTo(written.isOpen());
        assertThat(text(stored.open(model, key).canonicalBytes())).isEqualTo(text(record.canonicalBytes()));
        Optional<SealedRecord> read = stored.sealed(model);
        read.ifPresent(hidden -> {
            assertThat(text(hidden.told())).isEqualTo(text(open.told()));
            assertThat(hidden.at()).isEqualTo(open.at());
            assertThat(hidden.inDecision()).isEqualTo(!written.tellsAll());
            assertThat(decision(hidden.read().canonicalBytes())).isEqualTo(decision(hidden.told()));
        });
        return read.map(SealedRecord::told).orElseGet(record::canonicalBytes);
    }

    /** What is told can be read and put into words. */
    private static void tell(byte[] told, Model model) {
        DecisionRecord read = DecisionRecord.read(told);
        assertThat(decision(read.canonicalBytes())).isEqualTo(decision(told));
        assertThat(DecisionText.terminal(read.decision(), model.contract(), Background.NONE, Look.PLAIN))
                .isNotBlank();
        assertThat(DecisionText.markdown(read.decision(), model.contract(), Background.NONE))
                .isNotBlank();
    }

    private static @Nullable Object decision(byte[] record) {
        return ((Map<?, ?>) Objects.requireNonNull(CanonicalJson.tree(record))).get("decision");
    }

    private static DecisionRecord record(Inquiry inquiry, Decision decision) {
        return new DecisionRecord(
                inquiry.snapshot(),
                inquiry.prior(),
                "0.1.0",
                "anonymous",
                "d-1",
                Instant.parse("2026-03-01T10:00:00Z"),
                decision);
    }

    private static DataKey key(Random random) {
        return new DataKey("k-1", bytes(random, DataKey.BYTES));
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
