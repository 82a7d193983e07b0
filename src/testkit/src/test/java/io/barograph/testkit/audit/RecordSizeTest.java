package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.accounts.SeededAccounts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a record of the shipped model takes: bytes in the store, sealed as it is kept, and memory while it is written. */
class RecordSizeTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));
    private static final int KIBIBYTE = 1_024;

    /** With a margin of a tenth: a field or a table more must not break the promise. */
    private static final int MOST_OF_A_TYPICAL_ONE = KIBIBYTE * 9 / 10;

    private static final long MOST_ALLOCATED = 16 * KIBIBYTE;

    @Test
    void aTypicalRecordTakesLessThanAKibibyte() throws IOException {
        List<Integer> sizes = new ArrayList<>();
        RecordModel model = model();
        for (DecisionRecord record : records()) {
            sizes.add(sealed(model, record).length);
        }
        sizes.sort(null);

        int median = sizes.get(sizes.size() / 2);
        assertThat(median)
                .as(
                        "bytes: least %d, median %d, 99 %% below %d",
                        sizes.get(0), median, sizes.get(sizes.size() * 99 / 100))
                .isLessThan(MOST_OF_A_TYPICAL_ONE);
        assertThat(sizes.get(sizes.size() * 99 / 100)).isLessThan(2 * KIBIBYTE);
    }

    @Test
    void writingARecordAllocatesLittle() throws IOException {
        RecordModel model = model();
        List<DecisionRecord> records = records();
        records.forEach(model::write);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        records.forEach(model::write);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / records.size();

        assertThat(each).isLessThan(MOST_ALLOCATED);
    }

    private static byte[] sealed(RecordModel model, DecisionRecord record) {
        return model.write(record)
                .sealed(new DataKey(new UUID(1, 2).toString(), new byte[DataKey.BYTES]), new byte[DataKey.NONCE_BYTES]);
    }

    private static RecordModel model() throws IOException {
        Compilation.Accepted accepted = Recorded.compiled(shipped(), "1");
        accepted.decider().close();
        return RecordModel.of(accepted.model());
    }

    private static List<DecisionRecord> records() throws IOException {
        List<DecisionRecord> records = new ArrayList<>();
        try (Decider decider = Recorded.compiled(shipped(), "1").decider()) {
            List<Inquiry> inquiries = SeededAccounts.of(1, 400, LocalDate.of(2026, 3, 1)).stream()
                    .map(snapshot -> new Inquiry(snapshot, PriorState.NONE))
                    .toList();
            List<Decision> decisions = decider.decide(inquiries);
            for (int i = 0; i < decisions.size(); i++) {
                records.add(new DecisionRecord(
                        inquiries.get(i).snapshot(),
                        PriorState.NONE,
                        "0.1.0-SNAPSHOT",
                        "api-key:crm",
                        new UUID(7, i).toString(),
                        Instant.parse("2026-03-01T10:00:00.123Z"),
                        decisions.get(i)));
            }
        }
        return records;
    }

    private static ModelFiles shipped() throws IOException {
        return ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT);
    }
}
