package io.barograph.testkit.shipped;

/** What counts how much for small accounts. */
final class SmbWeights {

    static final String WEIGHTS = """
            Indicator                 | Retention | Expansion | Engagement | Value | Champion
            Logins per week           | 17        |           | 25         |       |
            Seat utilisation          | 18        | 22        |            |       |
            Feature breadth           | 5         | 8         |            | 20    |
            Feature adoption velocity |           | 13        |            |       |
            Workflow completion       | 8         |           |            | 20    |
            Onboarding completion     |           |           |            | 25    |
            Time to first value       |           |           |            | 20    |
            Usage against entitlement |           | 35        |            |       |
            Open tickets              | 4         |           |            |       |
            Unresolved escalations    | 4         |           |            |       |
            Ticket sentiment          | 4         |           |            |       |
            Community activity        |           |           | 12         |       |
            Email engagement          |           |           | 28         |       | 40
            Webinar attendance        |           |           | 12         |       |
            Champion engagement       |           |           |            |       | 60
            Net promoter score        | 4         |           |            |       |
            Support satisfaction      | 4         |           |            |       |
            Value realisation         |           |           |            | 15    |
            Days past due             | 14        |           |            |       |
            Contract change           |           | 9         |            |       |
            Login regularity          | 10        |           |            |       |
            Product stickiness        | 8         |           |            |       |
            Feature-usage diversity   |           | 8         |            |       |
            Integration depth         |           | 5         |            |       |
            Self-serve use            |           |           | 15         |       |
            Survey comment sentiment  |           |           | 8          |       |
            """;

    static final String OVERALL = """
            Dimension  | Weight in overall
            Retention  | 50
            Expansion  | 15
            Engagement | 25
            Value      | 10
            Champion   | 0
            """;

    static final String CONTEXT = """
            Rule ID   | Lifecycle stage | Industry              | Contract           | Indicator                 | Category | Multiply weight by | Because
            SMB-CX-01 | onboarding      |                       |                    | Onboarding completion     |          | 2.5                | A small team that finishes onboarding stays; one that does not is gone.
            SMB-CX-02 | onboarding      |                       |                    | Seat utilisation          |          | 0.5                | In the first weeks seats fill up slowly.
            SMB-CX-03 | adoption        |                       |                    | Workflow completion       |          | 1.5                | While adopting, finished workflows show whether the product works for them.
            SMB-CX-04 | renewal         |                       |                    |                           | usage    | 1.25               | Small teams renew what they use.
            SMB-CX-05 |                 | education             |                    | Logins per week           |          | 0.6                | Terms and holidays swing the logins of schools.
            SMB-CX-06 |                 | retail                |                    | Logins per week           |          | 0.8                | Retail works in seasons, so weekly logins are weaker evidence.
            SMB-CX-07 |                 |                       | monthly            | Days past due             |          | 1.5                | On a monthly contract a missed payment often is the notice.
            SMB-CX-08 |                 |                       | annual, multi-year | Days past due             |          | 0.75               | With a term, a late payment is more likely an oversight.
            SMB-CX-09 | onboarding      |                       |                    | Time to first value       |          | 2                  | A small team gives a product days, not months.
            SMB-CX-10 | onboarding      |                       |                    | Contract change           |          | 0                  | In the first months a change of plan is only settling in.
            SMB-CX-11 | adoption        |                       |                    | Product stickiness        |          | 1.5                | While adopting, coming back the next day tells habit from curiosity.
            SMB-CX-12 | adoption        |                       |                    | Self-serve use            |          | 1.5                | A small team that helps itself has arrived.
            SMB-CX-13 | renewal         |                       |                    | Value realisation         |          | 2                  | Once a year even a small team asks what it got.
            SMB-CX-14 | renewal         |                       |                    | Days past due             |          | 1.25               | A bill left open before the renewal is half an answer.
            SMB-CX-15 | expansion       |                       |                    | Usage against entitlement |          | 1.5                | A team that outgrows its plan is the next plan's customer.
            SMB-CX-16 | expansion       |                       |                    | Feature-usage diversity   |          | 1.5                | Whoever uses the product for several things finds a use for more.
            SMB-CX-17 |                 | professional services |                    | Login regularity          |          | 0.7                | Project work comes in waves, so quiet days mean little.
            """;

    private SmbWeights() {}
}
