package io.barograph.engine.audit.verify;

/** A file holds more of something than a verifier keeps in memory. */
final class BeyondLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message for people */
    BeyondLimitException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
