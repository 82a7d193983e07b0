package io.barograph.testkit.audit;

/**
 * What the reference says against an export.
 *
 * @param from the first record that may not be what it should be
 * @param to one more than the last
 * @param what is wrong, for developers
 */
public record Complaint(long from, long to, String what) {}
