package io.barograph.testkit.shipped;

/** What counts how much for mid-market accounts. */
final class MidMarketWeights {

    static final String WEIGHTS = """
            Indicator                    | Retention | Expansion | Engagement | Value | Champion
            Logins per week              | 10        |           | 16         |       |
            Seat utilisation             | 17        | 18        |            |       |
            Feature breadth              | 4         | 8         |            |       |
            Feature adoption velocity    |           | 17        |            |       |
            Cross-product use            |           | 13        |            |       |
            Workflow completion          | 8         |           |            |       |
            Onboarding completion        |           |           |            | 16    |
            Time to first value          |           |           |            | 12    |
            Usage against entitlement    |           | 23        |            |       |
            Open tickets                 | 4         |           |            |       |
            Unresolved escalations       | 8         |           |            |       |
            Ticket sentiment             | 4         |           |            |       |
            Training completion          |           |           | 16         |       |
            Webinar attendance           |           |           | 12         |       |
            Email engagement             |           |           | 16         |       |
            Meeting attendance           |           |           | 20         |       | 15
            Executive sponsor engagement | 4         |           |            |       |
            Champion engagement          |           |           |            |       | 38
            Champion response time       |           |           |            |       | 27
            Net promoter score           | 4         |           |            |       |
            Support satisfaction         | 4         |           |            |       |
            Goal achievement             |           |           |            | 35    |
            Value realisation            |           |           |            | 25    |
            Days past due                | 4         |           |            |       |
            Discount                     |           | 4         |            |       |
            Renewal probability          | 6         |           |            |       |
            Contract change              |           | 5         |            |       |
            Login regularity             | 6         |           |            |       |
            Product stickiness           | 5         |           |            |       |
            Integration depth            | 5         |           |            |       |
            Ticket sentiment trend       | 3         |           |            |       |
            Competitive threat           | 4         |           |            |       |
            Feature-usage diversity      |           | 7         |            |       |
            Reference value              |           | 5         |            |       |
            Self-serve use               |           |           | 8          |       |
            Survey comment sentiment     |           |           | 6          |       |
            Call tone                    |           |           | 6          |       |
            Implementation milestones    |           |           |            | 12    |
            Champion status              |           |           |            |       | 20
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
            Rule ID  | Lifecycle stage | Industry                           | Deployment  | Contract   | Days to renewal | Indicator                 | Category | Multiply weight by | Because
            MM-CX-01 | onboarding      |                                    |             |            |                 | Onboarding completion     |          | 2                  | Before go-live the onboarding plan says more than any usage figure.
            MM-CX-02 | onboarding      |                                    |             |            |                 |                           | usage    | 0.6                | Usage of a half-rolled-out product says little.
            MM-CX-03 | onboarding      |                                    |             |            |                 | Contract change           |          | 0                  | In the first months a change of contract is only the roll-out.
            MM-CX-04 | adoption        |                                    |             |            |                 | Feature breadth           |          | 1.5                | While adopting, how far features spread shows where the account is heading.
            MM-CX-05 | renewal         |                                    |             |            |                 | Renewal probability       |          | 1.75               | Close to the renewal the forecast counts more.
            MM-CX-06 | renewal         |                                    |             |            |                 | Seat utilisation          |          | 1.5                | Mid-sized customers renew the seats they use.
            MM-CX-07 | expansion       |                                    |             |            |                 | Usage against entitlement |          | 1.5                | With an expansion on the table, outgrowing the plan is the strongest sign.
            MM-CX-08 |                 | education                          |             |            |                 | Logins per week           |          | 0.6                | Terms and holidays swing the logins of schools and universities.
            MM-CX-09 |                 | retail                             |             |            |                 | Logins per week           |          | 0.8                | Retail works in seasons, so weekly logins are weaker evidence.
            MM-CX-10 |                 |                                    | on-premises |            |                 |                           | usage    | 0.5                | On-premises installations report usage late and in part.
            MM-CX-11 |                 |                                    |             | monthly    |                 |                           | usage    | 1.3                | With a monthly contract the next decision is never far, so usage counts more.
            MM-CX-12 |                 |                                    |             | multi-year | >= 365          | Renewal probability       |          | 0.5                | Years before the end a renewal forecast is mostly hope.
            MM-CX-13 | onboarding      |                                    |             |            |                 | Implementation milestones |          | 2.5                | Before go-live the roll-out's milestones are the account's health.
            MM-CX-14 | onboarding      |                                    |             |            |                 | Time to first value       |          | 1.5                | In onboarding the first result decides whether the team keeps trying.
            MM-CX-15 | adoption        |                                    |             |            |                 | Product stickiness        |          | 2                  | While adopting, coming back the next day tells habit from curiosity.
            MM-CX-16 | adoption        |                                    |             |            |                 | Self-serve use            |          | 1.5                | Adoption is done when they help themselves.
            MM-CX-17 | renewal         |                                    |             |            |                 | Competitive threat        |          | 2                  | At renewal every competitor makes an offer.
            MM-CX-18 | renewal         |                                    |             |            |                 |                           | outcome  | 1.25               | At renewal the customer asks what the money brought.
            MM-CX-19 | expansion       |                                    |             |            |                 | Feature adoption velocity |          | 1.5                | Whoever keeps taking up new features has room for more.
            MM-CX-20 | expansion       |                                    |             |            |                 | Reference value           |          | 1.5                | Whoever recommends us buys from us.
            MM-CX-21 |                 | fintech, healthcare, public sector |             |            |                 | Unresolved escalations    |          | 1.5                | In regulated industries an open escalation reaches the auditors.
            MM-CX-22 |                 | manufacturing, logistics           |             |            |                 | Integration depth         |          | 1.5                | In plants and warehouses a product without connections is a spare.
            MM-CX-23 |                 |                                    | hybrid      |            |                 |                           | usage    | 0.8                | Hybrid installations report only their cloud part.
            MM-CX-24 |                 |                                    | on-premises |            |                 | Product stickiness        |          | 0                  | On-premises installations do not report daily users.
            MM-CX-25 |                 |                                    |             | annual     | 0..60           | Seat utilisation          |          | 1.25               | Two months before a yearly contract ends somebody counts the seats.
            """;

    private MidMarketWeights() {}
}
