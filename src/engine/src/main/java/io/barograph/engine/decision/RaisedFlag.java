package io.barograph.engine.decision;

/** A flag raised by a row or guardrail; severity is low, medium or high. */
public record RaisedFlag(String flag, String severity, String ruleId) {}
