package io.barograph.engine.model.parse;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The model of a golden case: the sound one with the case's sheets laid over it. */
final class GoldenModel {

    static final Path CASES = Path.of(System.getProperty("barograph.root"), "src/engine/src/test/resources/workbooks");

    private final TreeMap<String, TreeMap<String, List<String>>> sheets = new TreeMap<>();
    private final Issues issues = new Issues();

    static GoldenModel sound() {
        GoldenModel model = new GoldenModel();
        model.lay(CASES.resolve("sound"));
        return model;
    }

    static GoldenModel of(Path folder) {
        GoldenModel model = folder.toString().endsWith("-alone") ? new GoldenModel() : sound();
        model.lay(folder);
        return model;
    }

    /** Replaces a sheet. */
    GoldenModel with(String file, String sheet, String... lines) {
        sheets.computeIfAbsent(file, unused -> new TreeMap<>()).put(sheet, List.of(lines));
        return this;
    }

    @Nullable Model read() {
        return read(List.of());
    }

    @Nullable Model read(List<ModelFiles.ModelFile> ruleFiles) {
        return ModelReading.read("golden", workbooks(), contract(), ruleFiles, () -> "sha256:none", issues);
    }

    List<Issue> issues() {
        return issues.sorted();
    }

    List<Workbook> workbooks() {
        List<Workbook> workbooks = new ArrayList<>();
        sheets.forEach((file, byName) -> {
            List<Sheet> read = new ArrayList<>();
            byName.forEach((name, lines) -> {
                if (!lines.isEmpty()) {
                    read.add(SheetText.parse(file, name, lines));
                }
            });
            if (!read.isEmpty()) {
                workbooks.add(new Workbook(file, read));
            }
        });
        return workbooks;
    }

    static Contract contract() {
        Issues issues = new Issues();
        try {
            byte[] yaml = Files.readAllBytes(CASES.resolve("sound/data-contract.yaml"));
            return Objects.requireNonNull(
                    ContractReader.read("data-contract.yaml", yaml, issues),
                    () -> issues.sorted().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lay(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path workbook : files.filter(Files::isDirectory).toList()) {
                layWorkbook(workbook);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void layWorkbook(Path workbook) throws IOException {
        try (Stream<Path> files = Files.list(workbook)) {
            for (Path sheet : files.toList()) {
                String name = sheet.getFileName().toString().replaceFirst("\\.txt$", "");
                sheets.computeIfAbsent(workbook.getFileName().toString(), unused -> new TreeMap<>())
                        .put(name, Files.readAllLines(sheet));
            }
        }
    }
}
