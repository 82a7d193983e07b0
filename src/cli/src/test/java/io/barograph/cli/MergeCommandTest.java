package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.workbook.WorkbookEditor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergeCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONFLICT = "enterprise.xlsx!Thresholds!ENT-TH-01!From";

    @TempDir
    private Path folder;

    private Path base = Path.of("");
    private Path theirs = Path.of("");
    private Path mine = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void copyTheShippedModel() throws IOException {
        Files.createDirectories(folder.resolve("governance/customer-health"));
        copy(Run.ROOT.resolve("governance/customer-health"), folder.resolve("governance/customer-health"));
        base = model("base");
        theirs = model("theirs");
        mine = model("mine");
        out = folder.resolve("decision-tables/out");
    }

    @Test
    void writesWhatBothChangedAndChecksIt() throws IOException {
        threshold(theirs, "79");
        because(mine, "Held to more.");

        Run merged = merge();

        assertThat(merged.err()).isEmpty();
        assertThat(merged.code()).isZero();
        assertThat(merged.out()).startsWith("theirs: one change, mine: one change\nwrote ");
        assertThat(changes(base, out)).containsExactly("threshold-moved", "because-changed");
        assertThat(Files.readAllBytes(out.resolve("smb.xlsx"))).isEqualTo(Files.readAllBytes(base.resolve("smb.xlsx")));
        assertThat(Run.of("check", out.toString()).code()).isZero();
    }

    @Test
    void tellsConflictsWithinEightyColumnsAndWritesNothing() throws IOException {
        threshold(theirs, "79");
        threshold(mine, "81");

        Run merged = merge();

        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.out())
                .contains("enterprise.xlsx!Thresholds!E2", "theirs: 79", "mine: 81", "conflict " + CONFLICT)
                .endsWith("one conflict; nothing was merged\n");
        assertThat(merged.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(merged.err()).contains("--take");
        assertThat(out).doesNotExist();
    }

    @Test
    void tellsConflictsToPrograms() throws IOException {
        threshold(theirs, "79");
        threshold(mine, "81");

        JsonNode told = JSON.readTree(merge("--format", "json").out());

        assertThat(told.get("merged").asBoolean()).isFalse();
        assertThat(told.get("conflicts")).hasSize(1);
        assertThat(told.at("/conflicts/0/conflict").asString()).isEqualTo(CONFLICT);
        assertThat(told.at("/conflicts/0/theirs").asString()).isEqualTo("79");
        assertThat(told.at("/conflicts/0/cell_mine").asString()).isEqualTo("enterprise.xlsx!Thresholds!E2");
    }

    @Test
    void settlesConflictsAsTold() throws IOException {
        threshold(theirs, "79");
        threshold(mine, "81");

        assertThat(merge("--value", CONFLICT + "=80.5", "--format", "json").out())
                .contains("\"merged\":true", "\"errors\":0");
        assertThat(Run.of("diff", "--format", "json", theirs.toString(), out.toString())
                        .out())
                .contains("\"to\":\"80.5\"");
        assertThat(merge("--take", CONFLICT + "=mine").code()).isZero();
        assertThat(changes(mine, out)).isEmpty();
        Run unknown = merge("--take", "nowhere=mine");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("there is no conflict `nowhere` to settle");
        assertThat(merge("--take", CONFLICT + "=yours").code()).isEqualTo(2);
    }

    @Test
    void reportsWhatTheCheckFindsInTheMergedModel() throws IOException {
        edit(theirs, editor -> editor.set("Weights", 2, 3, new BigDecimal("77")));
        because(mine, "Held to more.");

        Run merged = merge();

        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.err()).contains("in the merged model; see `barograph check ");
        assertThat(out.resolve("enterprise.xlsx")).exists();
    }

    @Test
    void refusesAFolderThatHoldsOtherWorkbooks() throws IOException {
        Files.createDirectories(out);
        Files.copy(base.resolve("smb.xlsx"), out.resolve("another.xlsx"));

        Run refused = merge();

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("another.xlsx` is no part of the merged model");
        assertThat(Run.of("merge", base.toString(), theirs.toString(), mine.toString())
                        .err())
                .contains("--out");
    }

    @Test
    void mergesSingleWorkbooksInPlace() throws IOException {
        threshold(theirs, "79");
        because(mine, "Held to more.");
        Path current = theirs.resolve("enterprise.xlsx");

        Run merged = drive();

        assertThat(merged.err()).isEmpty();
        assertThat(merged.out()).isEmpty();
        assertThat(merged.code()).isZero();
        assertThat(changes(base, theirs)).containsExactly("threshold-moved", "because-changed");

        threshold(mine, "81");
        byte[] before = Files.readAllBytes(current);
        Run conflicting = drive();
        assertThat(conflicting.code()).isEqualTo(1);
        assertThat(conflicting.out()).contains("conflict " + CONFLICT);
        assertThat(Files.readAllBytes(current)).isEqualTo(before);
        assertThat(drive("--out", "x").code()).isEqualTo(2);
    }

    @Test
    void gitMergesWorkbooksWithIt() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Path own = Files.createDirectories(tree.resolve("decision-tables/tree"));
        copy(base, own);
        Files.writeString(tree.resolve(".gitattributes"), "*.xlsx merge=barograph\n");
        git(tree, "init", "-q", "-b", "main");
        git(
                tree,
                "config",
                "merge.barograph.driver",
                "'" + Path.of(System.getProperty("java.home"), "bin/java") + "' -cp '"
                        + System.getProperty("java.class.path")
                        + "' io.barograph.cli.Barograph merge --driver %O %A %B --path %P");
        git(tree, "add", ".");
        git(tree, "commit", "-q", "-m", "base");
        git(tree, "checkout", "-q", "-b", "other");
        because(own, "Held to more.");
        git(tree, "commit", "-q", "-a", "-m", "other");
        git(tree, "checkout", "-q", "main");
        threshold(own, "79");
        git(tree, "commit", "-q", "-a", "-m", "main");

        assertThat(git(tree, "merge", "-q", "-m", "both", "other")).isZero();
        assertThat(changes(base, own)).containsExactly("threshold-moved", "because-changed");

        git(tree, "checkout", "-q", "other");
        threshold(own, "81");
        git(tree, "commit", "-q", "-a", "-m", "other again");
        git(tree, "checkout", "-q", "main");
        assertThat(git(tree, "merge", "-q", "-m", "both", "other")).isEqualTo(1);
        assertThat(changes(base, own)).containsExactly("threshold-moved", "because-changed");
    }

    private static int git(Path tree, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(git.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return git.exitValue();
    }

    private Run merge(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("merge", base.toString(), theirs.toString(), mine.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Run drive(String... more) {
        List<String> arguments = new ArrayList<>(List.of("merge", "--driver"));
        Stream.of(base, theirs, mine)
                .map(model -> model.resolve("enterprise.xlsx").toString())
                .forEach(arguments::add);
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private static List<String> changes(Path before, Path after) {
        return JSON.readTree(Run.of("diff", "--format", "json", before.toString(), after.toString())
                        .out())
                .get("changes")
                .findValuesAsString("kind");
    }

    private static void threshold(Path model, String from) throws IOException {
        edit(model, editor -> editor.set("Thresholds", 2, 5, new BigDecimal(from)));
    }

    private static void because(Path model, String text) throws IOException {
        edit(model, editor -> editor.set("Thresholds", 2, editor.columnCount("Thresholds"), text));
    }

    private interface Edit {
        void on(WorkbookEditor editor);
    }

    private static void edit(Path model, Edit edit) throws IOException {
        Path file = model.resolve("enterprise.xlsx");
        try (WorkbookEditor editor = WorkbookEditor.open(Files.readAllBytes(file))) {
            edit.on(editor);
            Files.write(file, editor.bytes());
        }
    }

    /** A folder with the shipped workbooks and their contract. */
    private Path model(String name) throws IOException {
        Path model = Files.createDirectories(folder.resolve("decision-tables").resolve(name));
        copy(Run.ROOT.resolve("decision-tables/customer-health"), model);
        Files.copy(
                Run.ROOT.resolve("governance/customer-health/data-contract.yaml"), model.resolve("data-contract.yaml"));
        return model;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
