package io.barograph.service.models;

import io.barograph.engine.issue.IssueRenderer;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells everything that is wrong with a model that cannot be used. */
final class ModelRejectedAnalyzer extends AbstractFailureAnalyzer<ModelRejectedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ModelRejectedException rejected) {
        return new FailureAnalysis(
                rejected.getMessage() + "\n\n" + IssueRenderer.render(rejected.issues(), false),
                "Mend the cells named above; `./barograph check " + rejected.directory() + "` checks them again.",
                rejected);
    }
}
