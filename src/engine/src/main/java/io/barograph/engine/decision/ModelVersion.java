package io.barograph.engine.decision;

/** Which model decided: the version people call it by, and the digest that proves its content ({@code sha256:…}). */
public record ModelVersion(String version, String digest) {}
