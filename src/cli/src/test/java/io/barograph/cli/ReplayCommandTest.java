package io.barograph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.export.ExportLine;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.merkle.MerkleHash;
import io.barograph.engine.audit.compact.RecordModel;
import io.barograph.engine.audit.seal.DataKey;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Outcome;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandTest {

    private static final Path SHIPPED = Run.ROOT.resolve("decision-tables/customer-health");
    private static final int ACCOUNTS = 40;

    /** Code that this product was not built with. */
    private static final ModelFile OWN_RULE = new ModelFile("own.drl", """
            package rules;
            import io.barograph.engine.ruleset.fact.BandReview;
            rule "OWN-1"
                @because("every account is looked at")
            when
                $account : BandReview( $overallBand : overallBand )
            then
                $account.raiseFlag("looked-at", "low");
            end
            """.getBytes(UTF_8));

    private static final DataKey OPENS = new DataKey("k-0", new byte[DataKey.BYTES]);

    private static ModelFiles files;
    private static Compilation.Accepted model;
    private static List<DecisionRecord> records;

    @TempDir
    private Path folder;

    @BeforeAll
    static void decideSomeAccounts() throws IOException {
        files = ModelFolder.read(SHIPPED, Run.ROOT);
        model = compiled(files);
        records = records(model);
    }

    @AfterAll
    static void close() {
        model.decider().close();
    }

    @Test
    void tellsThatEveryDecisionIsMadeAgain() throws IOException {
        Run run = Run.of("replay", export(line(files, model), entries(records)).toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("40 decisions decided again: identical\n")
                .contains("recorded by engine 0.0.1; replayed by ", "40 by model " + model.digest());
        assertThat(run.code()).isZero();
    }

    @Test
    void readsPackedPartsFromAnywhere() throws IOException {
        List<ExportLine> lines = entries(records);
        Path first = export(line(files, model), lines.subList(0, 10));
        Path second = export(null, lines.subList(10, 40));
        Path packed = folder.resolve("second.ndjson.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(second, out);
        }

        Run run = Run.of("replay", first.toString(), packed.toString());

        assertThat(run.out()).startsWith("40 decisions decided again: identical\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void namesWhatIsDecidedDifferently() throws IOException {
        List<DecisionRecord> changed = new ArrayList<>(records);
        changed.set(7, withOverall(records.get(7), 1_234));
        Path export = export(line(files, model), entries(changed));

        Run text = Run.of("replay", export.toString());
        Run json = Run.of("replay", export.toString(), "--format", "json");

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out())
                .startsWith("39 of 40 decisions decided again: identical, 1 DIFFERENT\n")
                .contains("record 107, account ", "decision d-7", "  /decision/");
        assertThat(json.code()).isEqualTo(1);
        JsonNode told = JsonMapper.builder().build().readTree(json.out());
        assertThat(told.get("identical").asInt()).isEqualTo(39);
        JsonNode differing = told.get("differing").get(0);
        assertThat(differing.get("index").asInt()).isEqualTo(107);
        assertThat(differing.get("decision_id").asString()).isEqualTo("d-7");
        assertThat(differing.get("account_id").asString()).isNotBlank();
        assertThat(differing.get("differences").valueStream())
                .anyMatch(each -> each.get("place").asString().equals("/decision/scores/Overall")
                        && each.get("recorded").asDouble() == 12.34);
    }

    @Test
    void takesModelsFromFoldersWhenTheExportHoldsNone() throws IOException {
        Path export = export(null, entries(records));

        Run without = Run.of("replay", export.toString());
        Run with = Run.of("replay", export.toString(), "--model", SHIPPED.toString());

        assertThat(without.code()).isEqualTo(1);
        assertThat(without.out()).contains("0 of 40 decisions", "40 model-missing", "`--model`");
        assertThat(with.out()).startsWith("40 decisions decided again: identical\n");
        assertThat(with.code()).isZero();
    }

    @Test
    void runsRuleFilesOfStrangersOnlyWhenToldTo() throws IOException {
        List<ModelFile> rules = new ArrayList<>(files.ruleFiles());
        rules.add(OWN_RULE);
        ModelFiles strange = new ModelFiles(files.name(), files.workbooks(), files.contract(), rules);
        Compilation.Accepted other = compiled(strange);
        Path export = export(line(strange, other), entries(records(other), other));
        other.decider().close();

        Run careful = Run.of("replay", export.toString());
        Run trusting = Run.of("replay", export.toString(), "--trust-guardrails");

        assertThat(careful.code()).isEqualTo(1);
        assertThat(careful.out()).contains("40 untrusted-rules", "`own.drl`", "--trust-guardrails");
        assertThat(trusting.out()).startsWith("40 decisions decided again: identical\n");
        assertThat(trusting.code()).isZero();
    }

    @Test
    void provesDecisionsInWhichSealedValuesPlayedNoPart() throws IOException {
        DataKey secret = new DataKey("k-3", new byte[DataKey.BYTES]);
        List<ExportLine> lines =
                new ArrayList<>(entries(sealed(records.get(0), model, secret), sealed(records.get(1), model, secret)));

        Run run = Run.of("replay", export(line(files, model), lines).toString());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "2 decisions decided again: identical",
                        "2 of them without their sealed values, which played no part");
    }

    @Test
    void tellsErasedFromSealedValues() throws IOException {
        DataKey kept = new DataKey("k-1", new byte[DataKey.BYTES]);
        DataKey erased = new DataKey("k-2", new byte[DataKey.BYTES]);
        DataKey secret = new DataKey("k-3", new byte[DataKey.BYTES]);
        List<ExportLine> lines = new ArrayList<>();
        lines.add(new ExportLine.AccountKey("k-1", "someone", new byte[DataKey.BYTES]));
        ModelFiles hiding = withArr();
        Compilation.Accepted strict = compiled(hiding);
        List<DecisionRecord> decided = records(strict);
        strict.decider().close();
        lines.addAll(entries(
                sealed(decided.get(0), strict, kept),
                sealed(decided.get(1), strict, erased),
                sealed(decided.get(2), strict, secret)));
        lines.add(new ExportLine.Related(
                500,
                List.of(),
                new EventRecord(
                                new UUID(1, 2),
                                EventRecord.ERASURE,
                                Instant.EPOCH,
                                "someone",
                                Map.of("account_id", "a", "keys", List.of("k-2"), "reason", "asked to"))
                        .canonicalBytes()));

        Run run = Run.of("replay", export(line(hiding, strict), lines).toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("1 of 3 decisions", "1 erased", "1 sealed");
    }

    @Test
    void doesNotFailForWhatWasRetired() throws IOException {
        List<ExportLine> lines = new ArrayList<>(entries(records));
        lines.add(new ExportLine.Retired(300, MerkleHash.leaf(new byte[0]), List.of()));

        Run run = Run.of("replay", export(line(files, model), lines).toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("40 of 41 decisions decided again: identical", "1 retired");
    }

    @Test
    void namesLinesThatCannotBeUsed() throws IOException {
        Path export = export(line(files, model), entries(records));
        String whole = Files.readString(export);
        Path broken = folder.resolve("broken.ndjson");
        Files.writeString(broken, "{\"type\":\"riddle\"}\n" + whole.substring(0, whole.length() - 400));

        Run run = Run.of("replay", broken.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("broken.ndjson:1: ", "the file ends within this line");
        assertThat(Run.of("replay", folder.resolve("nowhere").toString()).code())
                .isEqualTo(2);
        assertThat(Run.of("replay").code()).isEqualTo(2);
    }

    /** As if ARR were sensitive, which decisions tell. */
    private static ModelFiles withArr() {
        String contract = new String(Objects.requireNonNull(files.contract()).bytes(), UTF_8);
        return new ModelFiles(
                files.name(),
                files.workbooks(),
                new ModelFiles.ModelFile(
                        ModelFolder.CONTRACT,
                        contract.replace("classification: confidential", "classification: sensitive")
                                .getBytes(UTF_8)),
                files.ruleFiles());
    }

    private static byte[] sealed(DecisionRecord record, Compilation.Accepted decided, DataKey key) {
        return RecordModel.of(decided.model()).write(record).sealed(key, new byte[DataKey.NONCE_BYTES]);
    }

    /** Another decision than the rows give: Overall is shown as so many hundredths. */
    private static DecisionRecord withOverall(DecisionRecord record, int shown) {
        Outcome outcome = Objects.requireNonNull(record.decision().outcome());
        Outcome.Scores scores = Objects.requireNonNull(outcome.scores());
        int[] all = scores.shown().clone();
        all[0] = shown;
        Decision decision = model.decider()
                .renderer()
                .tell(
                        record.decision().accountId(),
                        record.decision().asOf(),
                        record.decision().model(),
                        with(
                                outcome,
                                new Outcome.Scores(
                                        scores.computed(),
                                        all,
                                        scores.coverage(),
                                        scores.bands(),
                                        scores.previousBands())));
        return new DecisionRecord(
                record.snapshot(),
                record.prior(),
                record.engineVersion(),
                record.caller(),
                record.decisionId(),
                record.decidedAt(),
                decision);
    }

    private static Outcome with(Outcome outcome, Outcome.Scores scores) {
        int[] fired = new int[outcome.firings()];
        Arrays.setAll(fired, outcome::row);
        @Nullable Object[] seen = new @Nullable Object[outcome.cells()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = outcome.seen(i);
        }
        int[] subScores = new int[outcome.subScores()];
        Arrays.setAll(subScores, outcome::subScore);
        int[] days = new int[outcome.escalations()];
        Arrays.setAll(days, outcome::daysInBand);
        return new Outcome.Builder()
                .fired(fired)
                .seen(seen)
                .subScores(subScores)
                .scores(scores)
                .arrAtRisk(outcome.arrAtRisk())
                .proposals(outcome.proposals())
                .daysInBand(days)
                .guarded(outcome.guarded())
                .changes(outcome.changes())
                .issues(outcome.issues())
                .build();
    }

    private static Compilation.Accepted compiled(ModelFiles model) {
        Compilation compilation = ModelCompiler.compile(model, "7");
        assertThat(compilation).isInstanceOf(Compilation.Accepted.class);
        return (Compilation.Accepted) compilation;
    }

    private static ExportLine line(ModelFiles model, Compilation.Accepted compiled) {
        return new ExportLine.Model(new ModelDocument(compiled.model().digest(), model).canonicalBytes());
    }

    /** As they are kept, with the key that opens those in which something is sealed. */
    private static List<ExportLine> entries(List<DecisionRecord> records) {
        return entries(records, model);
    }

    private static List<ExportLine> entries(List<DecisionRecord> records, Compilation.Accepted decided) {
        RecordModel written = RecordModel.of(decided.model());
        return entries(records.stream()
                .map(record -> written.write(record).sealed(OPENS, new byte[DataKey.NONCE_BYTES]))
                .toArray(byte[][]::new));
    }

    private static List<ExportLine> entries(byte[]... records) {
        List<ExportLine> lines = new ArrayList<>();
        for (byte[] record : records) {
            lines.add(new ExportLine.Entry(100 + lines.size(), List.of(), record));
        }
        return lines;
    }

    private Path export(@Nullable ExportLine modelLine, List<ExportLine> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ExportLine.Log("test", 100, 100 + lines.size(), 1000, List.of()).writeTo(out);
        if (modelLine != null) {
            modelLine.writeTo(out);
        }
        new ExportLine.AccountKey(OPENS.id(), "someone", OPENS.bytes()).writeTo(out);
        for (ExportLine line : lines) {
            line.writeTo(out);
        }
        new ExportLine.End(lines.size(), lines.size() + 2L).writeTo(out);
        return Files.write(Files.createTempFile(folder, "export", ".ndjson"), out.toByteArray());
    }

    private static List<DecisionRecord> records(Compilation.Accepted decides) throws IOException {
        List<DecisionRecord> kept = new ArrayList<>();
        try (InputStream in = Files.newInputStream(Run.ROOT.resolve("samples/customer-health/accounts.ndjson"));
                AccountFile accounts = AccountFile.open(
                        in, AccountFile.Format.NDJSON, decides.model().contract(), LocalDate.of(2026, 3, 1))) {
            while (kept.size() < ACCOUNTS) {
                Inquiry inquiry = new Inquiry(((SnapshotLine.Good) accounts.next()).snapshot(), PriorState.NONE);
                Decision decision = decides.decider().decide(inquiry.snapshot(), inquiry.prior());
                kept.add(new DecisionRecord(
                                inquiry.snapshot(),
                                inquiry.prior(),
                                "0.0.1",
                                "test",
                                "d-" + kept.size(),
                                Instant.parse("2026-03-01T10:00:00Z"),
                                decision));
            }
        }
        return kept;
    }
}
