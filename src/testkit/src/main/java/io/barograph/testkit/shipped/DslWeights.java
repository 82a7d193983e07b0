package io.barograph.testkit.shipped;

/** What counts how much for DSL customers. */
final class DslWeights {

    static final String WEIGHTS = """
            Indicator         | Loyalty | Service | Billing
            Tenure            | 80      |         |
            Total charges     | 20      |         | 40
            Online security   |         | 30      |
            Online backup     |         | 20      |
            Device protection |         | 20      |
            Tech support      |         | 30      |
            Monthly charges   |         |         | 60
            """;

    static final String OVERALL = """
            Dimension | Weight in overall
            Loyalty   | 55
            Service   | 35
            Billing   | 10
            """;

    static final String CONTEXT = """
            Rule ID   | Contract           | Payment method | Dependents | Indicator       | Category | Multiply weight by | Because
            DSL-CX-01 | Month-to-month     |                |            | Tenure          |          | 1.5                | Without a commitment only habit holds the customer.
            DSL-CX-02 | One year, Two year |                |            | Monthly charges |          | 0.5                | A committed customer compares prices less.
            DSL-CX-03 |                    |                | yes        |                 | usage    | 1.25               | Families feel the loss of protection services most.
            """;

    private DslWeights() {}
}
