package io.barograph.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.Screening;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.AccountFile.Format;
import io.barograph.engine.issue.Issues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The public telco data under the shipped telco contract. */
class PublicDataTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));

    @Test
    void readsEveryTelcoAccountWithinItsContract() throws IOException {
        Path csv = data().resolve("telco-ibm/Telco-Customer-Churn.csv");
        assumeTrue(Files.isRegularFile(csv), "skipped: no public data at " + csv);
        Issues issues = new Issues();
        byte[] yaml = Files.readAllBytes(ROOT.resolve("governance/telco/data-contract.yaml"));
        Contract contract = Objects.requireNonNull(ContractReader.read("data-contract.yaml", yaml, issues));
        assertThat(issues.sorted()).isEmpty();

        List<String> faults = new ArrayList<>();
        int accounts = 0;
        try (AccountFile file =
                AccountFile.open(Files.newInputStream(csv), Format.CSV, contract, LocalDate.of(2026, 3, 1))) {
            while (file.hasNext()) {
                SnapshotLine line = file.next();
                if (line instanceof SnapshotLine.Good good) {
                    accounts++;
                    faults.addAll(faults(good.snapshot(), contract));
                } else {
                    faults.add(line.toString());
                }
            }
        }

        assertThat(accounts).isEqualTo(7_043);
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(AccountSnapshot snapshot, Contract contract) {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> attribute :
                snapshot.attributes().entrySet()) {
            Field field = contract.named(attribute.getKey());
            if (field != null && Screening.of(field, attribute.getValue()) instanceof Screening.Problem problem) {
                faults.add(snapshot.accountId() + ": " + problem.message());
            }
        }
        snapshot.indicators().forEach((name, observation) -> {
            Field field = Objects.requireNonNull(contract.named(name));
            if (Screening.of(field, observation.value()) instanceof Screening.Problem problem) {
                faults.add(snapshot.accountId() + ": " + problem.message());
            }
        });
        return faults;
    }

    private static Path data() {
        String set = System.getenv("BAROGRAPH_DATA");
        return set == null ? ROOT.resolve("../shared/data") : Path.of(set);
    }
}
