package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.note.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditVerifyCommandTest {

    private static final String ORIGIN = SignedLog.ORIGIN;
    private static final JsonMapper JSON = new JsonMapper();

    private final SignedLog log = new SignedLog();
    private final SigningKey key = log.key();

    @TempDir
    private Path folder;

    private Path export = Path.of("");
    private Path publicKey = Path.of("");

    @BeforeEach
    void exportALog() throws IOException {
        for (int i = 1; i < 8; i++) {
            log.add("note", Map.of("text", "value " + i));
        }
        export = folder.resolve("audit.ndjson");
        Files.write(export, log.exported(0, 8, 8));
        publicKey = folder.resolve("log.pub");
        Files.writeString(publicKey, key.verifierKey() + "\n");
    }

    @Test
    void findsAWholeLogIntact() {
        Run run = verify(export.toString(), "--key", publicKey.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("INTACT: all 8 records of `" + ORIGIN + "` are as they were signed\n");
        assertThat(run.out()).contains("a key that you gave", "\nNot shown\n");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.code()).isZero();
    }

    @Test
    void takesAKeyAsTextOrPemAndAFilePackedOrPiped() throws IOException {
        Path pem = folder.resolve("log.pem");
        Files.writeString(pem, key.verifierKey().pem());
        Path packed = folder.resolve("audit.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(export, out);
        }
        String piped = Files.readString(export);

        assertThat(verify(packed.toString(), "--key", pem.toString()).out()).startsWith("INTACT");
        assertThat(Run.of(
                                piped,
                                StandardCharsets.UTF_8,
                                "audit",
                                "verify",
                                "-",
                                "--key",
                                key.verifierKey().toString())
                        .out())
                .startsWith("INTACT");
    }

    @Test
    void saysLoudlyThatNothingIsProvenWithoutAKey() {
        Run run = verify(export.toString());

        assertThat(run.out())
                .startsWith("CONSISTENT, NOT PROVEN")
                .contains("NOT CONFIRMED")
                .contains(key.verifierKey().toString().substring(0, 60));
        assertThat(run.code()).isZero();
        assertThat(JSON.readTree(verify(export.toString(), "--format", "json").out())
                        .get("verdict")
                        .asString())
                .isEqualTo("consistent");
    }

    @Test
    void namesTheRecordThatWasAltered() throws IOException {
        Files.writeString(export, Files.readString(export).replace("value 5", "value 6"));

        Run run = verify(export.toString(), "--key", publicKey.toString());
        JsonNode found = JSON.readTree(verify(export.toString(), "--key", publicKey.toString(), "--format", "json")
                .out());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("NOT INTACT: one thing is wrong\n");
        assertThat(run.out()).contains("altered\n", "record 5 is not the one that was signed");
        assertThat(found.get("verdict").asString()).isEqualTo("broken");
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.get("findings").get(0).get("kind").asString()).isEqualTo("altered");
        assertThat(found.get("findings").get(0).get("from").asInt()).isEqualTo(5);
        assertThat(found.get("findings").get(0).get("to").asInt()).isEqualTo(6);
    }

    @Test
    void doesNotTrustAnotherKey() {
        Run run = verify(
                export.toString(), "--key", SignedLog.newKey().verifierKey().toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("NOT INTACT").contains("unsigned", "NOT TRUSTED", "records 0 to 7");
    }

    @Test
    void joinsPartsAndNoticesARollBack() throws IOException {
        Path first = folder.resolve("part1.ndjson");
        Path second = folder.resolve("part2.ndjson");
        byte[] whole = log.exported(0, 8, 8);
        String text = new String(whole, StandardCharsets.UTF_8);
        Files.writeString(first, text.substring(0, text.indexOf("\"index\":3") + 20));
        Files.write(second, log.exported(3, 8, 8));
        Path later = folder.resolve("later.txt");
        Files.writeString(later, log.signed(8));
        Path earlier = folder.resolve("earlier.ndjson");
        Files.write(earlier, log.exported(0, 5, 5));
        String pub = publicKey.toString();

        assertThat(verify(first.toString(), second.toString(), "--key", pub).out())
                .startsWith("INTACT: all 8 records");
        assertThat(verify(first.toString(), "--key", pub).out())
                .contains("truncated", "an export with `from=3` goes on");
        assertThat(verify(earlier.toString(), export.toString(), "--key", pub).out())
                .startsWith("INTACT: all 8 records");
        assertThat(verify(export.toString(), "--key", pub, "--checkpoint", later.toString())
                        .out())
                .contains("1 seen earlier");
        assertThat(verify(earlier.toString(), "--key", pub, "--checkpoint", later.toString())
                        .out())
                .contains("rolled-back", "the log had 8 records");
    }

    @Test
    void tellsWrongUsage() throws IOException {
        Path noKey = folder.resolve("no-key");
        Files.writeString(noKey, "nothing");

        assertThat(Run.of("audit").err()).contains("say what, one of verify");
        assertThat(verify().code()).isEqualTo(2);
        assertThat(verify("nowhere.ndjson").err()).contains("there is no file `nowhere.ndjson`");
        assertThat(verify(export.toString(), "--key", "nowhere").err()).contains("no such file, and it is no key");
        assertThat(verify(export.toString(), "--key", noKey.toString()).code()).isEqualTo(2);
        assertThat(verify(export.toString(), "--checkpoint", noKey.toString()).code())
                .isEqualTo(2);
        assertThat(verify("-", "-").err()).contains("standard input is one file");
        assertThat(verify(noKey.toString()).out()).startsWith("NOT INTACT").contains("truncated");
        assertThat(Run.of("audit", "verify", "--help").out().lines()).allMatch(line -> line.length() <= 80);
    }

    private static Run verify(String... arguments) {
        List<String> all = new ArrayList<>(List.of("audit", "verify"));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }
}
