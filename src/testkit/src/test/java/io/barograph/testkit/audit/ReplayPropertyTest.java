package io.barograph.testkit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.DecisionRecord;
import io.barograph.engine.audit.Difference;
import io.barograph.engine.audit.ModelSource;
import io.barograph.engine.audit.Replay;
import io.barograph.engine.audit.Replay.Obstacle;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.testkit.random.RandomModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are replayed by another decider than made them: one compiled from the model's document. */
class ReplayPropertyTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));

    static LongStream seeds() {
        long first = Long.getLong("barograph.seed", 1);
        return LongStream.range(first, first + 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-health", "telco"})
    void everyDecisionOfAShippedModelIsMadeAgain(String name) throws IOException {
        ModelFiles files = shipped(name);

        assertThat(outcomes(files, Recorded.accounts(files, 600))).isEqualTo(Map.of("identical", 600));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDecisionOfARandomModelIsMadeAgain(long seed) {
        ModelFiles files = RandomModels.model(seed).files();

        assertThat(outcomes(files, Recorded.accounts(files, 40))).isEqualTo(Map.of("identical", 40));
    }

    @Test
    void everySampleAccountIsDecidedAgainThreeMonthsInARow() throws IOException {
        ModelFiles files = shipped("customer-health");
        try (Decider first = Recorded.compiled(files, "7").decider();
                Decider again = again(files, first.model().digest())) {
            List<Inquiry> inquiries = samples(files);
            for (int month = 0; month < 3; month++) {
                List<byte[]> records = Recorded.of(inquiries, first);
                assertThat(records)
                        .hasSizeGreaterThan(400)
                        .allSatisfy(record -> assertThat(Replay.of(record, ModelSource.of(again)))
                                .isEqualTo(new Replay.Identical()));
                inquiries = records.stream()
                        .map(record -> aMonthLater(DecisionRecord.read(record)))
                        .toList();
            }
        }
    }

    @Test
    void guardrailsAreAmongWhatIsReplayed() throws IOException {
        ModelFiles files = shipped("customer-health");
        ModelFiles without = new ModelFiles(files.name(), files.workbooks(), files.contract(), List.of());
        try (Decider first = Recorded.compiled(files, "7").decider();
                Decider other = Recorded.compiled(without, "7").decider()) {
            List<byte[]> records = Recorded.of(samples(files), first);

            assertThat(other.model().digest()).isNotEqualTo(first.model().digest());
            assertThat(records)
                    .anyMatch(record -> new String(record, UTF_8).contains("\"cell\":\"upsell.drl:"))
                    .anyMatch(record -> new String(record, UTF_8).contains("\"cell\":\"contract-status.xlsx!"));
            assertThat(Replay.of(records.get(0), ModelSource.of(other)))
                    .isInstanceOfSatisfying(
                            Replay.Impossible.class,
                            impossible -> assertThat(impossible.why())
                                    .contains(first.model().digest()));
        }
    }

    @Test
    void aChangedScoreIsNamed() throws IOException {
        Replay replay = replayed(record -> record.replaceFirst("(\"scores\":\\{[^}]*\"Overall\":)[0-9.]+", "$112.34"));

        assertThat(replay).isInstanceOfSatisfying(Replay.Different.class, different -> {
            assertThat(different.total()).isEqualTo(1);
            assertThat(different.differences().get(0).place()).isEqualTo("/decision/scores/Overall");
            assertThat(different.differences().get(0).recorded()).isEqualTo("12.34");
        });
    }

    @Test
    void aMissingFiredRuleIsNamed() throws IOException {
        Replay replay = replayed(record -> {
            int fired = record.indexOf("\"fired\":[") + "\"fired\":[".length();
            int second = record.indexOf("{\"because\"", fired + 1);
            return record.substring(0, fired) + record.substring(second);
        });

        assertThat(replay).isInstanceOfSatisfying(Replay.Different.class, different -> {
            assertThat(different.differences()).hasSize(1);
            Difference difference = different.differences().get(0);
            assertThat(difference.place()).isEqualTo("/decision/fired/0");
            assertThat(difference.recorded()).isNull();
            assertThat(difference.replayed()).contains("\"seq\":1,");
        });
    }

    @Test
    void aChangedInputIsTold() throws IOException {
        Replay replay = replayed(record -> {
            int snapshot = record.indexOf("\"snapshot\":");
            return record.substring(0, snapshot)
                    + record.substring(snapshot)
                            .replaceFirst(
                                    "\"seat_utilisation\":(\\{[^}]*\"value\":)?[0-9.]+", "\"seat_utilisation\":$11");
        });

        assertThat(replay)
                .isInstanceOfSatisfying(
                        Replay.Different.class,
                        different -> assertThat(different.differences())
                                .isNotEmpty()
                                .allMatch(difference -> difference.place().startsWith("/decision/")));
    }

    @Test
    void whatIsNoRecordIsToldSo() throws IOException {
        assertThat(replayed(record -> "{}"))
                .isInstanceOfSatisfying(
                        Replay.Impossible.class,
                        impossible -> assertThat(impossible.obstacle()).isEqualTo(Obstacle.UNREADABLE));
        assertThat(replayed(record -> record.replace(":{", ": {")))
                .isInstanceOfSatisfying(
                        Replay.Impossible.class,
                        impossible -> assertThat(impossible.why()).contains("not canonical"));
    }

    @Test
    void noChangeOfAByteOfTheAnswerGoesUnseen() throws IOException {
        ModelFiles files = shipped("customer-health");
        try (Decider decider = Recorded.compiled(files, "7").decider()) {
            List<byte[]> records = Recorded.of(samples(files).subList(0, 20), decider);
            Random random = new Random(20260301);
            for (int trial = 0; trial < 3_000; trial++) {
                byte[] record = records.get(trial % records.size()).clone();
                String text = new String(record, UTF_8);
                int at = random.nextInt(record.length);
                record[at] ^= (byte) (1 << random.nextInt(8));
                boolean ofTheModel = at >= utf8(text, "\"model\":{") && at <= utf8(text, "\"playbooks\":");
                if (!ofTheModel) {
                    Replay replay = Replay.of(record, ModelSource.of(decider));
                    boolean ofTheAnswer = at >= utf8(text, "\"decision\":{") && at < utf8(text, ",\"decision_id\"");
                    assertThat(ofTheAnswer && replay instanceof Replay.Identical)
                            .as("trial %s, byte %s", trial, at)
                            .isFalse();
                }
            }
        }
    }

    private static int utf8(String text, String found) {
        return text.substring(0, text.indexOf(found)).getBytes(UTF_8).length;
    }

    private interface Tampering {
        String apply(String record);
    }

    /** What is said of the first sample account's record after something was done to it. */
    private static Replay replayed(Tampering tampering) throws IOException {
        ModelFiles files = shipped("customer-health");
        try (Decider decider = Recorded.compiled(files, "7").decider()) {
            String record = new String(
                    Recorded.of(samples(files).subList(0, 1), decider).get(0), UTF_8);
            String changed = tampering.apply(record);
            assertThat(changed).isNotEqualTo(record);
            return Replay.of(changed.getBytes(UTF_8), ModelSource.of(decider));
        }
    }

    private static Map<String, Integer> outcomes(ModelFiles files, List<Inquiry> inquiries) {
        Map<String, Integer> outcomes = new TreeMap<>();
        try (Decider first = Recorded.compiled(files, "7").decider();
                Decider again = again(files, first.model().digest())) {
            Recorded.of(inquiries, first)
                    .forEach(record -> outcomes.merge(
                            Replay.of(record, ModelSource.of(again)).label(), 1, Integer::sum));
        }
        return outcomes;
    }

    private static Decider again(ModelFiles files, String digest) {
        ModelDocument document = ModelDocument.read(new ModelDocument(digest, files).canonicalBytes());
        Compilation.Accepted accepted = Recorded.compiled(document.files(), "another label");
        return accepted.decider();
    }

    private static ModelFiles shipped(String name) throws IOException {
        return ModelFolder.read(ROOT.resolve("decision-tables").resolve(name), ROOT);
    }

    private static List<Inquiry> samples(ModelFiles files) throws IOException {
        List<Inquiry> inquiries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(ROOT.resolve("samples/customer-health/accounts.ndjson"));
                AccountFile accounts = AccountFile.open(
                        in, AccountFile.Format.NDJSON, Recorded.contract(files), LocalDate.of(2026, 3, 1))) {
            while (accounts.hasNext()) {
                inquiries.add(new Inquiry(((SnapshotLine.Good) accounts.next()).snapshot(), PriorState.NONE));
            }
        }
        return inquiries;
    }

    /** The same account, whose past now holds what was decided. */
    private static Inquiry aMonthLater(DecisionRecord record) {
        AccountSnapshot then = record.snapshot();
        var past = new ArrayList<>(record.prior().entries());
        record.decision()
                .scores()
                .forEach((score, value) -> past.add(new ScoreEntry(
                        score, then.asOf(), value, record.decision().bands().get(score))));
        record.decision().playbooks().stream()
                .filter(playbook -> playbook.running())
                .forEach(playbook -> past.add(new PlaybookEntry(playbook.playbook(), then.asOf())));
        return new Inquiry(
                new AccountSnapshot(
                        then.accountId(),
                        then.asOf().plusMonths(1),
                        then.attributes(),
                        then.indicators(),
                        then.history()),
                new PriorState(past));
    }
}
