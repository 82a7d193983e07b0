package io.barograph.testkit.audit;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.accounts.SeededAccounts;
import io.barograph.testkit.engine.WholeExample;
import io.barograph.testkit.engine.WorkedExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records of real decisions by one model.
 *
 * @param rendering what they are read by; null when they are sealed in another way than the model's own contract says
 */
record RecordPool(ModelDocument model, @Nullable RecordModel rendering, List<Kept> records) {

    /**
     * A record, and the key that opens it.
     *
     * @param record may have nothing sealed; then the key is not used
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(String accountId, byte[] record, String keyId, byte[] key) {}

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));

    /** Sample accounts, decided by the shipped model; their names are sealed. */
    static RecordPool customers() {
        try {
            ModelFiles files = ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT);
            List<Inquiry> inquiries = SeededAccounts.of(1, 40, LocalDate.of(2026, 3, 1)).stream()
                    .map(snapshot -> new Inquiry(snapshot, PriorState.NONE))
                    .toList();
            return of(files, inquiries, Field::sensitive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Random accounts, decided by two small models; half of what is known of an account is sealed. */
    static List<RecordPool> small() {
        return List.of(
                small(WorkedExample.builder().files()),
                small(WholeExample.builder().files()));
    }

    private static RecordPool small(ModelFiles files) {
        return of(files, Recorded.accounts(files, 40), field -> field.name().length() % 2 == 0);
    }

    private static RecordPool of(ModelFiles files, List<Inquiry> inquiries, Predicate<Field> sensitive) {
        Compilation.Accepted accepted = Recorded.compiled(files, "1");
        RecordModel records = RecordModel.of(Marked.as(accepted.model(), sensitive));
        boolean asItsContractSays = accepted.model().contract().fields().stream()
                .allMatch(field -> field.sensitive() == sensitive.test(field));
        Random random = new Random(inquiries.size());
        List<Kept> kept = new ArrayList<>();
        try (Decider decider = accepted.decider()) {
            List<Decision> decisions = decider.decide(inquiries);
            for (int i = 0; i < decisions.size(); i++) {
                Inquiry inquiry = inquiries.get(i);
                DecisionRecord record = new DecisionRecord(
                        inquiry.snapshot(),
                        inquiry.prior(),
                        "0.1.0",
                        "test",
                        id("decision " + i),
                        Instant.EPOCH.plusSeconds(i),
                        decisions.get(i));
                byte[] key = new byte[DataKey.BYTES];
                random.nextBytes(key);
                String keyId = id("key " + i);
                byte[] nonce = new byte[DataKey.NONCE_BYTES];
                byte[] sealed = records.write(record).sealed(new DataKey(keyId, key), nonce);
                kept.add(new Kept(inquiry.snapshot().accountId(), sealed, keyId, key));
            }
        }
        return new RecordPool(
                new ModelDocument(accepted.digest(), files), asItsContractSays ? records : null, List.copyOf(kept));
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
