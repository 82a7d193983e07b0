package io.barograph.service.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.barograph.engine.audit.note.SigningKey;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.ReleaseFolder;
import io.barograph.engine.governance.ReleaseManifest;
import io.barograph.engine.governance.ReleaseSignature;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.service.governance.ReleaseProperties.Unsigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which releases a service takes at its start. */
class ReleasesTest {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);
    private static final ModelFiles FILES = new ModelFiles(
            "wares", List.of(new ModelFile("all.xlsx", "a".getBytes(StandardCharsets.UTF_8))), null, List.of());

    @TempDir
    private Path home;

    private Path manifest;
    private Path keys;

    @BeforeEach
    void release() throws Exception {
        SigningKey key = SigningKey.of(
                "example.com/releases", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        GovernanceFolder governance = new GovernanceFolder(home);
        manifest = ReleaseFolder.manifest(governance, "wares", 1);
        keys = governance.keys();
        ReleaseManifest made = new ReleaseManifest(
                1, "wares", DIGEST, ReleaseFolder.hashes(FILES), List.of("Ada"), List.of("Grace"), Map.of());
        byte[] yaml = made.yaml().getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(manifest.getParent());
        Files.write(manifest, yaml);
        Files.writeString(ReleaseFolder.signature(manifest), ReleaseSignature.sign(made, yaml, List.of(key)));
        Files.writeString(keys, key.verifierKey() + "\n");
    }

    @Test
    void takesWhatAKnownKeySigned() {
        assertThat(releases(Unsigned.REFUSE).find(FILES, DIGEST))
                .hasValueSatisfying(
                        release -> assertThat(release.manifest().release()).isEqualTo(1));
        assertThat(releases(Unsigned.REFUSE).find(FILES, "sha256:" + "cd".repeat(32)))
                .isEmpty();
    }

    @Test
    void refusesUnsignedOnesUnlessToldToWarn() throws IOException {
        Files.delete(ReleaseFolder.signature(manifest));

        refused("governance/releases/wares/1.yaml: it is not signed", "barograph.releases.unsigned=warn");
        assertThat(releases(Unsigned.WARN).find(FILES, DIGEST)).isPresent();
    }

    /** Whatever is said of unsigned ones: a signature that is not good is no missing one. */
    @Test
    void refusesKeysThatAreNotKnownEvenWhenUnsignedOnesAreTaken() throws IOException {
        Files.writeString(keys, "# none\n");

        refused("1.yaml.sig: signed by `example.com/releases+", "not among the known keys");
        assertThatExceptionOfType(ReleaseRefusedException.class)
                .isThrownBy(() -> releases(Unsigned.WARN).find(FILES, DIGEST));
    }

    @Test
    void refusesKeysItCannotRead() throws IOException {
        Files.writeString(keys, "what a key\n", java.nio.file.StandardOpenOption.APPEND);

        refused("governance/releases/keys.txt:2: a verifier key should read");
    }

    /** Even a release that is not the one in the folder. */
    @Test
    void refusesAnyReleaseThatWasTamperedWith() throws IOException {
        Files.copy(ReleaseFolder.signature(manifest), manifest.resolveSibling("2.yaml.sig"));
        Files.writeString(
                manifest.resolveSibling("2.yaml"), Files.readString(manifest).replace("release: 1", "release: 2"));

        refused("2.yaml.sig: it was signed for other content", "signed is `release 1`");
    }

    private void refused(String... parts) {
        assertThatExceptionOfType(ReleaseRefusedException.class)
                .isThrownBy(() -> releases(Unsigned.REFUSE).find(FILES, DIGEST))
                .satisfies(refused -> assertThat(refused).hasMessageContainingAll(parts));
    }

    private Releases releases(Unsigned unsigned) {
        return new Releases(home, new ReleaseProperties(keys, unsigned));
    }
}
