package io.barograph.testkit.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second reading by itself: against published vectors, and independent of the engine. */
class ReferenceTest {

    private static final List<byte[]> RECORDS = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList();

    private static final String ROOT = base64("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void usesNothingOfTheEngine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.barograph.engine..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.barograph.testkit.audit"));
    }

    @Test
    void provesByThePublishedPaths() {
        List<String> path = Stream.of(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")
                .map(ReferenceTest::base64)
                .toList();
        List<String> proof = Stream.of(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")
                .map(ReferenceTest::base64)
                .toList();
        String sixth = base64("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef");

        assertThat(ReferenceTree.root(RECORDS)).isEqualTo(ROOT);
        assertThat(ReferenceTree.path(5, RECORDS)).isEqualTo(path);
        assertThat(ReferenceTree.proof(6, RECORDS)).isEqualTo(proof);
        assertThat(ReferenceProofs.inclusion(ReferenceTree.leaf(RECORDS.get(5)), 5, 8, path, ROOT))
                .isTrue();
        assertThat(ReferenceProofs.inclusion(ReferenceTree.leaf(RECORDS.get(5)), 4, 8, path, ROOT))
                .isFalse();
        assertThat(ReferenceProofs.consistency(6, sixth, 8, ROOT, proof)).isTrue();
        assertThat(ReferenceProofs.consistency(6, ROOT, 8, ROOT, proof)).isFalse();
    }

    @Test
    void believesACheckpointOfAPublicLogAndNoAlteredOne() throws Exception {
        String vkey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
        String note = """
                go.sum database tree
                15081221
                BoMMe1wd25Tco0mYGROkyqxHZWx+hcSCtMV315Lu6Lg=

                — sum.golang.org Az3grilD7vQqTrv66jRgKM84Y80KTprrSt4bKmiOPxgmS5ZVBTeCl6dUvjYnN13R+C8j0jGY1WnUADGMkok3U0m2Zgo=
                """;

        ReferenceNote read = ReferenceNote.verified(note.getBytes(StandardCharsets.UTF_8), Set.of(vkey));
        assertThat(read.signers()).containsExactly(vkey);
        assertThat(ReferenceCheckpoint.of(read.text()).size()).isEqualTo(15_081_221);
        byte[] altered = note.replace("15081221", "15081222").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ReferenceNote.verified(altered, Set.of(vkey)))
                .hasMessage("wrong signature of " + vkey);
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
