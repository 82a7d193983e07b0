package io.barograph.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a model consists of, as bytes.
 *
 * @param name the model's name (its folder's)
 * @param workbooks by name, sorted; only those that count ({@code *.xlsx} without {@code ~$*} and dot files)
 * @param contract the data contract; null when none was found
 * @param ruleFiles {@code .drl} and {@code .xlsx} below {@code rules/guardrails/<model>}, sorted; never from an upload
 */
public record ModelFiles(
        String name, List<ModelFile> workbooks, @Nullable ModelFile contract, List<ModelFile> ruleFiles) {

    /** @param name file name as issues show it; a rule file's is relative to its folder */
    @SuppressWarnings("ArrayRecordComponent")
    public record ModelFile(String name, byte[] bytes) {}

    public ModelFiles {
        workbooks = List.copyOf(workbooks);
        ruleFiles = List.copyOf(ruleFiles);
    }
}
