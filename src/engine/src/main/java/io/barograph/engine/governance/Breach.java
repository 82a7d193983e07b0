package io.barograph.engine.governance;

/**
 * A limit that a version passes.
 *
 * @param guardrail its place in the policy, for example {@code bands.share_changing}
 * @param figure what was found
 * @param limit what is allowed
 * @param message both in one line, for people
 */
public record Breach(String guardrail, String figure, String limit, String message) {}
