package io.barograph.testkit;

import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a model's files together without a disk. */
public final class ModelBuilder {

    private final String name;
    private final List<WorkbookBuilder> workbooks = new ArrayList<>();
    private final List<ModelFile> ruleFiles = new ArrayList<>();
    private @Nullable String contract;

    private ModelBuilder(String name) {
        this.name = name;
    }

    public static ModelBuilder model(String name) {
        return new ModelBuilder(name);
    }

    public ModelBuilder with(WorkbookBuilder workbook) {
        workbooks.add(workbook);
        return this;
    }

    /** @param yaml a data contract in the Open Data Contract Standard */
    public ModelBuilder contract(String yaml) {
        contract = yaml;
        return this;
    }

    /** @param file path below the model's guardrails folder */
    public ModelBuilder rules(String file, String text) {
        ruleFiles.add(new ModelFile(file, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public ModelFiles files() {
        Comparator<ModelFile> byName = Comparator.comparing(ModelFile::name);
        return new ModelFiles(
                name,
                workbooks.stream().map(WorkbookBuilder::file).sorted(byName).toList(),
                contract == null
                        ? null
                        : new ModelFile("data-contract.yaml", contract.getBytes(StandardCharsets.UTF_8)),
                ruleFiles.stream().sorted(byName).toList());
    }
}
