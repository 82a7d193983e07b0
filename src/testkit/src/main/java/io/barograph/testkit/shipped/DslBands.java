package io.barograph.testkit.shipped;

/** Bounds and bands of scores for DSL customers. */
final class DslBands {

    static final String CAPS = """
            Rule ID   | Contract       | Payment method   | Tenure | Applies to | At most | At least | Band at most | Because
            DSL-CP-01 | Month-to-month |                  | < 3    | Overall    | 40      |          |              | A monthly contract in month {Tenure} is a trial.
            DSL-CP-02 | Month-to-month | Electronic check | < 12   | Overall    | 50      |          |              | Monthly contract, bill paid by hand, first year: leaving is easy.
            DSL-CP-03 | Month-to-month |                  | < 12   | Overall    |         |          | yellow       | A customer who can leave next month, and came within the year, is not safe.
            DSL-CP-04 | One year       |                  |        | Overall    |         | 55       |              | Bound for a year, the customer is not at risk now.
            DSL-CP-05 | Two year       |                  |        | Overall    |         | 70       |              | Bound for two years, the customer stays for now.
            """;

    static final String THRESHOLDS = """
            Rule ID   | Applies to | Band   | From | Leave below | Because
            DSL-TH-01 | Overall    | green  | 70   | 67          | {Overall} is healthy for a DSL customer.
            DSL-TH-02 | Overall    | yellow | 45   | 42          | {Overall} needs watching.
            DSL-TH-03 | Overall    | red    |      |             | {Overall}: likely to leave.
            DSL-TH-04 | Loyalty    | green  | 70   | 67          | Loyalty of {Loyalty score}: an old acquaintance.
            DSL-TH-05 | Loyalty    | yellow | 40   | 38          | Loyalty of {Loyalty score}: getting used to us.
            DSL-TH-06 | Loyalty    | red    |      |             | Loyalty of {Loyalty score}: a newcomer.
            DSL-TH-07 | Service    | green  | 70   | 67          | Service score of {Service score}: several services hold the household.
            DSL-TH-08 | Service    | yellow | 40   | 38          | Service score of {Service score}: some services hold the household.
            DSL-TH-09 | Service    | red    |      |             | Service score of {Service score}: nothing but the line.
            """;

    private DslBands() {}
}
