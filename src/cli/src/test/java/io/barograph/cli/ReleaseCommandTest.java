package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private TestProject project;
    private Path key;

    @BeforeEach
    void project() throws IOException {
        project = TestProject.of(folder, "decision-tables/telco", "governance", "rules");
        key = elsewhere.resolve("release-key.pem");
        Run made = Run.of("release", "keygen", key.toString(), "--name", "example.com/releases");
        assertThat(made.code()).isZero();
        assertThat(made.out()).matches("example\\.com/releases\\+[0-9a-f]{8}\\+\\S+\n");
        assertThat(made.out()).doesNotContain("PRIVATE");
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(project.file("governance/releases/keys.txt"), made.out());
    }

    @Test
    void releasesAndVerifies() throws IOException {
        Path gate = elsewhere.resolve("gate.md");
        Files.writeString(gate, "passes");

        Run signed = sign("--author", "Ada", "--approved-by", "Grace", "--evidence", "gate=" + gate);

        assertThat(signed.err()).isEmpty();
        assertThat(signed.out()).endsWith("1.yaml: release 1 of telco, signed by example.com/releases\n");
        assertThat(Files.readString(project.file("governance/releases/telco/1.yaml")))
                .contains("authors:\n  - \"Ada\"", "approvals:\n  - \"Grace, 2026-03-01\"")
                .contains("\"gate\": " + Evidence.sha256("passes".getBytes(StandardCharsets.UTF_8)));
        Run verified = verify();
        assertThat(verified.code()).isZero();
        assertThat(verified.out()).contains("1.yaml: signed by example.com/releases", "telco is release 1");

        project.edit("decision-tables/telco/dsl.xlsx", "Thresholds", "D2", 69.99);
        assertThat(verify().code()).isEqualTo(1);
        assertThat(verify().out()).contains("telco as it is in the folder is no release");
        assertThat(sign("--release", "1").err()).contains("a released version never changes");
    }

    @Test
    void refusesWhatWasChangedOrIsNotSigned() throws IOException {
        assertThat(sign("--author", "Ada", "--approved-by", "Grace").code()).isZero();
        project.replace("governance/releases/telco/1.yaml", "Grace", "Mallory");
        assertThat(verify().code()).isEqualTo(1);
        assertThat(verify().out().replaceAll("\\s+", " ")).contains("it was signed for other content");

        Files.delete(project.file("governance/releases/telco/1.yaml.sig"));
        assertThat(verify().code()).isEqualTo(1);
        assertThat(verify().out()).contains("1.yaml: NOT SIGNED");

        assertThat(sign("--release", "1").code()).as("a manifest that is there").isZero();
        assertThat(verify().code()).isZero();

        Files.writeString(project.file("governance/releases/keys.txt"), "# nobody\n");
        assertThat(verify().out().replaceAll("\\s+", " ")).contains("not among the known keys");
    }

    @Test
    void asksForApprovalsByOthers() throws IOException {
        Run own = sign("--author", "Ada", "--approved-by", "ada");
        assertThat(own.code()).isEqualTo(1);
        assertThat(own.err()).contains("`ada` is an author, and nobody approves their own edit");

        project.replace("governance/decision-rights.yaml", "approvals: 1", "approvals: 3");
        Run few = sign("--author", "Ada", "--approved-by", "Grace", "--approved-by", "grace");
        assertThat(few.code()).isEqualTo(1);
        assertThat(few.err()).contains("decision rights ask for 3 approvals in segment ", "but 1 is named");
        assertThat(project.file("governance/releases/telco")).doesNotExist();
    }

    @Test
    void refusesModelsWithErrorsAndKeysOfOthers() throws IOException {
        Path other = elsewhere.resolve("other.pem");
        String line = Run.of("release", "keygen", other.toString(), "--name", "releases")
                .out();
        Run unknown = Run.of(
                "release", "sign", telco(), "--key", other.toString(), "--author", "Ada", "--approved-by", "Grace");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("its public key is not among the known ones", line.strip());

        project.edit("decision-tables/telco/dsl.xlsx", "Weights", "B2", 99);
        Run unsound = sign("--author", "Ada", "--approved-by", "Grace");
        assertThat(unsound.code()).isEqualTo(1);
        assertThat(unsound.err()).contains("add up to", "cannot decide before its errors are mended");
    }

    @Test
    void tellsWrongUsage() {
        assertThat(sign().err()).contains("`--author NAME --approved-by NAME`");
        assertThat(sign("--release", "0").err()).contains("must be 1 or more, but is 0");
        assertThat(Run.of("release", "keygen", key.toString(), "--name", "x").err())
                .contains("is there already");
        assertThat(Run.of("release", "keygen", elsewhere.resolve("k").toString(), "--name", "a b")
                        .err())
                .contains("must not have spaces");
        assertThat(Run.of("release", "keygen", "release-key.pem", "--name", "x").err())
                .contains("lies in the project");
    }

    private Run sign(String... options) {
        List<String> arguments = new ArrayList<>(List.of("release", "sign", telco(), "--key", key.toString()));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Run verify() {
        return Run.of("release", "verify", telco());
    }

    private String telco() {
        return project.file("decision-tables/telco").toString();
    }
}
