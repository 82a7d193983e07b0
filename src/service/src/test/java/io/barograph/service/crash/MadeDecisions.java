package io.barograph.service.crash;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.SnapshotJson;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Decisions of the shipped model about a few accounts on several days, for processes that have no model. */
final class MadeDecisions {

    private static final int ACCOUNTS = 4;
    private static final int DAYS = 3;

    private MadeDecisions() {}

    /** Writes their records, one in base64 a line. */
    static void write(Path root, Path file) throws IOException, BadSnapshotException {
        Compilation compilation = ModelCompiler.compile(
                ModelFolder.read(root.resolve("decision-tables/customer-health"), root), "crash-test");
        List<String> lines = new ArrayList<>();
        try (Decider decider = ((Compilation.Accepted) compilation).decider();
                var samples = Files.lines(root.resolve("samples/customer-health/accounts.ndjson"))) {
            for (String sample : samples.limit(ACCOUNTS).toList()) {
                for (int day = 1; day <= DAYS; day++) {
                    AccountSnapshot sent =
                            SnapshotJson.read(sample.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 3, 1));
                    AccountSnapshot snapshot = new AccountSnapshot(
                            sent.accountId(),
                            LocalDate.of(2026, 3, day),
                            sent.attributes(),
                            sent.indicators(),
                            sent.history());
                    byte[] record = new DecisionRecord(
                                    snapshot,
                                    PriorState.NONE,
                                    "test",
                                    "test",
                                    "00000000-0000-7000-8000-000000000000",
                                    Instant.EPOCH,
                                    decider.decide(snapshot, PriorState.NONE))
                            .canonicalBytes();
                    lines.add(Base64.getEncoder().encodeToString(record));
                }
            }
        }
        Files.write(file, lines);
    }
}
