package io.barograph.service.auditlog;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells why the log cannot be opened. */
final class LogStartAnalyzer extends AbstractFailureAnalyzer<LogStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, LogStartException failure) {
        return new FailureAnalysis(failure.getMessage(), failure.remedy(), failure);
    }
}
