package io.barograph.testkit.shipped;

/** What to do about fibre customers. */
final class FibrePlaybooks {

    static final String PLAYBOOKS = """
            Rule ID    | Overall band | Contract       | Payment method   | Tenure | Online security | Tech support | Playbook          | Action                                              | Owner role         | Channel | Due (days) | Priority | Cool-down (days) | Suppresses   | Because
            FIB-PB-010 | red          |                |                  |        |                 |              | Retention desk    | Call with authority to offer a loyalty price        | Retention desk     | call    | 3          | 1        | 60               | Bundle offer | A score of {Overall} calls for a person, not a mail.
            FIB-PB-020 | yellow       | Month-to-month |                  |        |                 |              | Contract offer    | Offer a one-year contract with the first month free | Consumer marketing | email   | 7          | 3        | 90               |              | A monthly customer in month {Tenure} can be won for a year.
            FIB-PB-030 |              |                |                  | < 3    |                 |              | Welcome call      | Ask whether everything works                        | Service centre     | call    | 5          | 2        | 365              |              | Month {Tenure} decides whether a customer stays.
            FIB-PB-040 |              | Month-to-month | Electronic check |        |                 |              | Autopay incentive | Offer a credit for switching to automatic payment   | Billing operations | email   | 14         | 5        | 180              |              | Paying by {Payment method} each month is a monthly reason to leave.
            FIB-PB-050 |              |                |                  | >= 3   | No              | No           | Bundle offer      | Offer security and support as a bundle              | Consumer marketing | email   | 14         | 4        | 90               |              | Neither security nor support is booked.
            """;

    private FibrePlaybooks() {}
}
