package io.barograph.engine.audit.verify;

/**
 * A file of a model.
 *
 * @param kind {@code workbook}, {@code contract} or {@code rules}
 * @param sha256 64 hexadecimal digits in lower case
 */
record ModelFileHash(String kind, String name, String sha256) {}
