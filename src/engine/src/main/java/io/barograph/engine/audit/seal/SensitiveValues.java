package io.barograph.engine.audit.seal;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The sensitive values of one record, taken out of it.
 *
 * @param rest the record without the values
 * @param values by where they stood
 */
record SensitiveValues(Place rest, SortedMap<String, @Nullable Object> values) {}
