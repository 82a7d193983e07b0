package io.barograph.service;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells that something else listens already, before the analyser that speaks to programmers does. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException failure) {
        return new FailureAnalysis(
                "Port " + failure.getPort() + " is in use by another process.",
                "Stop it, or give this service another port: `--port N`; 0 takes any free one.",
                failure);
    }
}
