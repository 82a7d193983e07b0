package io.barograph.testkit.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped telco model on the public file it was made for. */
class TelcoChurnTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root"));

    private record Outcome(String segment, String band, double churnProbability, boolean left) {}

    @Test
    void customersLeaveMoreOftenTheWorseTheirBandInEverySegment() throws IOException {
        Path file = data().resolve("telco-ibm/Telco-Customer-Churn.csv");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
        List<Outcome> outcomes = decide(file);
        assertThat(outcomes).hasSize(7_043);
        for (String segment : List.of("fibre", "dsl", "phone")) {
            List<Outcome> own = outcomes.stream()
                    .filter(one -> one.segment().equals(segment))
                    .toList();
            double green = churn(own, "green");
            double yellow = churn(own, "yellow");
            double red = churn(own, "red");
            assertThat(green).as("green in %s", segment).isLessThan(yellow / 2);
            assertThat(yellow).as("yellow in %s", segment).isLessThan(red / 1.5);
        }
    }

    @Test
    void aHundredCustomersWithAForecastOfThirtyPercentLoseSomeThirty() throws IOException {
        Path file = data().resolve("telco-ibm/Telco-Customer-Churn.csv");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
        Map<String, List<Outcome>> slices = decide(file).stream()
                .collect(Collectors.groupingBy(
                        one -> one.segment() + " from " + ((int) (one.churnProbability() * 5)) * 20 + " %"));
        slices.values().removeIf(slice -> slice.size() < 100);
        assertThat(slices).hasSizeGreaterThan(7);
        slices.forEach((name, slice) -> {
            double expected = slice.stream()
                    .mapToDouble(Outcome::churnProbability)
                    .average()
                    .orElseThrow();
            double observed = (double) slice.stream().filter(Outcome::left).count() / slice.size();
            assertThat(observed).as(name).isCloseTo(expected, within(0.05));
        });
    }

    private static List<Outcome> decide(Path file) throws IOException {
        Compilation compilation =
                ModelCompiler.compile(ModelFolder.read(ROOT.resolve("decision-tables/telco"), ROOT), "test");
        assertThat(compilation).isInstanceOf(Compilation.Accepted.class);
        Compilation.Accepted accepted = (Compilation.Accepted) compilation;
        List<Decider.Inquiry> inquiries = new ArrayList<>();
        try (AccountFile accounts = AccountFile.open(
                Files.newInputStream(file),
                AccountFile.Format.CSV,
                accepted.model().contract(),
                LocalDate.of(2026, 3, 1))) {
            while (accounts.hasNext()) {
                SnapshotLine line = accounts.next();
                assertThat(line).isInstanceOf(SnapshotLine.Good.class);
                inquiries.add(new Decider.Inquiry(((SnapshotLine.Good) line).snapshot(), PriorState.NONE));
            }
        }
        try (Decider decider = accepted.decider()) {
            List<Decision> decisions = decider.decide(inquiries);
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < decisions.size(); i++) {
                outcomes.add(outcome(inquiries.get(i).snapshot(), decisions.get(i)));
            }
            return outcomes;
        }
    }

    private static Outcome outcome(AccountSnapshot snapshot, Decision decision) {
        assertThat(decision.issues()).as("issues of %s", decision.accountId()).isEmpty();
        return new Outcome(
                String.valueOf(decision.segment()),
                String.valueOf(decision.bands().get("Overall")),
                Objects.requireNonNull(decision.probabilities().get("churn_90d"))
                        .doubleValue(),
                "Yes".equals(snapshot.attributes().get("churn")));
    }

    /** Share of those who left; each band must hold enough customers to say so. */
    private static double churn(List<Outcome> outcomes, String band) {
        List<Outcome> inBand =
                outcomes.stream().filter(one -> one.band().equals(band)).toList();
        assertThat(inBand).as("customers in band %s", band).hasSizeGreaterThan(150);
        return (double) inBand.stream().filter(Outcome::left).count() / inBand.size();
    }

    private static Path data() {
        String set = System.getenv("BAROGRAPH_DATA");
        return set == null || set.isBlank() ? ROOT.resolveSibling("shared/data") : Path.of(set);
    }
}
