package io.barograph.engine.model;

/** Turns a model's files into a checked {@link Model}, collecting every issue on the way. */
public final class ModelParser {

    private ModelParser() {}

    public static Parsing parse(ModelFiles files) {
        throw new UnsupportedOperationException(files.name());
    }
}
