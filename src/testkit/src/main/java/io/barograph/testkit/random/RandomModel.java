package io.barograph.testkit.random;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.Workbook;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The segment a workbook is of; null of {@code segments.xlsx}. */
    @Nullable String segment(String file) {
        return drafts.stream()
                .filter(draft -> draft.file().equals(file))
                .flatMap(draft -> draft.sheets().stream())
                .filter(sheet -> sheet.name().equals("Model"))
                .map(sheet -> sheet.rows().get(0).get(1))
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
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
