package io.barograph.testkit.shipped;

/** What to do about telephone customers. */
final class PhonePlaybooks {

    static final String PLAYBOOKS = """
            Rule ID    | Overall band | Contract       | Payment method                 | Tenure | Playbook          | Action                                              | Owner role         | Channel | Due (days) | Priority | Cool-down (days) | Suppresses     | Because
            PHO-PB-010 | red          |                |                                |        | Retention desk    | Call with authority to offer a loyalty price        | Retention desk     | call    | 5          | 1        | 90               | Internet offer | A score of {Overall} calls for a person, not a mail.
            PHO-PB-020 | yellow       | Month-to-month |                                |        | Contract offer    | Offer a one-year contract with the first month free | Consumer marketing | email   | 14         | 3        | 120              |                | A monthly customer in month {Tenure} can be won for a year.
            PHO-PB-030 |              |                |                                | < 3    | Welcome call      | Ask whether everything works                        | Service centre     | call    | 7          | 2        | 365              |                | Month {Tenure} decides whether a customer stays.
            PHO-PB-040 |              | Month-to-month | Electronic check, Mailed check |        | Autopay incentive | Offer a credit for switching to automatic payment   | Billing operations | email   | 21         | 5        | 180              |                | Paying by {Payment method} each month is a monthly reason to leave.
            PHO-PB-050 |              |                |                                | >= 6   | Internet offer    | Offer an internet line at the bundle price          | Consumer marketing | email   | 21         | 4        | 120              |                | After {Tenure} months a telephone customer knows us well enough.
            """;

    private PhonePlaybooks() {}
}
