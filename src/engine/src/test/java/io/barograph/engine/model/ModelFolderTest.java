package io.barograph.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    @TempDir
    private Path temp;

    @Test
    void takesWorkbooksThatCountInOrder() throws IOException {
        write("project/decision-tables/health/smb.xlsx");
        write("project/decision-tables/health/Enterprise.XLSX");
        write("project/decision-tables/health/~$smb.xlsx");
        write("project/decision-tables/health/.hidden.xlsx");
        write("project/decision-tables/health/notes.txt");
        write("project/decision-tables/health/old/smb.xlsx");

        assertThat(read().workbooks())
                .extracting(ModelFiles.ModelFile::name)
                .containsExactly("Enterprise.XLSX", "smb.xlsx");
    }

    @Test
    void prefersTheContractInTheFolder() throws IOException {
        write("home/governance/health/data-contract.yaml");
        assertThat(contract()).isEqualTo("home/governance/health/data-contract.yaml");
        write("project/governance/health/data-contract.yaml");
        assertThat(contract()).isEqualTo("project/governance/health/data-contract.yaml");
        write("project/decision-tables/health/data-contract.yaml");
        assertThat(contract()).isEqualTo("project/decision-tables/health/data-contract.yaml");
    }

    @Test
    void takesGuardrailsOfTheProjectElseOfHome() throws IOException {
        write("home/rules/guardrails/health/limits.drl");
        assertThat(read().ruleFiles()).extracting(ModelFiles.ModelFile::name).containsExactly("limits.drl");
        write("project/rules/guardrails/health/status/legal.xlsx");
        write("project/rules/guardrails/health/readme.md");
        assertThat(read().ruleFiles()).extracting(ModelFiles.ModelFile::name).containsExactly("status/legal.xlsx");
    }

    @Test
    void anEmptyFolderIsAnError() throws IOException {
        assertThat(ModelParser.parse(read()).issues())
                .extracting(Issue::code)
                .containsExactly(IssueCode.MISSING_FILE, IssueCode.MISSING_FILE);
    }

    @Test
    void anUnreadableWorkbookIsAnErrorOnTheFile() throws IOException {
        write("project/decision-tables/health/segments.xlsx");

        assertThat(ModelParser.parse(read()).issues())
                .anySatisfy(issue -> assertThat(issue.cell()).hasToString("segments.xlsx"))
                .noneMatch(issue -> issue.message().contains("is missing"));
    }

    private String contract() throws IOException {
        return new String(Objects.requireNonNull(read().contract()).bytes(), StandardCharsets.UTF_8);
    }

    private ModelFiles read() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("project/decision-tables/health"));
        return ModelFolder.read(folder, Files.createDirectories(temp.resolve("home")));
    }

    private void write(String path) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, path);
    }
}
