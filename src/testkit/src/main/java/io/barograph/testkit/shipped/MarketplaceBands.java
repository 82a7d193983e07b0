package io.barograph.testkit.shipped;

/** Bounds and bands of scores for marketplace operators. */
final class MarketplaceBands {

    static final String CAPS = """
            Rule ID   | Contract status | Lifecycle stage | Liquidity | Supplier retention | Change in Active suppliers over 30 days % | Unresolved escalations | Days past due | Supply score | Demand score | Applies to | At most | At least | Band at most | Because
            MKT-CP-01 | legal dispute   |                 |           |                    |                                           |                        |               |              |              | Overall    | 30      |          | red          | Lawyers are talking ({Contract status}); no score may look healthy.
            MKT-CP-02 | notice given    |                 |           |                    |                                           |                        |               |              |              | Overall    | 40      |          | red          | The operator has given notice, whatever the market does.
            MKT-CP-03 | payment hold    |                 |           |                    |                                           |                        |               |              |              | Overall    | 60      |          |              | Finance has put the account on payment hold.
            MKT-CP-04 |                 | not onboarding  | < 8       |                    |                                           |                        |               |              |              | Overall    | 49      |          |              | Only {Liquidity}% of the listings sell: a market that does not clear does not last.
            MKT-CP-05 |                 |                 |           |                    | <= -25                                    |                        |               |              |              | Overall    | 55      |          |              | Active suppliers changed by {Change in Active suppliers over 30 days %}% within a month; buyers notice next.
            MKT-CP-06 |                 |                 |           |                    |                                           | >= 2                   |               |              |              | Overall    |         |          | yellow       | {Unresolved escalations} open escalations rule out a green account.
            MKT-CP-07 |                 | not onboarding  |           |                    |                                           |                        |               | ..30         |              | Overall    |         |          | yellow       | A supply side of {Supply score} cannot carry a healthy market, however many buyers come.
            MKT-CP-08 |                 | not onboarding  |           |                    |                                           |                        |               |              | ..30         | Overall    |         |          | yellow       | A demand side of {Demand score} cannot carry a healthy market, however full the shelves are.
            MKT-CP-09 |                 | not onboarding  |           | ..40               |                                           |                        |               |              |              | Supply     | 45      |          |              | With {Supplier retention}% of last year's suppliers left, today's listings are borrowed.
            MKT-CP-10 |                 | onboarding      |           |                    |                                           |                        | 0             |              |              | Overall    |         | 40       |              | A market before its launch that pays its bills is on its way.
            MKT-CP-11 |                 |                 |           |                    |                                           |                        | > 45          |              |              | Expansion  | 35      |          |              | Whoever is {Days past due} days behind on bills will not buy more.
            """;

    static final String THRESHOLDS = """
            Rule ID   | Applies to      | Account tier | Band   | From | Leave below | Because
            MKT-TH-01 | Overall         | strategic    | green  | 78   | 75          | {Overall} is healthy even for a strategic marketplace, which is green from 78.
            MKT-TH-02 | Overall         | strategic    | yellow | 58   | 55          | {Overall} is short of the 78 that a strategic marketplace needs to be green.
            MKT-TH-03 | Overall         | strategic    | red    |      |             | {Overall} is under 58, too low for a strategic marketplace.
            MKT-TH-04 | Overall         |              | green  | 72   | 69          | {Overall} is healthy: a marketplace is green from 72.
            MKT-TH-05 | Overall         |              | yellow | 48   | 45          | {Overall} is neither healthy nor at risk: watch both sides.
            MKT-TH-06 | Overall         |              | red    |      |             | {Overall} is under 48: the account is at risk.
            MKT-TH-07 | Retention       |              | green  | 75   | 72          | Retention of {Retention score}: the operator is likely to stay.
            MKT-TH-08 | Retention       |              | yellow | 50   | 47          | Retention of {Retention score}: staying is not a given.
            MKT-TH-09 | Retention       |              | red    |      |             | Retention of {Retention score}: the operator may well leave.
            MKT-TH-10 | Expansion       |              | green  | 70   | 66          | Expansion of {Expansion score}: ready for a conversation.
            MKT-TH-11 | Expansion       |              | yellow | 45   | 42          | Expansion of {Expansion score}: first signs.
            MKT-TH-12 | Expansion       |              | red    |      |             | Expansion of {Expansion score}: nothing to sell now.
            MKT-TH-13 | Supply          |              | green  | 70   | 67          | Supply of {Supply score}: suppliers come, list and stay.
            MKT-TH-14 | Supply          |              | yellow | 45   | 42          | Supply of {Supply score}: suppliers come, but not all stay.
            MKT-TH-15 | Supply          |              | red    |      |             | Supply of {Supply score}: suppliers are missing or leaving.
            MKT-TH-16 | Demand          |              | green  | 70   | 67          | Demand of {Demand score}: buyers come back.
            MKT-TH-17 | Demand          |              | yellow | 45   | 42          | Demand of {Demand score}: buyers look, and some buy.
            MKT-TH-18 | Demand          |              | red    |      |             | Demand of {Demand score}: buyers are missing or do not return.
            MKT-TH-19 | Network effects |              | green  | 70   | 67          | Network effects of {Network effects score}: each side draws the other.
            MKT-TH-20 | Network effects |              | yellow | 45   | 42          | Network effects of {Network effects score}: the sides meet, but not often enough.
            MKT-TH-21 | Network effects |              | red    |      |             | Network effects of {Network effects score}: the sides miss each other.
            """;

    private MarketplaceBands() {}
}
