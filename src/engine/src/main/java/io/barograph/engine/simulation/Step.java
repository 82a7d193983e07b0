package io.barograph.engine.simulation;

import io.barograph.engine.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * One change on the way from a model to another.
 *
 * @param place where it stands, for example {@code enterprise.xlsx!Scoring!D14}
 * @param subject Rule ID, or what the row is about; null when no single row changed
 * @param what the change in words
 * @param model with this change and all before it
 */
record Step(String place, @Nullable String subject, String what, Model model) {}
