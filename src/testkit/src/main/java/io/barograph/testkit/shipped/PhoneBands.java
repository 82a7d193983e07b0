package io.barograph.testkit.shipped;

/** Bounds and bands of scores for telephone customers. */
final class PhoneBands {

    static final String CAPS = """
            Rule ID   | Contract       | Tenure | Applies to | At most | At least | Band at most | Because
            PHO-CP-01 | Month-to-month | < 3    | Overall    | 42      |          |              | A monthly contract in month {Tenure} is a trial.
            PHO-CP-02 | Month-to-month | < 12   | Overall    |         |          | yellow       | A customer who can leave next month, and came within the year, is not safe.
            PHO-CP-03 | One year       |        | Overall    |         | 60       |              | Bound for a year, the customer is not at risk now.
            PHO-CP-04 | Two year       |        | Overall    |         | 75       |              | Bound for two years, the customer stays for now.
            """;

    static final String THRESHOLDS = """
            Rule ID   | Applies to | Band   | From | Leave below | Because
            PHO-TH-01 | Overall    | green  | 70   | 67          | {Overall} is healthy for a telephone customer.
            PHO-TH-02 | Overall    | yellow | 45   | 42          | {Overall} needs watching.
            PHO-TH-03 | Overall    | red    |      |             | {Overall}: likely to leave.
            PHO-TH-04 | Loyalty    | green  | 70   | 67          | Loyalty of {Loyalty score}: an old acquaintance.
            PHO-TH-05 | Loyalty    | yellow | 40   | 38          | Loyalty of {Loyalty score}: getting used to us.
            PHO-TH-06 | Loyalty    | red    |      |             | Loyalty of {Loyalty score}: a newcomer.
            """;

    private PhoneBands() {}
}
