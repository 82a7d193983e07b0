package io.barograph.service.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells which file is missing or wrong. */
final class MasterKeyAnalyzer extends AbstractFailureAnalyzer<MasterKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MasterKeyException failure) {
        return new FailureAnalysis(failure.getMessage(), failure.remedy(), failure);
    }
}
