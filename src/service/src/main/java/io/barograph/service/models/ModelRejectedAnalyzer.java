package io.barograph.service.models;

import io.barograph.engine.issue.Issue;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells everything that is wrong with a model that cannot be used. */
final class ModelRejectedAnalyzer extends AbstractFailureAnalyzer<ModelRejectedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ModelRejectedException rejected) {
        String issues = rejected.issues().stream().map(Issue::toString).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                rejected.getMessage() + "\n\n" + issues,
                "mend the cells named above; `barograph check " + rejected.directory() + "` checks them again",
                rejected);
    }
}
