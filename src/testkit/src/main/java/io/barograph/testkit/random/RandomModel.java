package io.barograph.testkit.random;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.Workbook;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * A model drawn at random: as values, and as files that must read the same.
 *
 * @param seed draws the same model again
 * @param contractYaml the contract as a file
 */
public record RandomModel(long seed, Contract contract, String contractYaml, List<WorkbookDraft> drafts) {

    public RandomModel {
        drafts = List.copyOf(drafts);
    }

    public List<Workbook> workbooks() {
        return drafts.stream().map(WorkbookDraft::workbook).toList();
    }

    public ModelFiles files() {
        return new ModelFiles(
                "random-" + seed,
                drafts.stream()
                        .map(WorkbookDraft::modelFile)
                        .sorted(Comparator.comparing(ModelFile::name))
                        .toList(),
                new ModelFile("data-contract.yaml", contractYaml.getBytes(StandardCharsets.UTF_8)),
                List.of());
    }
}
