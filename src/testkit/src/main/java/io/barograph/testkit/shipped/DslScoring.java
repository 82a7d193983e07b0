package io.barograph.testkit.shipped;

/** How readings of DSL customers turn into sub-scores. */
final class DslScoring {

    static final String INDICATORS = """
            Rule ID   | Indicator         | Max age (days) | If missing | Because
            DSL-IN-01 | Tenure            | 62             |            |
            DSL-IN-02 | Monthly charges   | 62             |            |
            DSL-IN-03 | Total charges     | 62             | 10         | No bill was written yet: the customer is brand-new.
            DSL-IN-04 | Online security   |                |            |
            DSL-IN-05 | Online backup     |                |            |
            DSL-IN-06 | Device protection |                |            |
            DSL-IN-07 | Tech support      |                |            |
            """;

    static final String SCORING = """
            Rule ID    | Indicator         | Value               | Score | Score at end | Because
            DSL-SC-001 | Tenure            | 0..6                | 5     | 40           | In month {Tenure} the customer is still trying us out.
            DSL-SC-002 | Tenure            | 6..24               | 40    | 65           | {Tenure} months with us.
            DSL-SC-003 | Tenure            | 24..120             | 65    | 100          | {Tenure} months with us: an established customer.
            DSL-SC-004 | Monthly charges   | 0..40               | 50    | 60           | {Monthly charges} a month: a bare line is easily replaced.
            DSL-SC-005 | Monthly charges   | 40..200             | 75    |              | {Monthly charges} a month pays for more than the line.
            DSL-SC-006 | Total charges     | 0..300              | 15    | 40           | {Total charges} billed so far.
            DSL-SC-007 | Total charges     | 300..2000           | 40    | 75           | {Total charges} billed so far.
            DSL-SC-008 | Total charges     | 2000..20000         | 90    |              | {Total charges} billed so far: a valuable customer.
            DSL-SC-009 | Online security   | Yes                 | 90    |              | Booked security ties the household to us.
            DSL-SC-010 | Online security   | No                  | 35    |              | The security package is not booked.
            DSL-SC-011 | Online security   | No internet service | 50    |              | The line carries no internet, so security does not apply.
            DSL-SC-012 | Online backup     | Yes                 | 85    |              | Their data is backed up with us.
            DSL-SC-013 | Online backup     | No                  | 40    |              | No backup is booked.
            DSL-SC-014 | Online backup     | No internet service | 50    |              | The line carries no internet, so backup does not apply.
            DSL-SC-015 | Device protection | Yes                 | 85    |              | Devices are covered by our plan.
            DSL-SC-016 | Device protection | No                  | 40    |              | No device is covered by our plan.
            DSL-SC-017 | Device protection | No internet service | 50    |              | The line carries no internet, so device cover does not apply.
            DSL-SC-018 | Tech support      | Yes                 | 90    |              | Premium support is booked.
            DSL-SC-019 | Tech support      | No                  | 35    |              | Premium support is not booked.
            DSL-SC-020 | Tech support      | No internet service | 50    |              | The line carries no internet, so support does not apply.
            """;

    private DslScoring() {}
}
