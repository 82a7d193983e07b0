package io.barograph.testkit.shipped;

/** What counts how much for telephone customers. */
final class PhoneWeights {

    static final String WEIGHTS = """
            Indicator       | Loyalty | Service | Billing
            Tenure          | 80      |         |
            Total charges   | 20      |         | 50
            Multiple lines  |         | 100     |
            Monthly charges |         |         | 50
            """;

    static final String OVERALL = """
            Dimension | Weight in overall
            Loyalty   | 65
            Service   | 15
            Billing   | 20
            """;

    static final String CONTEXT = """
            Rule ID   | Contract       | Partner | Indicator      | Category | Multiply weight by | Because
            PHO-CX-01 | Month-to-month |         | Tenure         |          | 1.25               | Without a commitment only habit holds the customer.
            PHO-CX-02 |                | yes     | Multiple lines |          | 1.5                | Couples use several lines.
            """;

    private PhoneWeights() {}
}
