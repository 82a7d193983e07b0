package io.barograph.testkit.shipped;

/** Bounds and bands of scores for enterprise accounts. */
final class EnterpriseBands {

    static final String CAPS = """
            Rule ID   | Contract status          | Lifecycle stage | Seat utilisation | Change in Seat utilisation over 30 days % | Unresolved escalations | Days past due | Executive sponsor engagement | Renewal probability | Days to renewal | Applies to | At most | At least | Band at most | Because
            ENT-CP-01 | legal dispute            |                 |                  |                                           |                        |               |                              |                     |                 | Overall    | 30      |          | red          | Lawyers are talking ({Contract status}); no score may look healthy.
            ENT-CP-02 | notice given             |                 |                  |                                           |                        |               |                              |                     |                 | Overall    | 45      |          | red          | The customer has given notice, whatever the usage says.
            ENT-CP-03 | payment hold             |                 |                  |                                           |                        |               |                              |                     |                 | Overall    | 65      |          |              | Finance has put the account on payment hold.
            ENT-CP-04 |                          | not onboarding  | ..15             |                                           |                        |               |                              |                     |                 | Overall    | 49      |          |              | Only {Seat utilisation}% of the seats are in use: usage has collapsed and nothing else makes up for it.
            ENT-CP-05 |                          |                 |                  | <= -40                                    |                        |               |                              |                     |                 | Overall    | 60      |          |              | Seat utilisation changed by {Change in Seat utilisation over 30 days %}% within a month.
            ENT-CP-06 |                          |                 |                  |                                           | >= 2                   |               |                              |                     |                 | Overall    |         |          | yellow       | {Unresolved escalations} open escalations rule out a green account.
            ENT-CP-07 |                          |                 |                  |                                           |                        |               | vacant                       |                     | 0..120          | Overall    | 65      |          |              | {Days to renewal} days before renewal there is no executive sponsor to sign.
            ENT-CP-08 |                          | onboarding      | >= 40            |                                           |                        |               |                              |                     |                 | Overall    |         | 40       |              | A roll-out with {Seat utilisation}% of the seats active is on its way, even where other figures are still thin.
            ENT-CP-09 | active, in renegotiation |                 |                  |                                           | 0                      | 0             |                              | >= 0.95             |                 | Overall    |         | 50       |              | A renewal as good as signed, paid bills and no escalation are not a red account.
            ENT-CP-10 |                          |                 |                  |                                           | >= 1                   |               |                              |                     |                 | Expansion  | 60      |          |              | While escalations are open ({Unresolved escalations}) nobody wants to hear about expansion.
            ENT-CP-11 |                          |                 |                  |                                           |                        | > 60          |                              |                     |                 | Expansion  | 40      |          |              | Whoever is {Days past due} days behind on bills will not buy more.
            """;

    static final String THRESHOLDS = """
            Rule ID   | Applies to | Account tier | Band   | From | Leave below | Because
            ENT-TH-01 | Overall    | strategic    | green  | 80   | 77          | {Overall} is healthy even for a strategic account, which is green from 80.
            ENT-TH-02 | Overall    | strategic    | yellow | 60   | 57          | {Overall} is short of the 80 that a strategic account needs to be green.
            ENT-TH-03 | Overall    | strategic    | red    |      |             | {Overall} is under 60, too low for a strategic account.
            ENT-TH-04 | Overall    |              | green  | 75   | 72          | {Overall} is healthy: green starts at 75 and is left below 72.
            ENT-TH-05 | Overall    |              | yellow | 50   | 47          | {Overall} is neither healthy nor at risk: watch and act.
            ENT-TH-06 | Overall    |              | red    |      |             | {Overall} is under 50: the account is at risk.
            ENT-TH-07 | Retention  | strategic    | green  | 80   | 77          | A strategic account is safe only with a retention score of 80.
            ENT-TH-08 | Retention  | strategic    | yellow | 60   | 57          | Retention of {Retention score} is not enough for a strategic account.
            ENT-TH-09 | Retention  | strategic    | red    |      |             | Retention of {Retention score} puts a strategic account at risk.
            ENT-TH-10 | Retention  |              | green  | 75   | 72          | Retention of {Retention score}: they are likely to stay.
            ENT-TH-11 | Retention  |              | yellow | 50   | 47          | Retention of {Retention score}: staying is not a given.
            ENT-TH-12 | Retention  |              | red    |      |             | Retention of {Retention score}: they may well leave.
            ENT-TH-13 | Expansion  |              | green  | 70   | 66          | Expansion of {Expansion score}: ready for a conversation.
            ENT-TH-14 | Expansion  |              | yellow | 45   | 42          | Expansion of {Expansion score}: first signs.
            ENT-TH-15 | Expansion  |              | red    |      |             | Expansion of {Expansion score}: nothing to sell now.
            ENT-TH-16 | Engagement |              | green  | 70   | 67          | Engagement of {Engagement score}: they turn up.
            ENT-TH-17 | Engagement |              | yellow | 45   | 42          | Engagement of {Engagement score}: lukewarm.
            ENT-TH-18 | Engagement |              | red    |      |             | Engagement of {Engagement score}: they have stopped turning up.
            ENT-TH-19 | Value      |              | green  | 75   | 72          | Value of {Value score}: the customer can prove the purchase.
            ENT-TH-20 | Value      |              | yellow | 50   | 47          | Value of {Value score}: some of the promise has arrived.
            ENT-TH-21 | Value      |              | red    |      |             | Value of {Value score}: the promise is not kept.
            ENT-TH-22 | Champion   |              | green  | 70   | 66          | Champion score of {Champion score}: someone inside fights for us.
            ENT-TH-23 | Champion   |              | yellow | 45   | 42          | Champion score of {Champion score}: a friend, not a fighter.
            ENT-TH-24 | Champion   |              | red    |      |             | Champion score of {Champion score}: we have no champion.
            """;

    private EnterpriseBands() {}
}
