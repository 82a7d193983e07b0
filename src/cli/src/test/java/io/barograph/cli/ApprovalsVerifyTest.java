package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.EventRecord;
import io.barograph.engine.audit.Evidence;
import io.barograph.engine.audit.note.SignedNote;
import io.barograph.engine.audit.note.SigningKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether what went live was approved, as a log shows that was signed whatever it says. */
class ApprovalsVerifyTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final BigDecimal NUMBER = BigDecimal.valueOf(2);
    private static final String MODEL = "sha256:" + "a".repeat(64);
    private static final String BASE = "sha256:" + "b".repeat(64);

    private final SignedLog log = new SignedLog();

    @TempDir
    private Path folder;

    ApprovalsVerifyTest() {
        activated(1, BASE, "model-imported");
        log.add("model-uploaded", Map.of("model", model(MODEL), "authors", List.of("ann")));
        log.add("model-submitted", Map.of("number", NUMBER, "person", "ann", "evidence", tree(evidence("1"))));
    }

    @Test
    void tellsWhoApprovedWhatWentLive() throws IOException {
        approved("bo", evidence("1"), evidence("1"), log.key());
        approved("cy", evidence("1"), evidence("1"), log.key());
        activated(2, MODEL, "activation");
        activated(1, BASE, "rollback");

        Run run = verify();

        assertThat(run.out())
                .startsWith("INTACT: all 8 records")
                .contains("went live     record 1: version 1, from the installation\n")
                .contains("record 6: version 2, by ann, approved by bo, cy\n")
                .contains("record 7: version 1, gone back to\n")
                .contains("the approvals were enough");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        JsonNode live = json().get("live").get(1);
        assertThat(live.get("record").asInt()).isEqualTo(6);
        assertThat(live.get("number").asInt()).isEqualTo(2);
        assertThat(live.get("how").asString()).isEqualTo("activation");
        assertThat(live.get("authors").toString()).isEqualTo("[\"ann\"]");
        assertThat(live.get("approved_by").toString()).isEqualTo("[\"bo\",\"cy\"]");
    }

    @Test
    void anApprovalByAnotherKeyIsNone() throws IOException {
        approved("bo", evidence("1"), evidence("1"), SignedLog.newKey());
        activated(2, MODEL, "activation");

        broken("bad-approval", 4, "no key of the log that is trusted signed its note");
        broken("not-approved", 5, "no approval of it holds, by anybody who is not its author");
    }

    @Test
    void anAuthorsApprovalIsNone() throws IOException {
        approved("ann", evidence("1"), evidence("1"), log.key());
        approved("bo", evidence("1"), evidence("1"), log.key());
        activated(2, MODEL, "canary");

        broken("bad-approval", 4, "`ann` is an author of it");
        assertThat(json().get("total").asInt()).isEqualTo(1);
        assertThat(verify().out()).contains("version 2 as a canary, by ann, approved by bo");
    }

    @Test
    void whoSubmittedIsAnAuthorToo() throws IOException {
        log.add("model-submitted", Map.of("number", NUMBER, "person", "di", "evidence", tree(evidence("1"))));
        approved("di", evidence("1"), evidence("1"), log.key());
        activated(2, MODEL, "activation");

        broken("bad-approval", 5, "`di` is an author of it");
    }

    @Test
    void anApprovalOfOtherEvidenceIsNone() throws IOException {
        approved("bo", evidence("2"), evidence("2"), log.key());
        activated(2, MODEL, "activation");

        broken("bad-approval", 4, "it is given on other evidence than was submitted");
    }

    @Test
    void aNoteThatSaysSomethingElseIsNone() throws IOException {
        approved("bo", evidence("1"), evidence("2"), log.key());
        activated(2, MODEL, "activation");

        broken("bad-approval", 4, "its note says something else");
    }

    @Test
    void approvalsOfBeforeItWasSubmittedAgainDoNotCount() throws IOException {
        approved("bo", evidence("1"), evidence("1"), log.key());
        log.add("model-submitted", Map.of("number", NUMBER, "person", "ann", "evidence", tree(evidence("2"))));
        activated(2, MODEL, "activation");

        broken("not-approved", 6, "no approval of it holds");
    }

    @Test
    void anotherModelThanWasApprovedIsTold() throws IOException {
        approved("bo", evidence("1"), evidence("1"), log.key());
        activated(2, "sha256:" + "c".repeat(64), "activation");

        broken("not-approved", 5, "but what was submitted and approved is `" + MODEL + "`");
    }

    @Test
    void goingBackToWhatNeverWasLiveIsTold() throws IOException {
        activated(2, MODEL, "rollback");

        broken("not-approved", 4, "which no record before it let go live");
    }

    @Test
    void aPartSaysThatItDoesNotShowIt() throws IOException {
        approved("bo", evidence("1"), evidence("1"), log.key());
        activated(2, MODEL, "activation");
        Path part = folder.resolve("part.ndjson");
        Files.write(part, log.exported(5, 6, 6));

        Run run = Run.of(
                "audit",
                "verify",
                part.toString(),
                "--key",
                log.key().verifierKey().toString());

        assertThat(run.out())
                .startsWith("INTACT: records 5 to 5")
                .contains("record 5: version 2; its approvals are not here")
                .contains("approvals lie outside of this range");
    }

    /** @param signed what the note is over */
    private void approved(String person, Evidence told, Evidence signed, SigningKey by) {
        String statement = signed.approval(2, person, Instant.EPOCH.toString());
        Map<String, Object> details = new TreeMap<>(Map.of(
                "number",
                NUMBER,
                "person",
                person,
                "evidence",
                tree(told),
                "note",
                SignedNote.sign(statement, List.of(by)).toString()));
        log.add("model-approved", details);
    }

    private void activated(int number, String digest, String how) {
        log.add(
                EventRecord.MODEL_ACTIVATED,
                Map.of(
                        "number", BigDecimal.valueOf(number),
                        "model", model(digest),
                        "files", List.of(),
                        "how", how,
                        "person", "op"));
    }

    private static Map<String, Object> model(String digest) {
        return new TreeMap<>(Map.of("digest", digest, "name", "customer-health", "version", "2"));
    }

    private static Evidence evidence(String check) {
        return new Evidence(MODEL, BASE, "w", check, "t", "d", "s", "g");
    }

    private static Map<String, Object> tree(Evidence evidence) {
        Map<String, Object> tree = new TreeMap<>();
        for (String line : evidence.text().lines().toList()) {
            tree.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return tree;
    }

    private void broken(String kind, int record, String message) throws IOException {
        JsonNode verdict = json();
        assertThat(verdict.get("verdict").asString()).isEqualTo("broken");
        assertThat(verdict.get("findings").valueStream())
                .as(verdict.toString())
                .anyMatch(finding -> finding.get("kind").asString().equals(kind)
                        && finding.get("from").asInt() == record
                        && finding.get("message").asString().contains(message));
        assertThat(verify().code()).isEqualTo(1);
        assertThat(verify().out()).startsWith("NOT INTACT").contains(kind);
    }

    private JsonNode json() throws IOException {
        return JSON.readTree(verify("--format", "json").out());
    }

    private Run verify(String... more) throws IOException {
        Path export = folder.resolve("audit.ndjson");
        Files.write(export, log.exported(0, log.size(), log.size()));
        return more.length == 0
                ? Run.of(
                        "audit",
                        "verify",
                        export.toString(),
                        "--key",
                        log.key().verifierKey().toString())
                : Run.of(
                        "audit",
                        "verify",
                        export.toString(),
                        "--key",
                        log.key().verifierKey().toString(),
                        more[0],
                        more[1]);
    }
}
