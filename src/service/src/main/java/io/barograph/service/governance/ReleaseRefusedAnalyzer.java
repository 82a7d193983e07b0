package io.barograph.service.governance;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class ReleaseRefusedAnalyzer extends AbstractFailureAnalyzer<ReleaseRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ReleaseRefusedException refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "Restore the files as they were signed, or sign them anew with `barograph release sign`; `barograph release verify` tells"
                        + " whether all is well. Known keys stand in `barograph.releases.keys`.",
                refused);
    }
}
