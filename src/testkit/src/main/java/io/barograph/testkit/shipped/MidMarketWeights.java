package io.barograph.testkit.shipped;

/** What counts how much for mid-market accounts. */
final class MidMarketWeights {

    static final String WEIGHTS = """
            Indicator                    | Retention | Expansion | Engagement | Value | Champion
            Logins per week              | 15        |           | 20         |       |
            Seat utilisation             | 20        | 20        |            |       |
            Feature breadth              | 5         | 10        |            |       |
            Feature adoption velocity    |           | 20        |            |       |
            Cross-product use            |           | 15        |            |       |
            Workflow completion          | 10        |           |            |       |
            Onboarding completion        |           |           |            | 20    |
            Time to first value          |           |           |            | 15    |
            Usage against entitlement    |           | 25        |            |       |
            Open tickets                 | 5         |           |            |       |
            Unresolved escalations       | 10        |           |            |       |
            Ticket sentiment             | 5         |           |            |       |
            Training completion          |           |           | 20         |       |
            Webinar attendance           |           |           | 15         |       |
            Email engagement             |           |           | 20         |       |
            Meeting attendance           |           |           | 25         |       | 20
            Executive sponsor engagement | 5         |           |            |       |
            Champion engagement          |           |           |            |       | 45
            Champion response time       |           |           |            |       | 35
            Net promoter score           | 5         |           |            |       |
            Support satisfaction         | 5         |           |            |       |
            Goal achievement             |           |           |            | 40    |
            Value realisation            |           |           |            | 25    |
            Days past due                | 5         |           |            |       |
            Discount                     |           | 5         |            |       |
            Renewal probability          | 10        |           |            |       |
            Contract change              |           | 5         |            |       |
            """;

    static final String OVERALL = """
            Dimension  | Weight in overall
            Retention  | 40
            Expansion  | 20
            Engagement | 25
            Value      | 15
            Champion   | 0
            """;

    static final String CONTEXT = """
            Rule ID  | Lifecycle stage | Industry  | Deployment  | Contract   | Days to renewal | Indicator                 | Category | Multiply weight by | Because
            MM-CX-01 | onboarding      |           |             |            |                 | Onboarding completion     |          | 2                  | Before go-live the onboarding plan says more than any usage figure.
            MM-CX-02 | onboarding      |           |             |            |                 |                           | usage    | 0.6                | Usage of a half-rolled-out product says little.
            MM-CX-03 | onboarding      |           |             |            |                 | Contract change           |          | 0                  | In the first months a change of contract is only the roll-out.
            MM-CX-04 | adoption        |           |             |            |                 | Feature breadth           |          | 1.5                | While adopting, how far features spread shows where the account is heading.
            MM-CX-05 | renewal         |           |             |            |                 | Renewal probability       |          | 1.75               | Close to the renewal the forecast counts more.
            MM-CX-06 | renewal         |           |             |            |                 | Seat utilisation          |          | 1.5                | Mid-sized customers renew the seats they use.
            MM-CX-07 | expansion       |           |             |            |                 | Usage against entitlement |          | 1.5                | With an expansion on the table, outgrowing the plan is the strongest sign.
            MM-CX-08 |                 | education |             |            |                 | Logins per week           |          | 0.6                | Terms and holidays swing the logins of schools and universities.
            MM-CX-09 |                 | retail    |             |            |                 | Logins per week           |          | 0.8                | Retail works in seasons, so weekly logins are weaker evidence.
            MM-CX-10 |                 |           | on-premises |            |                 |                           | usage    | 0.5                | On-premises installations report usage late and in part.
            MM-CX-11 |                 |           |             | monthly    |                 |                           | usage    | 1.3                | With a monthly contract the next decision is never far, so usage counts more.
            MM-CX-12 |                 |           |             | multi-year | >= 365          | Renewal probability       |          | 0.5                | Years before the end a renewal forecast is mostly hope.
            """;

    private MidMarketWeights() {}
}
