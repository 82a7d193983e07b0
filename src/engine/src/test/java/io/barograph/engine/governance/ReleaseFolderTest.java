package io.barograph.engine.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFolderTest {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final ModelFiles FILES = new ModelFiles(
            "wares",
            List.of(new ModelFile("segments.xlsx", bytes("s")), new ModelFile("all.xlsx", bytes("a"))),
            new ModelFile("data-contract.yaml", bytes("c")),
            List.of());

    @TempDir
    private Path project;

    private SigningKey key;
    private Path manifest;

    @BeforeEach
    void release() throws IOException, NoSuchAlgorithmException {
        key = key("example.com/releases");
        manifest = ReleaseFolder.manifest(new GovernanceFolder(project), "wares", 1);
        Files.createDirectories(manifest.getParent());
        Files.write(manifest, bytes(made(1, "wares").yaml()));
        sign(manifest, made(1, "wares"));
    }

    @Test
    void findsTheSignedReleaseOfExactlyTheseFiles() throws IOException {
        Issues issues = new Issues();
        List<Release> releases = read(issues, key.verifierKey());

        assertThat(issues.sorted()).isEmpty();
        assertThat(ReleaseFolder.of(releases, FILES, DIGEST)).hasValueSatisfying(release -> {
            assertThat(release.signedBy()).containsExactly(key.verifierKey());
            assertThat(release.manifest()).isEqualTo(made(1, "wares"));
        });
        ModelFiles edited = new ModelFiles("wares", FILES.workbooks().subList(0, 1), FILES.contract(), List.of());
        assertThat(ReleaseFolder.of(releases, edited, DIGEST)).isEmpty();
        assertThat(ReleaseFolder.of(releases, FILES, "sha256:" + "cd".repeat(32)))
                .isEmpty();
    }

    @Test
    void refusesAManifestThatWasChangedAfterItWasSigned() throws IOException {
        Files.writeString(manifest, Files.readString(manifest).replace("Ada", "Eve"));

        assertThat(errors(key.verifierKey()))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith(
                                "governance/releases/wares/1.yaml.sig: it was signed for other content: signed is `manifest ")
                        .contains("but the manifest gives `manifest ")
                        .endsWith("restore the manifest, or sign it again"));
    }

    @Test
    void refusesASignatureThatWasAltered() throws IOException {
        Path signature = ReleaseFolder.signature(manifest);
        Files.writeString(signature, Files.readString(signature).replace("release 1", "release 2"));

        assertThat(errors(key.verifierKey()))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("1.yaml.sig: the signature of `example.com/releases` is not good"));
    }

    @Test
    void refusesKeysThatNobodyKnows() throws IOException, NoSuchAlgorithmException {
        assertThat(errors(key("example.com/others").verifierKey()))
                .singleElement()
                .satisfies(message ->
                        assertThat(message).contains("signed by `example.com/releases+", "not among the known keys"));
        assertThat(errors()).hasSize(1);
    }

    /** A signature of one version does not pass for another. */
    @Test
    void refusesASignatureThatBelongsToAnotherManifest() throws IOException {
        Path second = manifest.resolveSibling("2.yaml");
        Files.write(second, bytes(made(2, "wares").yaml()));
        Files.copy(ReleaseFolder.signature(manifest), ReleaseFolder.signature(second));

        assertThat(errors(key.verifierKey()))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("2.yaml.sig", "signed is `release 1`, but the manifest gives `release 2`"));
    }

    @Test
    void takesManifestsWithoutASignatureForWhatTheyAre() throws IOException {
        Files.delete(ReleaseFolder.signature(manifest));
        Issues issues = new Issues();

        assertThat(read(issues, key.verifierKey()))
                .singleElement()
                .satisfies(release -> assertThat(release.isSigned()).isFalse());
        assertThat(issues.sorted()).isEmpty();
    }

    @Test
    void refusesFilesThatDoNotBelongThere() throws IOException {
        Files.write(manifest.resolveSibling("7.yaml"), bytes(made(3, "wares").yaml()));
        Files.write(manifest.resolveSibling("4.yaml"), bytes(made(4, "goods").yaml()));
        Files.write(manifest.resolveSibling("9.yaml.sig"), bytes("none"));
        Files.write(manifest.resolveSibling("5.yaml"), bytes(made(5, "wares").yaml()));
        Files.write(manifest.resolveSibling("5.yaml.sig"), bytes("no note"));

        assertThat(errors(key.verifierKey()))
                .satisfiesExactly(
                        message -> assertThat(message).contains("4.yaml", "a manifest of `goods`"),
                        message -> assertThat(message).contains("5.yaml.sig", "this is no signature"),
                        message -> assertThat(message).contains("7.yaml", "call the file `3.yaml`"),
                        message -> assertThat(message).contains("9.yaml.sig", "without its manifest"));
    }

    @Test
    void tellsKeysThatAreNone() {
        Issues issues = new Issues();

        List<VerifierKey> keys = ReleaseKeys.read(
                "keys.txt", bytes("# ours\n\n" + key.verifierKey() + "\nno key\n" + key.verifierKey() + "\n"), issues);

        assertThat(keys).containsExactly(key.verifierKey());
        assertThat(issues.sorted())
                .extracting(issue -> issue.cell().toString())
                .containsExactly("keys.txt:4", "keys.txt:5");
    }

    @Test
    void writesWhatItReads() {
        ReleaseManifest odd = new ReleaseManifest(
                12,
                "a \"quoted\" model",
                DIGEST,
                Map.of("workbook/all: of it.xlsx", "cd".repeat(32)),
                List.of("Ada \\ Lovelace", "#1"),
                List.of(),
                Map.of());
        Issues issues = new Issues();

        assertThat(ReleaseManifest.read("12.yaml", bytes(odd.yaml()), issues)).isEqualTo(odd);
        assertThat(issues.sorted()).isEmpty();
    }

    private List<String> errors(VerifierKey... known) throws IOException {
        Issues issues = new Issues();
        read(issues, known);
        return issues.sorted().stream()
                .filter(Issue::isError)
                .map(issue -> issue.cell() + ": " + issue.message())
                .toList();
    }

    private List<Release> read(Issues issues, VerifierKey... known) throws IOException {
        return ReleaseFolder.read(new GovernanceFolder(project), "wares", List.of(known), issues);
    }

    private void sign(Path file, ReleaseManifest made) throws IOException {
        Files.writeString(
                ReleaseFolder.signature(file), ReleaseSignature.sign(made, Files.readAllBytes(file), List.of(key)));
    }

    private static ReleaseManifest made(int release, String model) {
        return new ReleaseManifest(
                release,
                model,
                DIGEST,
                ReleaseFolder.hashes(FILES),
                List.of("Ada"),
                List.of("Grace, 2026-03-01"),
                Map.of("workbooks", ModelPart.digest(FILES)));
    }

    private static SigningKey key(String name) throws NoSuchAlgorithmException {
        return SigningKey.of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
