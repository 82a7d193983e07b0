package io.barograph.testkit.shipped;

/** How readings of fibre customers turn into sub-scores. */
final class FibreScoring {

    static final String INDICATORS = """
            Rule ID   | Indicator         | Max age (days) | If missing | Because
            FIB-IN-01 | Tenure            | 62             |            |
            FIB-IN-02 | Monthly charges   | 62             |            |
            FIB-IN-03 | Total charges     | 62             | 10         | No bill was written yet: the customer is brand-new.
            FIB-IN-04 | Online security   |                |            |
            FIB-IN-05 | Online backup     |                |            |
            FIB-IN-06 | Device protection |                |            |
            FIB-IN-07 | Tech support      |                |            |
            FIB-IN-08 | Streaming TV      |                |            |
            FIB-IN-09 | Streaming movies  |                |            |
            """;

    static final String SCORING = """
            Rule ID    | Indicator         | Value               | Score | Score at end | Because
            FIB-SC-001 | Tenure            | 0..6                | 0     | 25           | In month {Tenure} the customer is still comparing offers.
            FIB-SC-002 | Tenure            | 6..24               | 25    | 55           | {Tenure} months with us; the habit is young.
            FIB-SC-003 | Tenure            | 24..48              | 55    | 80           | {Tenure} months with us.
            FIB-SC-004 | Tenure            | 48..120             | 80    | 100          | {Tenure} months with us: a loyal customer.
            FIB-SC-005 | Monthly charges   | 0..75               | 80    |              | {Monthly charges} a month is modest for fibre.
            FIB-SC-006 | Monthly charges   | 75..100             | 75    | 35           | {Monthly charges} a month invites a look at competitors.
            FIB-SC-007 | Monthly charges   | 100..200            | 35    |              | {Monthly charges} a month is at the top of the market.
            FIB-SC-008 | Total charges     | 0..500              | 10    | 30           | {Total charges} billed so far.
            FIB-SC-009 | Total charges     | 500..3000           | 30    | 70           | {Total charges} billed so far.
            FIB-SC-010 | Total charges     | 3000..20000         | 90    |              | {Total charges} billed so far: a valuable customer.
            FIB-SC-011 | Online security   | Yes                 | 90    |              | Booked security ties the household to us.
            FIB-SC-012 | Online security   | No                  | 20    |              | Without the security package nothing but speed keeps the customer.
            FIB-SC-013 | Online security   | No internet service | 50    |              | The line carries no internet, so security does not apply.
            FIB-SC-014 | Online backup     | Yes                 | 80    |              | Their data is backed up with us.
            FIB-SC-015 | Online backup     | No                  | 35    |              | No backup is booked.
            FIB-SC-016 | Online backup     | No internet service | 50    |              | The line carries no internet, so backup does not apply.
            FIB-SC-017 | Device protection | Yes                 | 80    |              | Devices are covered by our plan.
            FIB-SC-018 | Device protection | No                  | 35    |              | No device is covered by our plan.
            FIB-SC-019 | Device protection | No internet service | 50    |              | The line carries no internet, so device cover does not apply.
            FIB-SC-020 | Tech support      | Yes                 | 90    |              | Premium support solves problems before they become reasons to leave.
            FIB-SC-021 | Tech support      | No                  | 20    |              | Without premium support a fault on fibre ends in the queue.
            FIB-SC-022 | Tech support      | No internet service | 50    |              | The line carries no internet, so support does not apply.
            FIB-SC-023 | Streaming TV      | Yes                 | 60    |              | Television runs over our line.
            FIB-SC-024 | Streaming TV      | No                  | 45    |              | Television runs elsewhere.
            FIB-SC-025 | Streaming TV      | No internet service | 50    |              | The line carries no internet, so television does not apply.
            FIB-SC-026 | Streaming movies  | Yes                 | 60    |              | Films run over our line.
            FIB-SC-027 | Streaming movies  | No                  | 45    |              | Films run elsewhere.
            FIB-SC-028 | Streaming movies  | No internet service | 50    |              | The line carries no internet, so streaming does not apply.
            """;

    private FibreScoring() {}
}
