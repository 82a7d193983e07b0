package io.barograph.testkit.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.barograph.engine.audit.CanonicalJson;
import io.barograph.engine.audit.export.ModelDocument;
import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.ModelParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("barograph.root", "."));

    private static ModelDocument shipped;

    @BeforeAll
    static void readShippedModel() throws IOException {
        ModelFiles files = ModelFolder.read(ROOT.resolve("decision-tables/customer-health"), ROOT);
        shipped = new ModelDocument(
                Objects.requireNonNull(ModelParser.parse(files).digest()), files);
    }

    @Test
    void readsWhatItWrote() {
        ModelDocument read = ModelDocument.read(shipped.canonicalBytes());

        assertThat(read.canonicalBytes()).isEqualTo(shipped.canonicalBytes());
        assertThat(CanonicalJson.of(shipped.canonicalBytes())).isEqualTo(shipped.canonicalBytes());
        assertThat(ModelPart.of(read.files()).stream().map(ModelPart::sha256))
                .isEqualTo(ModelPart.of(shipped.files()).stream()
                        .map(ModelPart::sha256)
                        .toList());
    }

    @Test
    void refusesFilesOfAnotherDigest() {
        ModelFiles files = shipped.files();
        ModelFile rule = files.ruleFiles().get(1);
        ModelFile changed = new ModelFile(rule.name(), (new String(rule.bytes(), UTF_8) + " ").getBytes(UTF_8));
        ModelDocument other = new ModelDocument(
                shipped.digest(),
                new ModelFiles(
                        files.name(),
                        files.workbooks(),
                        files.contract(),
                        List.of(files.ruleFiles().get(0), changed)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelDocument.read(other.canonicalBytes()))
                .withMessageStartingWith(
                        "the files that are called model `" + shipped.digest() + "` are model `sha256:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "..\\x", "C:x", ""})
    void refusesNamesThatLeadElsewhere(String name) {
        ModelFiles files = shipped.files();
        ModelDocument elsewhere = new ModelDocument(
                shipped.digest(), new ModelFiles(name, files.workbooks(), files.contract(), files.ruleFiles()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelDocument.read(elsewhere.canonicalBytes()))
                .withMessageContaining("`" + name + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "nonsense", "{\"type\":\"model\"}", "{\"type\":\"model\",\"digest\":1}"})
    void refusesWhatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ModelDocument.read(text.getBytes(UTF_8)));
    }

    @Test
    void namesItsFilesInTheEventOfItsActivation() {
        String details = new String(CanonicalJson.bytes(shipped.activation("7")), UTF_8);

        assertThat(details)
                .contains("\"model\":{\"digest\":\"" + shipped.digest()
                        + "\",\"name\":\"customer-health\",\"version\":\"7\"}")
                .contains("{\"kind\":\"contract\",\"name\":\"data-contract.yaml\",\"sha256\":\"")
                .contains("{\"kind\":\"rule\",\"name\":\"upsell.drl\",\"sha256\":\"")
                .contains("{\"kind\":\"workbook\",\"name\":\"segments.xlsx\",\"sha256\":\"");
    }

    @Test
    void onlyShippedRuleFilesRunNothingNew() {
        ModelFiles files = shipped.files();
        ModelFile changed = new ModelFile("upsell.drl", "rule \"X\" @because(\"y\") when then end".getBytes(UTF_8));

        assertThat(ModelCompiler.bringsNoCode(files)).isTrue();
        assertThat(ModelCompiler.bringsNoCode(
                        new ModelFiles(files.name(), files.workbooks(), files.contract(), List.of())))
                .isTrue();
        assertThat(ModelCompiler.bringsNoCode(
                        new ModelFiles(files.name(), files.workbooks(), files.contract(), List.of(changed))))
                .isFalse();
    }
}
