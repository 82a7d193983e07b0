package io.barograph.service.auditlog;

/** Something outside of the log keeps the service from opening it; the message says what. */
public final class LogStartException extends RuntimeException {

    private final String remedy;

    public LogStartException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
