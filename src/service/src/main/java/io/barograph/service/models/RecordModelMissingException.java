package io.barograph.service.models;

/** The record names a model that is not kept here, or no longer as it was, so nothing tells what the record says. */
public final class RecordModelMissingException extends IllegalArgumentException {

    private final String digest;

    RecordModelMissingException(String digest) {
        super("no sound model `" + digest + "` is kept here, by which the record could be read");
        this.digest = digest;
    }

    /** Of the model that decided, as the record names it. */
    public String digest() {
        return digest;
    }
}
