package io.barograph.testkit.shipped;

/** What must come of telephone customers that everybody agrees about. */
final class PhoneTests {

    static final String TESTS = """
            Rule ID  | Because                                                              | Internet service | Contract       | Payment method | Partner | Tenure | Monthly charges | Total charges | Multiple lines | Expect: Segment | Expect: Overall band | Expect: Overall | Expect: Playbooks           | Expect: Churn probability
            PHO-T-01 | A telephone customer of some years is green.                         | No               | One year       | Mailed check   |         | 30     | 20              | 600           | No             | phone           | green                |                 |                             |
            PHO-T-02 | Without any word on internet the household counts as telephone only. |                  | One year       | Mailed check   |         | 30     | 20              | 600           | No             | phone           |                      |                 |                             |
            PHO-T-03 | A monthly contract in its third month is a trial no longer.          | No               | Month-to-month | Mailed check   |         | 3      | 20              | 60            | No             |                 |                      | > 42            |                             |
            PHO-T-04 | In its second it is.                                                 | No               | Month-to-month | Mailed check   |         | 2      | 20              | 40            | No             |                 | red                  | <= 42           | contains Welcome call       |
            PHO-T-05 | Within the first year a monthly customer is not green.               | No               | Month-to-month | Mailed check   |         | 11     | 25              | 600           | Yes            |                 | not green            |                 |                             |
            PHO-T-06 | After it they may be.                                                | No               | Month-to-month | Mailed check   |         | 30     | 25              | 600           | Yes            |                 | green                |                 |                             |
            PHO-T-07 | Two years' term: green from the first day.                           | No               | Two year       | Mailed check   |         | 1      | 20              | 20            | No             |                 | green                | 75              |                             |
            PHO-T-08 | One year's term: not at risk.                                        | No               | One year       | Mailed check   |         | 1      | 20              | 20            | No             |                 | yellow               | 60              |                             |
            PHO-T-09 | A new customer without a bill.                                       | No               | Month-to-month | Mailed check   |         | 0      | 20              |               | No             |                 | red                  |                 | contains Retention desk     | > 0.15
            PHO-T-10 | Paying by cheque every month: offer automatic payment.               | No               | Month-to-month | Mailed check   |         | 14     | 20              | 280           | No             |                 |                      |                 | contains Autopay incentive  |
            PHO-T-11 | Known for half a year: offer internet.                               | No               | One year       | Mailed check   |         | 6      | 20              | 120           | No             |                 |                      |                 | contains Internet offer     |
            PHO-T-12 | Not while the retention desk calls.                                  | No               | Month-to-month | Mailed check   |         | 1      | 20              | 20            | No             |                 | red                  |                 | not contains Internet offer |
            PHO-T-13 | Couples with several lines stay.                                     | No               | One year       | Mailed check   | yes     | 60     | 20              | 1500          | Yes            |                 | green                |                 |                             | < 0.02
            """;

    private PhoneTests() {}
}
