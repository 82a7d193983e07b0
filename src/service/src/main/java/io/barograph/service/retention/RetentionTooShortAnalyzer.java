package io.barograph.service.retention;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class RetentionTooShortAnalyzer extends AbstractFailureAnalyzer<RetentionTooShortException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RetentionTooShortException failure) {
        return new FailureAnalysis(
                failure.getMessage(), "Keep records longer, or lower the minimum when the law lets you.", failure);
    }
}
