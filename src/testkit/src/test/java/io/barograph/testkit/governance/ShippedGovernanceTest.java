package io.barograph.testkit.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.governance.Breach;
import io.barograph.engine.governance.DecisionRights;
import io.barograph.engine.governance.DecisionRightsReader;
import io.barograph.engine.governance.Figures;
import io.barograph.engine.governance.GovernanceCheck;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.GuardrailCheck;
import io.barograph.engine.governance.GuardrailPolicy;
import io.barograph.engine.governance.GuardrailPolicyReader;
import io.barograph.engine.governance.ReleaseFolder;
import io.barograph.engine.governance.ReleaseManifest;
import io.barograph.engine.governance.Study;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The governance of the shipped models: its files are sound, and its guardrails find what they are for. */
class ShippedGovernanceTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root"));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void versionOneIsWhatIsShipped() throws IOException {
        ModelFiles files = files("customer-health");
        Issues issues = new Issues();
        ReleaseManifest manifest = ReleaseManifest.read(
                "1.yaml", Files.readAllBytes(ROOT.resolve("governance/releases/customer-health/1.yaml")), issues);

        assertThat(issues.sorted()).isEmpty();
        assertThat(Objects.requireNonNull(manifest).digest())
                .isEqualTo(compiled("customer-health").digest());
        assertThat(manifest.files()).isEqualTo(ReleaseFolder.hashes(files));
    }

    /** Rights, limits, calendar, signed releases, change log and model card agree. */
    @Test
    void everythingBelowGovernanceIsSound() throws IOException {
        GovernanceFolder governance = new GovernanceFolder(ROOT);
        GovernanceCheck.Found found = GovernanceCheck.check(governance, governance.keys());

        assertThat(found.issues()).isEmpty();
        assertThat(found.models()).containsExactly("customer-health", "telco");
        assertThat(found.releases()).singleElement().satisfies(release -> {
            assertThat(release.manifest().release()).isEqualTo(1);
            assertThat(release.isSigned()).isTrue();
        });
        assertThat(Objects.requireNonNull(found.calendar()).reviews()).hasSizeGreaterThan(3);
    }

    @Test
    void decisionRightsAreSound() throws IOException {
        Issues issues = new Issues();
        DecisionRights rights = DecisionRightsReader.read(
                "decision-rights.yaml", Files.readAllBytes(ROOT.resolve("governance/decision-rights.yaml")), issues);

        assertThat(issues.sorted()).isEmpty();
        assertThat(Objects.requireNonNull(rights).of("enterprise").approvals()).isEqualTo(2);
        assertThat(rights.of("smb").approvals()).isEqualTo(1);
        assertThat(rights.of("enterprise").longestOverrideDays()).isEqualTo(30);
        assertThat(rights.of("enterprise").overrides().bandsUp()).isEqualTo(1);
    }

    @Test
    void theShippedModelPassesNoGuardrailOnTheSamples() throws IOException {
        Compilation.Accepted model = compiled("customer-health");
        GuardrailPolicy policy = policy("governance/guardrails.yaml", model, "");

        assertThat(breaches(policy, model, samples(model))).isEmpty();
    }

    @Test
    void findsProtectedFieldsThatAreUsed() throws IOException {
        Compilation.Accepted model = compiled("customer-health");
        GuardrailPolicy policy = policy("governance/guardrails.yaml", model, "field: region->field: contract_status");

        assertThat(breaches(policy, model, samples(model)))
                .filteredOn(breach -> breach.guardrail().equals("protected.fields"))
                .singleElement()
                .satisfies(breach -> assertThat(breach.message())
                        .contains("the protected field `contract_status` is used in", "0 are allowed", "!"));
    }

    /** Whoever knows the industry knows the region of these accounts, and the model asks for the industry. */
    @Test
    void findsProxies() throws IOException {
        Compilation.Accepted model = compiled("customer-health");
        GuardrailPolicy policy = policy("governance/guardrails.yaml", model, "smallest_group: 30->smallest_group: 5");
        List<Inquiry> accounts = samples(model).stream()
                .map(inquiry -> with(
                        inquiry,
                        "region",
                        region(inquiry.snapshot().attributes().get("industry"))))
                .toList();

        assertThat(breaches(policy, model, accounts))
                .filteredOn(breach -> breach.guardrail().equals("protected.association"))
                .extracting(Breach::message)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("the protected field `region` goes together with `industry` (Cramér's V ")
                        .endsWith("; guardrails allow 0.35"));
    }

    @Test
    void findsGapsBetweenGroups() throws IOException {
        Compilation.Accepted model = compiled("customer-health");
        GuardrailPolicy policy = policy(
                "governance/guardrails.yaml",
                model,
                "field: region->field: lifecycle_stage",
                "smallest_group: 30->smallest_group: 5",
                "intervention_gap: 25->intervention_gap: 0.01");
        Figures figures = figures(policy, model, samples(model));

        assertThat(figures.accounts()).isEqualTo(500);
        assertThat(figures.changing()).isZero();
        assertThat(figures.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.field()).isEqualTo("lifecycle_stage");
            assertThat(gap.points()).isEqualByComparingTo(gap.mostRate().subtract(gap.leastRate()));
        });
        assertThat(breaches(policy, model, samples(model)))
                .anySatisfy(breach -> assertThat(breach.message())
                        .startsWith("interventions by `lifecycle_stage`: ")
                        .endsWith("; guardrails allow 0.01 points"));
    }

    /** The shipped telco model on the public file: what it says of gender and age, with outcomes. */
    @Test
    void measuresTheTelcoModelOnItsOutcomes() throws IOException {
        Path file = data().resolve("telco-ibm/Telco-Customer-Churn.csv");
        assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
        Compilation.Accepted model = compiled("telco");
        GuardrailPolicy policy = policy("governance/telco/guardrails.yaml", model);

        Figures figures = figures(policy, model, read(model, file, AccountFile.Format.CSV));

        assertThat(figures.accounts()).isEqualTo(7_043);
        assertThat(figures.gaps())
                .extracting(gap -> gap.field() + " " + gap.measure())
                .containsExactlyInAnyOrder(
                        "gender interventions",
                        "gender misses",
                        "gender false alarms",
                        "senior_citizen interventions",
                        "senior_citizen misses",
                        "senior_citizen false alarms");
        assertThat(figures.associations())
                .filteredOn(one -> one.field().equals("gender"))
                .allSatisfy(one -> assertThat(one.value()).isLessThan(policy.association()));
        assertThat(figures.gaps())
                .filteredOn(gap -> gap.field().equals("gender"))
                .allSatisfy(gap -> assertThat(gap.points()).isLessThan(new java.math.BigDecimal("5")));
    }

    private static String region(@Nullable Object industry) {
        List<String> regions = List.of("Asia Pacific", "EMEA", "Latin America", "North America");
        return regions.get(Math.floorMod(String.valueOf(industry).hashCode(), regions.size()));
    }

    private static Inquiry with(Inquiry inquiry, String attribute, String value) {
        AccountSnapshot snapshot = inquiry.snapshot();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(snapshot.attributes());
        attributes.put(attribute, value);
        return new Inquiry(
                new AccountSnapshot(
                        snapshot.accountId(), snapshot.asOf(), attributes, snapshot.indicators(), snapshot.history()),
                inquiry.prior());
    }

    private static List<Breach> breaches(GuardrailPolicy policy, Compilation.Accepted model, List<Inquiry> accounts) {
        return GuardrailCheck.breaches(policy, model.model(), model.tests(), figures(policy, model, accounts));
    }

    private static Figures figures(GuardrailPolicy policy, Compilation.Accepted model, List<Inquiry> accounts) {
        Study study = new Study(model.model(), policy);
        List<Decision> decisions = model.decider().decide(accounts);
        for (int i = 0; i < accounts.size(); i++) {
            study.add(accounts.get(i), decisions.get(i), decisions.get(i));
        }
        return study.figures();
    }

    /** @param changes {@code old->new} in the text of the file */
    private static GuardrailPolicy policy(String file, Compilation.Accepted model, String... changes)
            throws IOException {
        String yaml = Files.readString(ROOT.resolve(file));
        for (String change : changes) {
            if (!change.isEmpty()) {
                String[] parts = change.split("->", -1);
                assertThat(yaml).contains(parts[0]);
                yaml = yaml.replace(parts[0], parts[1]);
            }
        }
        Issues issues = new Issues();
        GuardrailPolicy policy = GuardrailPolicyReader.read(
                file, yaml.getBytes(StandardCharsets.UTF_8), model.model().contract(), issues);
        assertThat(issues.sorted()).isEmpty();
        return Objects.requireNonNull(policy);
    }

    private static List<Inquiry> samples(Compilation.Accepted model) throws IOException {
        return read(model, ROOT.resolve("samples/customer-health/accounts.ndjson"), AccountFile.Format.NDJSON);
    }

    private static List<Inquiry> read(Compilation.Accepted model, Path file, AccountFile.Format format)
            throws IOException {
        List<Inquiry> accounts = new ArrayList<>();
        try (AccountFile lines = AccountFile.open(
                Files.newInputStream(file), format, model.model().contract(), DAY)) {
            while (lines.hasNext()) {
                accounts.add(new Inquiry(((SnapshotLine.Good) lines.next()).snapshot(), PriorState.NONE));
            }
        }
        return accounts;
    }

    private static Compilation.Accepted compiled(String model) throws IOException {
        return (Compilation.Accepted) ModelCompiler.compile(files(model), "test");
    }

    private static ModelFiles files(String model) throws IOException {
        return ModelFolder.read(ROOT.resolve("decision-tables").resolve(model), ROOT);
    }

    private static Path data() {
        String set = System.getenv("BAROGRAPH_DATA");
        return set == null || set.isBlank() ? ROOT.resolveSibling("shared/data") : Path.of(set);
    }
}
