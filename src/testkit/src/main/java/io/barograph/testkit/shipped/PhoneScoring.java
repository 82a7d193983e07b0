package io.barograph.testkit.shipped;

/** How readings of telephone customers turn into sub-scores. */
final class PhoneScoring {

    static final String INDICATORS = """
            Rule ID   | Indicator       | Max age (days) | If missing | Because
            PHO-IN-01 | Tenure          | 62             |            |
            PHO-IN-02 | Monthly charges | 62             |            |
            PHO-IN-03 | Total charges   | 62             | 20         | No bill was written yet: the customer is brand-new.
            PHO-IN-04 | Multiple lines  |                |            |
            """;

    static final String SCORING = """
            Rule ID    | Indicator       | Value            | Score | Score at end | Because
            PHO-SC-001 | Tenure          | 0..3             | 5     | 40           | In month {Tenure} the customer may just be passing through.
            PHO-SC-002 | Tenure          | 3..12            | 40    | 70           | {Tenure} months with us.
            PHO-SC-003 | Tenure          | 12..120          | 70    | 100          | {Tenure} months with us: telephone customers of a year rarely leave.
            PHO-SC-004 | Monthly charges | 0..21            | 75    |              | {Monthly charges} a month for a single line.
            PHO-SC-005 | Monthly charges | 21..200          | 85    |              | {Monthly charges} a month: more than the bare line.
            PHO-SC-006 | Total charges   | 0..100           | 20    | 50           | {Total charges} billed so far.
            PHO-SC-007 | Total charges   | 100..600         | 50    | 85           | {Total charges} billed so far.
            PHO-SC-008 | Total charges   | 600..20000       | 95    |              | {Total charges} billed so far.
            PHO-SC-009 | Multiple lines  | Yes              | 90    |              | Several lines mean a household, or a small firm, that stays.
            PHO-SC-010 | Multiple lines  | No               | 65    |              | A single line.
            PHO-SC-011 | Multiple lines  | No phone service | 50    |              | No line is active.
            """;

    private PhoneScoring() {}
}
