package io.barograph.engine.audit.compact;

/** Finds what the records of a model are read by. */
@FunctionalInterface
public interface RecordModelSource {

    /**
     * @param digest of the model that decided
     * @throws IllegalArgumentException when no such model is at hand
     */
    RecordModel of(String digest);
}
