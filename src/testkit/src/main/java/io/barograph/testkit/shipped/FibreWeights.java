package io.barograph.testkit.shipped;

/** What counts how much for fibre customers. */
final class FibreWeights {

    static final String WEIGHTS = """
            Indicator         | Loyalty | Service | Billing
            Tenure            | 75      |         |
            Total charges     | 25      |         | 30
            Online security   |         | 30      |
            Online backup     |         | 10      |
            Device protection |         | 10      |
            Tech support      |         | 30      |
            Streaming TV      |         | 10      |
            Streaming movies  |         | 10      |
            Monthly charges   |         |         | 70
            """;

    static final String OVERALL = """
            Dimension | Weight in overall
            Loyalty   | 55
            Service   | 30
            Billing   | 15
            """;

    static final String CONTEXT = """
            Rule ID   | Contract           | Payment method   | Dependents | Indicator       | Category | Multiply weight by | Because
            FIB-CX-01 | Month-to-month     |                  |            | Tenure          |          | 1.5                | Without a commitment only habit holds the customer.
            FIB-CX-02 | One year, Two year |                  |            | Monthly charges |          | 0.5                | A committed customer compares prices less.
            FIB-CX-03 |                    | Electronic check |            | Monthly charges |          | 1.5                | Whoever pays each bill by hand reads each bill.
            FIB-CX-04 |                    |                  | yes        |                 | usage    | 1.25               | Families feel the loss of protection services most.
            """;

    private FibreWeights() {}
}
