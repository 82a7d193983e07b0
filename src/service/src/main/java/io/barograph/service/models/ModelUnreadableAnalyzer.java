package io.barograph.service.models;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class ModelUnreadableAnalyzer extends AbstractFailureAnalyzer<ModelUnreadableException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ModelUnreadableException unreadable) {
        return new FailureAnalysis(
                unreadable.getMessage(),
                "Name the folder that holds the model's workbooks: `--model`, or `barograph.model.directory`.",
                unreadable);
    }
}
