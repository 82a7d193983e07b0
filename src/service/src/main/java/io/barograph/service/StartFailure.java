package io.barograph.service;

import org.apache.commons.logging.LogFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** Why the service could not start, for people. */
final class StartFailure {

    private StartFailure() {}

    /** What an analyser makes of it; else the innermost message. */
    static String describe(Throwable failure) {
        FailureHandler notForThisOne =
                (type, name, fault) -> LogFactory.getLog(StartFailure.class).debug(name, fault);
        for (FailureAnalyzer analyzer :
                SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, notForThisOne)) {
            FailureAnalysis analysis = analyzer.analyze(failure);
            if (analysis != null) {
                return analysis.getDescription().strip()
                        + (analysis.getAction() == null
                                ? ""
                                : "\n\n" + analysis.getAction().strip());
            }
        }
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }
}
