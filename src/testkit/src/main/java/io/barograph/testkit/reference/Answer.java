package io.barograph.testkit.reference;

import io.barograph.engine.decision.Decision;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision, and what every word of the vocabulary came to.
 *
 * @param values by word, {@code Escalations} among them; texts, numbers, dates, yes or no, lists of names, or null
 */
public record Answer(Decision decision, Function<String, @Nullable Object> values) {}
