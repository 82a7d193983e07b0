package io.barograph.testkit.shipped;

/** What counts how much for marketplace operators. */
final class MarketplaceWeights {

    static final String WEIGHTS = """
            Indicator                    | Retention | Expansion | Supply | Demand | Network effects
            Active suppliers             |           |           | 20     |        |
            Supplier activity            |           |           | 30     |        |
            Listing growth               |           | 20        | 20     |        |
            Supplier retention           |           |           | 30     |        |
            Active buyers                |           | 15        |        | 20     |
            Buyer activity               |           |           |        | 25     |
            Repeat purchase rate         |           |           |        | 35     |
            Search-to-match rate         |           |           |        | 20     | 30
            Liquidity                    |           |           |        |        | 40
            Cross-side ratio             |           |           |        |        | 30
            Unresolved escalations       | 12        |           |        |        |
            Open tickets                 | 6         |           |        |        |
            Support satisfaction         | 8         |           |        |        |
            Net promoter score           | 8         |           |        |        |
            Executive sponsor engagement | 12        |           |        |        |
            Competitive threat           | 10        |           |        |        |
            Days past due                | 10        |           |        |        |
            Renewal probability          | 14        |           |        |        |
            Integration depth            | 8         | 10        |        |        |
            Implementation milestones    | 6         |           |        |        |
            Login regularity             | 6         |           |        |        |
            Usage against entitlement    |           | 35        |        |        |
            Contract change              |           | 15        |        |        |
            Reference value              |           | 5         |        |        |
            """;

    static final String OVERALL = """
            Dimension       | Weight in overall
            Retention       | 25
            Expansion       | 10
            Supply          | 20
            Demand          | 20
            Network effects | 25
            """;

    static final String CONTEXT = """
            Rule ID   | Lifecycle stage | Industry                 | Contract   | Days to renewal | Active suppliers | Indicator                 | Category     | Multiply weight by | Because
            MKT-CX-01 | onboarding      |                          |            |                 |                  | Implementation milestones |              | 3                  | Before launch the milestones are all there is to judge.
            MKT-CX-02 | onboarding      |                          |            |                 |                  | Active suppliers          |              | 2                  | A market is filled with suppliers first; buyers follow.
            MKT-CX-03 | onboarding      |                          |            |                 |                  | Supplier retention        |              | 0.25               | In the first months nobody can have stayed a year.
            MKT-CX-04 | onboarding      |                          |            |                 |                  | Repeat purchase rate      |              | 0.5                | Second orders need time.
            MKT-CX-05 | adoption        |                          |            |                 |                  | Search-to-match rate      |              | 1.5                | A young market grows when searches find something.
            MKT-CX-06 | adoption        |                          |            |                 |                  | Buyer activity            |              | 1.5                | While the market grows, visits come before orders.
            MKT-CX-07 | renewal         |                          |            |                 |                  | Renewal probability       |              | 2                  | Close to the renewal the forecast counts double.
            MKT-CX-08 | renewal         |                          |            |                 |                  | Competitive threat        |              | 2                  | At renewal every other platform makes an offer.
            MKT-CX-09 | renewal         |                          |            |                 |                  |                           | relationship | 1.25               | At renewal people decide, not the market's figures.
            MKT-CX-10 | expansion       |                          |            |                 |                  | Listing growth            |              | 1.5                | A market that needs a larger plan shows it in its listings.
            MKT-CX-11 | expansion       |                          |            |                 |                  | Usage against entitlement |              | 1.5                | With an expansion on the table, outgrowing the contract is the strongest sign.
            MKT-CX-12 |                 | retail, education        |            |                 |                  | Listing growth            |              | 0.5                | Seasons and terms swing listings.
            MKT-CX-13 |                 | logistics, manufacturing |            |                 |                  | Integration depth         |              | 1.5                | Industrial buyers order from their own systems or not at all.
            MKT-CX-14 |                 |                          | multi-year | >= 365          |                  | Renewal probability       |              | 0.5                | Years before the end a renewal forecast is mostly hope.
            MKT-CX-15 |                 |                          |            |                 | < 100            | Cross-side ratio          |              | 0.5                | With few suppliers the ratio leaps about.
            MKT-CX-16 |                 |                          |            |                 | < 100            | Supplier activity         |              | 1.5                | While suppliers are few, each idle one is a gap in the shelf.
            """;

    private MarketplaceWeights() {}
}
