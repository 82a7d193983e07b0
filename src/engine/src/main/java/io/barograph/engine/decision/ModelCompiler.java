package io.barograph.engine.decision;

import io.barograph.engine.model.ModelFiles;

/** From a model's files to a {@link Decider}: read, parse, check, load rows and guardrails. */
public final class ModelCompiler {

    private ModelCompiler() {}

    /** @param version what decisions call this model, for example {@code 7} or {@code working-copy} */
    public static Compilation compile(ModelFiles files, String version) {
        throw new UnsupportedOperationException(files.name() + version);
    }
}
