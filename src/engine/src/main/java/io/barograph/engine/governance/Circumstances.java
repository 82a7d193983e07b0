package io.barograph.engine.governance;

/**
 * What holds outside of a version while something is done to it.
 *
 * @param activeDigest of the model that decides
 */
public record Circumstances(String activeDigest, DecisionRights rights) {}
