package io.barograph.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import io.barograph.testkit.random.RandomAccounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

/** Decides accounts and records the decisions, as a service does. */
final class Recorded {

    private static final int GROUP = 100;

    private Recorded() {}

    static Compilation.Accepted compiled(ModelFiles files, String version) {
        Compilation compilation = ModelCompiler.compile(files, version);
        assertThat(compilation).isInstanceOf(Compilation.Accepted.class);
        return (Compilation.Accepted) compilation;
    }

    /** Seeded accounts of a model, with history, as they are once they came as JSON. */
    static List<Inquiry> accounts(ModelFiles files, int count) {
        List<Workbook> workbooks = files.workbooks().stream()
                .map(file -> ((Reading.Read) WorkbookReader.read(file.name(), file.bytes())).workbook())
                .toList();
        RandomAccounts accounts = new RandomAccounts(contract(files), workbooks);
        return LongStream.range(0, count)
                .mapToObj(accounts::account)
                .map(Recorded::sent)
                .toList();
    }

    private static Inquiry sent(Inquiry drawn) {
        AccountSnapshot snapshot = drawn.snapshot();
        AccountSnapshot past = new AccountSnapshot(
                snapshot.accountId(),
                snapshot.asOf(),
                Map.of(),
                Map.of(),
                drawn.prior().entries());
        return new Inquiry(read(snapshot), new PriorState(read(past).history()));
    }

    private static AccountSnapshot read(AccountSnapshot snapshot) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            SnapshotJson.write(snapshot, json);
            return SnapshotJson.read(json.toByteArray(), snapshot.asOf());
        } catch (IOException | BadSnapshotException e) {
            throw new AssertionError(e);
        }
    }

    static Contract contract(ModelFiles files) {
        ModelFile file = Objects.requireNonNull(files.contract());
        return Objects.requireNonNull(ContractReader.read(file.name(), file.bytes(), new Issues()));
    }

    /** The bytes that are kept of a record in which nothing is sealed. */
    static byte[] stored(DecisionRecord record, RecordModel model) {
        return model.write(record).bytes();
    }

    /** What the records would say, of groups decided together. */
    static List<byte[]> of(List<Inquiry> inquiries, Decider decider) {
        List<byte[]> records = new ArrayList<>();
        for (int from = 0; from < inquiries.size(); from += GROUP) {
            List<Inquiry> group = inquiries.subList(from, Math.min(from + GROUP, inquiries.size()));
            List<Decision> decisions = decider.decide(group);
            for (int i = 0; i < group.size(); i++) {
                records.add(record(group.get(i), decisions.get(i), from + i));
            }
        }
        return records;
    }

    private static byte[] record(Inquiry inquiry, Decision decision, int number) {
        return new DecisionRecord(
                        inquiry.snapshot(),
                        inquiry.prior(),
                        "0.1.0",
                        "test",
                        "d-" + number,
                        Instant.parse("2026-03-01T10:00:00Z").plusMillis(number),
                        decision)
                .canonicalBytes();
    }
}
