package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.compact.StoredRecord;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.random.RandomAccounts;
import io.barograph.testkit.random.RandomModel;
import io.barograph.testkit.random.RandomModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was decided: the stored bytes and the model give the record again, to the last character, and nothing else does. */
class StoredRecordPropertyTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final int MODELS = 24;
    private static final int ACCOUNTS_A_MODEL = 40;

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + MODELS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rendersToTheRecordOfRandomModels(long seed) {
        RandomModel drawn = RandomModels.model(seed);
        RandomAccounts accounts = new RandomAccounts(drawn.contract(), drawn.workbooks());
        List<Inquiry> inquiries = LongStream.range(0, ACCOUNTS_A_MODEL)
                .mapToObj(account -> accounts.account(seed * 1_000_000 + account))
                .toList();
        check(drawn.files(), inquiries, seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-health", "telco"})
    void rendersToTheRecordOfShippedModels(String model) throws IOException {
        ModelFiles files = ModelFolder.read(ROOT.resolve("decision-tables").resolve(model), ROOT);
        check(files, Recorded.accounts(files, 200), 1);
    }

    private static void check(ModelFiles files, List<Inquiry> inquiries, long seed) {
        Compilation.Accepted accepted = Recorded.compiled(files, "1");
        RecordModel model = RecordModel.of(Marked.as(accepted.model(), field -> false));
        Random random = new Random(seed);
        try (Decider decider = accepted.decider()) {
            List<Decision> decisions = decider.decide(inquiries);
            for (int i = 0; i < inquiries.size(); i++) {
                DecisionRecord record = record(inquiries.get(i), decisions.get(i), i);
                byte[] stored = Recorded.stored(record, model);
                assertThat(json(stored, model))
                        .as("seed %d, account %d", seed, i)
                        .isEqualTo(text(record.canonicalBytes()));
                assertThat(decision(StoredRecord.of(stored).open(model).decision()))
                        .isEqualTo(decision(decisions.get(i)));
                tamper(stored, model, random);
            }
        }
    }

    /** Other bytes are refused, or are those of another record: whatever is read would be written exactly so. */
    private static void tamper(byte[] stored, RecordModel model, Random random) {
        for (int i = 0; i < 4; i++) {
            byte[] flipped = stored.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(MerkleHash.leaf(flipped)).isNotEqualTo(MerkleHash.leaf(stored));
            byte[] written = writtenAgain(flipped, model);
            assertThat(written == null || Arrays.equals(written, flipped)).isTrue();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json(Arrays.copyOf(stored, random.nextInt(stored.length)), model));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json(Arrays.copyOf(stored, stored.length + 1 + random.nextInt(3)), model));
    }

    private static byte @Nullable [] writtenAgain(byte[] stored, RecordModel model) {
        try {
            json(stored, model);
            return Recorded.stored(StoredRecord.of(stored).open(model), model);
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    private static DecisionRecord record(Inquiry inquiry, Decision decision, int number) {
        return new DecisionRecord(
                inquiry.snapshot(),
                inquiry.prior(),
                "0.1.0",
                "api-key:crm",
                new UUID(7, number).toString(),
                Instant.parse("2026-03-01T10:00:00.123Z").plusMillis(number),
                decision);
    }

    private static String json(byte[] stored, RecordModel model) {
        return text(StoredRecord.of(stored).json(model));
    }

    /** Without sorting anything, as callers are answered. */
    private static String decision(Decision decision) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DecisionJson.write(decision, null, Explain.FULL, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
