package io.barograph.testkit.shipped;

/** Bounds and bands of scores for fibre customers. */
final class FibreBands {

    static final String CAPS = """
            Rule ID   | Contract       | Payment method   | Tenure | Applies to | At most | At least | Band at most | Because
            FIB-CP-01 | Month-to-month |                  | < 12   | Overall    | 40      |          |              | A monthly fibre contract in month {Tenure} is the most likely of all to end.
            FIB-CP-02 | Month-to-month | Electronic check | >= 12  | Overall    | 60      |          |              | Monthly contract, bill paid by hand: leaving takes one forgotten payment.
            FIB-CP-03 | Month-to-month |                  |        | Overall    |         |          | yellow       | A customer who can leave next month is not safe.
            FIB-CP-04 | One year       |                  |        | Overall    |         | 50       |              | Bound for a year, the customer is not at risk now.
            FIB-CP-05 | Two year       |                  |        | Overall    |         | 65       |              | Bound for two years, the customer stays for now.
            """;

    static final String THRESHOLDS = """
            Rule ID   | Applies to | Band   | From | Leave below | Because
            FIB-TH-01 | Overall    | green  | 65   | 62          | {Overall} is healthy for a fibre customer.
            FIB-TH-02 | Overall    | yellow | 45   | 42          | {Overall} needs watching.
            FIB-TH-03 | Overall    | red    |      |             | {Overall}: likely to leave.
            FIB-TH-04 | Loyalty    | green  | 65   | 62          | Loyalty of {Loyalty score}: an old acquaintance.
            FIB-TH-05 | Loyalty    | yellow | 40   | 38          | Loyalty of {Loyalty score}: getting used to us.
            FIB-TH-06 | Loyalty    | red    |      |             | Loyalty of {Loyalty score}: a newcomer.
            FIB-TH-07 | Service    | green  | 65   | 62          | Service score of {Service score}: several services hold the household.
            FIB-TH-08 | Service    | yellow | 40   | 38          | Service score of {Service score}: some services hold the household.
            FIB-TH-09 | Service    | red    |      |             | Service score of {Service score}: nothing but the line.
            """;

    private FibreBands() {}
}
