package io.barograph.testkit.shipped;

/** What must come of telephone customers that everybody agrees about. */
final class PhoneTests {

    static final String TESTS = """
            Rule ID  | Internet service | Contract       | Payment method | Partner | Tenure | Monthly charges | Total charges | Multiple lines | Expect: Segment | Expect: Overall band | Expect: Overall | Expect: Playbooks           | Expect: Churn probability | Because
            PHO-T-01 | No               | One year       | Mailed check   |         | 30     | 20              | 600           | No             | phone           | green                |                 |                             |                           | A telephone customer of some years is green.
            PHO-T-02 |                  | One year       | Mailed check   |         | 30     | 20              | 600           | No             | phone           |                      |                 |                             |                           | Without any word on internet the household counts as telephone only.
            PHO-T-03 | No               | Month-to-month | Mailed check   |         | 3      | 20              | 60            | No             |                 |                      | > 42            |                             |                           | A monthly contract in its third month is a trial no longer.
            PHO-T-04 | No               | Month-to-month | Mailed check   |         | 2      | 20              | 40            | No             |                 | red                  | <= 42           | contains Welcome call       |                           | In its second it is.
            PHO-T-05 | No               | Month-to-month | Mailed check   |         | 11     | 25              | 600           | Yes            |                 | not green            |                 |                             |                           | Within the first year a monthly customer is not green.
            PHO-T-06 | No               | Month-to-month | Mailed check   |         | 30     | 25              | 600           | Yes            |                 | green                |                 |                             |                           | After it they may be.
            PHO-T-07 | No               | Two year       | Mailed check   |         | 1      | 20              | 20            | No             |                 | green                | 75              |                             |                           | Two years' term: green from the first day.
            PHO-T-08 | No               | One year       | Mailed check   |         | 1      | 20              | 20            | No             |                 | yellow               | 60              |                             |                           | One year's term: not at risk.
            PHO-T-09 | No               | Month-to-month | Mailed check   |         | 0      | 20              |               | No             |                 | red                  |                 | contains Retention desk     | > 0.15                    | A new customer without a bill.
            PHO-T-10 | No               | Month-to-month | Mailed check   |         | 14     | 20              | 280           | No             |                 |                      |                 | contains Autopay incentive  |                           | Paying by cheque every month: offer automatic payment.
            PHO-T-11 | No               | One year       | Mailed check   |         | 6      | 20              | 120           | No             |                 |                      |                 | contains Internet offer     |                           | Known for half a year: offer internet.
            PHO-T-12 | No               | Month-to-month | Mailed check   |         | 1      | 20              | 20            | No             |                 | red                  |                 | not contains Internet offer |                           | Not while the retention desk calls.
            PHO-T-13 | No               | One year       | Mailed check   | yes     | 60     | 20              | 1500          | Yes            |                 | green                |                 |                             | < 0.02                    | Couples with several lines stay.
            """;

    private PhoneTests() {}
}
