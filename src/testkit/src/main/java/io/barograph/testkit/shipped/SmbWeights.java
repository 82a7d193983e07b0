package io.barograph.testkit.shipped;

/** What counts how much for small accounts. */
final class SmbWeights {

    static final String WEIGHTS = """
            Indicator                 | Retention | Expansion | Engagement | Value | Champion
            Logins per week           | 25        |           | 35         |       |
            Seat utilisation          | 20        | 25        |            |       |
            Feature breadth           | 5         | 10        |            | 20    |
            Feature adoption velocity |           | 15        |            |       |
            Workflow completion       | 10        |           |            | 20    |
            Onboarding completion     |           |           |            | 25    |
            Time to first value       |           |           |            | 20    |
            Usage against entitlement |           | 40        |            |       |
            Open tickets              | 5         |           |            |       |
            Unresolved escalations    | 5         |           |            |       |
            Ticket sentiment          | 5         |           |            |       |
            Community activity        |           |           | 15         |       |
            Email engagement          |           |           | 35         |       | 40
            Webinar attendance        |           |           | 15         |       |
            Champion engagement       |           |           |            |       | 60
            Net promoter score        | 5         |           |            |       |
            Support satisfaction      | 5         |           |            |       |
            Value realisation         |           |           |            | 15    |
            Days past due             | 15        |           |            |       |
            Contract change           |           | 10        |            |       |
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
            Rule ID   | Lifecycle stage | Industry  | Contract           | Indicator             | Category | Multiply weight by | Because
            SMB-CX-01 | onboarding      |           |                    | Onboarding completion |          | 2.5                | A small team that finishes onboarding stays; one that does not is gone.
            SMB-CX-02 | onboarding      |           |                    | Seat utilisation      |          | 0.5                | In the first weeks seats fill up slowly.
            SMB-CX-03 | adoption        |           |                    | Workflow completion   |          | 1.5                | While adopting, finished workflows show whether the product works for them.
            SMB-CX-04 | renewal         |           |                    |                       | usage    | 1.25               | Small teams renew what they use.
            SMB-CX-05 |                 | education |                    | Logins per week       |          | 0.6                | Terms and holidays swing the logins of schools.
            SMB-CX-06 |                 | retail    |                    | Logins per week       |          | 0.8                | Retail works in seasons, so weekly logins are weaker evidence.
            SMB-CX-07 |                 |           | monthly            | Days past due         |          | 1.5                | On a monthly contract a missed payment often is the notice.
            SMB-CX-08 |                 |           | annual, multi-year | Days past due         |          | 0.75               | With a term, a late payment is more likely an oversight.
            """;

    private SmbWeights() {}
}
