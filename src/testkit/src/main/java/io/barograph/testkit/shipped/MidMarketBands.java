package io.barograph.testkit.shipped;

/** Bounds and bands of scores for mid-market accounts. */
final class MidMarketBands {

    static final String CAPS = """
            Rule ID  | Contract status          | Lifecycle stage | Seat utilisation | Change in Seat utilisation over 30 days % | Unresolved escalations | Days past due | Renewal probability | Applies to | At most | At least | Band at most | Because
            MM-CP-01 | legal dispute            |                 |                  |                                           |                        |               |                     | Overall    | 30      |          | red          | Lawyers are talking ({Contract status}); no score may look healthy.
            MM-CP-02 | notice given             |                 |                  |                                           |                        |               |                     | Overall    | 40      |          | red          | The customer has given notice, whatever the usage says.
            MM-CP-03 | payment hold             |                 |                  |                                           |                        |               |                     | Overall    | 60      |          |              | Finance has put the account on payment hold.
            MM-CP-04 |                          | not onboarding  | ..20             |                                           |                        |               |                     | Overall    | 49      |          |              | Only {Seat utilisation}% of the seats are in use: usage has collapsed.
            MM-CP-05 |                          |                 |                  | <= -35                                    |                        |               |                     | Overall    | 60      |          |              | Seat utilisation changed by {Change in Seat utilisation over 30 days %}% within a month.
            MM-CP-06 |                          |                 |                  |                                           | >= 1                   |               |                     | Overall    |         |          | yellow       | While escalations are open ({Unresolved escalations}) the account is not green.
            MM-CP-07 | active, in renegotiation |                 |                  |                                           | 0                      | 0             | >= 0.95             | Overall    |         | 50       |              | A renewal as good as signed, paid bills and no escalation are not a red account.
            MM-CP-08 |                          |                 |                  |                                           |                        | > 45          |                     | Expansion  | 40      |          |              | Whoever is {Days past due} days behind on bills will not buy more.
            """;

    static final String THRESHOLDS = """
            Rule ID  | Applies to | Account tier | Band   | From | Leave below | Because
            MM-TH-01 | Overall    | strategic    | green  | 80   | 77          | {Overall} is healthy even for a strategic account, which is green from 80.
            MM-TH-02 | Overall    | strategic    | yellow | 60   | 57          | {Overall} is short of the 80 that a strategic account needs to be green.
            MM-TH-03 | Overall    | strategic    | red    |      |             | {Overall} is under 60, too low for a strategic account.
            MM-TH-22 | Overall    | key          | green  | 77   | 75          | {Overall} is healthy: a key account is green from 77.
            MM-TH-23 | Overall    | key          | yellow | 53   | 50          | {Overall} is short of the 77 that a key account needs to be green.
            MM-TH-24 | Overall    | key          | red    |      |             | {Overall} is under 53, too low for a key account.
            MM-TH-04 | Overall    |              | green  | 75   | 73          | {Overall} is healthy: green starts at 75 and is left below 73.
            MM-TH-05 | Overall    |              | yellow | 50   | 48          | {Overall} is neither healthy nor at risk: watch and act.
            MM-TH-06 | Overall    |              | red    |      |             | {Overall} is under 50: the account is at risk.
            MM-TH-07 | Retention  |              | green  | 72   | 69          | Retention of {Retention score}: they are likely to stay.
            MM-TH-08 | Retention  |              | yellow | 48   | 45          | Retention of {Retention score}: staying is not a given.
            MM-TH-09 | Retention  |              | red    |      |             | Retention of {Retention score}: they may well leave.
            MM-TH-10 | Expansion  |              | green  | 68   | 65          | Expansion of {Expansion score}: ready for a conversation.
            MM-TH-11 | Expansion  |              | yellow | 45   | 42          | Expansion of {Expansion score}: first signs.
            MM-TH-12 | Expansion  |              | red    |      |             | Expansion of {Expansion score}: nothing to sell now.
            MM-TH-13 | Engagement |              | green  | 68   | 65          | Engagement of {Engagement score}: they turn up.
            MM-TH-14 | Engagement |              | yellow | 42   | 40          | Engagement of {Engagement score}: lukewarm.
            MM-TH-15 | Engagement |              | red    |      |             | Engagement of {Engagement score}: they have stopped turning up.
            MM-TH-16 | Value      |              | green  | 72   | 70          | Value of {Value score}: the customer can prove the purchase.
            MM-TH-17 | Value      |              | yellow | 48   | 45          | Value of {Value score}: some of the promise has arrived.
            MM-TH-18 | Value      |              | red    |      |             | Value of {Value score}: the promise is not kept.
            MM-TH-19 | Champion   |              | green  | 68   | 65          | Champion score of {Champion score}: someone inside fights for us.
            MM-TH-20 | Champion   |              | yellow | 42   | 40          | Champion score of {Champion score}: a friend, not a fighter.
            MM-TH-21 | Champion   |              | red    |      |             | Champion score of {Champion score}: we have no champion.
            """;

    private MidMarketBands() {}
}
