package io.barograph.engine.ruleset;

import io.barograph.engine.issue.CellAddress;

/**
 * A guardrail as written.
 *
 * @param id its name
 * @param because one sentence for people
 * @param place {@code upsell.drl:12} or a cell of a native table
 * @param order position among the model's guardrails: by file, then by place
 */
public record GuardrailRule(String id, String because, CellAddress place, int order) {}
