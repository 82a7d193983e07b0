package io.barograph.engine.audit;

import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The rule files of this installation. Rule files are code, so those of a model that came from elsewhere run only when they are
 * here too, byte for byte, or came with this product.
 *
 * @param home the project whose {@code rules/guardrails/<model>/} counts
 */
public record InstalledRules(Path home) {

    /** A model's rule files that nothing here vouches for; none of them may run unless this is empty. */
    public List<String> strangers(ModelFiles files) {
        if (ModelCompiler.bringsNoCode(files)) {
            return List.of();
        }
        return files.ruleFiles().stream()
                .filter(file -> !isInstalled(files.name(), file))
                .map(ModelFile::name)
                .toList();
    }

    private boolean isInstalled(String model, ModelFile file) {
        try {
            return ModelFolder.rules(model, home).stream()
                    .anyMatch(here -> here.name().equals(file.name()) && Arrays.equals(here.bytes(), file.bytes()));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
