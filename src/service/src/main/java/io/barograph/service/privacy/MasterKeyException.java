package io.barograph.service.privacy;

/** The master key is not here, or is another one than the keys in the database were wrapped with. */
final class MasterKeyException extends RuntimeException {

    private final String remedy;

    MasterKeyException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
