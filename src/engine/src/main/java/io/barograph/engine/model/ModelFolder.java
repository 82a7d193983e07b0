package io.barograph.engine.model;

import java.io.IOException;
import java.nio.file.Path;

/** Finds the files of a model on disk. */
public final class ModelFolder {

    private ModelFolder() {}

    /**
     * Reads a model's folder; its contract from the folder, else from {@code governance/<name>/} of the project the
     * folder belongs to (two levels up), else of {@code home}; its guardrails from {@code rules/guardrails/<name>/}
     * of the same project.
     *
     * @param home the project to fall back to
     * @throws IOException when a file that exists cannot be read
     */
    public static ModelFiles read(Path folder, Path home) throws IOException {
        throw new UnsupportedOperationException(folder + " " + home);
    }
}
