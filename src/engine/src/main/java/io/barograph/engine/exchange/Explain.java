package io.barograph.engine.exchange;

/** How much of a decision an answer carries; the record always carries everything. */
public enum Explain {
    /** Scores, bands, flags, playbooks, issues. */
    NONE,
    /** Also contributions and changes. */
    SUMMARY,
    /** Also every fired rule. */
    FULL
}
