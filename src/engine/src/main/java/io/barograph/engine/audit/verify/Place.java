package io.barograph.engine.audit.verify;

/**
 * Where something stands.
 *
 * @param file as the caller named it
 * @param line from 1
 */
public record Place(String file, long line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
