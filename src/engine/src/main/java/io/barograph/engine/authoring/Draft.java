package io.barograph.engine.authoring;

import io.barograph.engine.model.ModelFiles;

/** What came of drafting a change to a model. Nothing is written anywhere. */
public sealed interface Draft {

    /** The model as it would be; whoever asked for it checks it before it replaces anything. */
    record Made(ModelFiles files) implements Draft {}

    /** @param reason one line in the user's words */
    record Refused(String reason) implements Draft {}
}
