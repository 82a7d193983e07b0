package io.barograph.engine.issue;

/** How much a finding weighs. */
public enum Severity {
    /** Blocks: the model cannot be used until it is mended. */
    ERROR,
    /** Told, but does not block. */
    NOTICE;

    /** The name used in JSON and on screens: {@code error} or {@code notice}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
