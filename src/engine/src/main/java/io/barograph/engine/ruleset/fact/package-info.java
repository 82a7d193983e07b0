/**
 * What rules see: a model's rows and an account at each stage, as immutable facts. Rules below {@code rules/} are written
 * against these types, which is why they are public.
 */
@NullMarked
package io.barograph.engine.ruleset.fact;

import org.jspecify.annotations.NullMarked;
