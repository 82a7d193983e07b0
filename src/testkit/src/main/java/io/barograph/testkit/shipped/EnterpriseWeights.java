package io.barograph.testkit.shipped;

/** What counts how much for enterprise accounts. */
final class EnterpriseWeights {

    static final String WEIGHTS = """
            Indicator                    | Retention | Expansion | Engagement | Value | Champion
            Logins per week              | 10        |           | 20         |       |
            Seat utilisation             | 15        | 15        |            |       |
            Feature breadth              | 5         | 10        |            |       |
            Feature adoption velocity    |           | 15        |            |       |
            Cross-product use            |           | 20        |            |       |
            Workflow completion          | 5         |           |            |       |
            Onboarding completion        |           |           |            | 10    |
            Time to first value          |           |           |            | 10    |
            Usage against entitlement    |           | 25        |            |       |
            Open tickets                 | 5         |           |            |       |
            Unresolved escalations       | 10        |           |            |       |
            Ticket sentiment             | 5         |           |            |       |
            Training completion          |           |           | 20         |       |
            Community activity           |           |           | 10         |       |
            Webinar attendance           |           |           | 10         |       |
            Email engagement             |           |           | 10         |       |
            Meeting attendance           |           |           | 30         |       | 15
            Executive sponsor engagement | 15        |           |            |       |
            Champion engagement          |           |           |            |       | 40
            Champion response time       |           |           |            |       | 25
            Active stakeholders          | 5         |           |            |       | 20
            Net promoter score           | 5         |           |            |       |
            Support satisfaction         | 5         |           |            |       |
            Goal achievement             |           |           |            | 35    |
            Return on investment         |           |           |            | 20    |
            Value realisation            |           |           |            | 25    |
            Days past due                | 5         |           |            |       |
            Discount                     |           | 5         |            |       |
            Renewal probability          | 10        |           |            |       |
            Contract change              |           | 10        |            |       |
            """;

    static final String OVERALL = """
            Dimension  | Weight in overall
            Retention  | 40
            Expansion  | 15
            Engagement | 20
            Value      | 25
            Champion   | 0
            """;

    static final String CONTEXT = """
            Rule ID   | Lifecycle stage | Industry                           | Deployment  | Contract   | Days to renewal | Indicator                 | Category     | Multiply weight by | Because
            ENT-CX-01 | onboarding      |                                    |             |            |                 | Onboarding completion     |              | 2                  | Before go-live the onboarding plan says more than any usage figure.
            ENT-CX-02 | onboarding      |                                    |             |            |                 | Time to first value       |              | 2                  | During onboarding the first reached goal decides whether the project keeps its friends.
            ENT-CX-03 | onboarding      |                                    |             |            |                 |                           | usage        | 0.5                | Usage of a half-rolled-out product says little.
            ENT-CX-04 | onboarding      |                                    |             |            |                 | Contract change           |              | 0                  | In the first months a change of contract is only the roll-out.
            ENT-CX-05 | adoption        |                                    |             |            |                 | Feature breadth           |              | 1.5                | While adopting, how far features spread shows where the account is heading.
            ENT-CX-06 | adoption        |                                    |             |            |                 | Training completion       |              | 1.5                | Trained users are what adoption consists of.
            ENT-CX-07 | renewal         |                                    |             |            |                 | Renewal probability       |              | 2                  | Close to the renewal the renewal manager's own forecast counts double.
            ENT-CX-08 | renewal         |                                    |             |            |                 |                           | relationship | 1.5                | At renewal people decide, so relations count more than clicks.
            ENT-CX-09 | renewal         |                                    |             |            |                 |                           | outcome      | 1.25               | At renewal the customer asks what the money brought.
            ENT-CX-10 | expansion       |                                    |             |            |                 | Usage against entitlement |              | 1.5                | With an expansion on the table, outgrowing the contract is the strongest sign.
            ENT-CX-11 | expansion       |                                    |             |            |                 | Cross-product use         |              | 1.5                | Whoever uses what they bought will buy more.
            ENT-CX-12 |                 | fintech, healthcare, public sector |             |            |                 | Unresolved escalations    |              | 1.5                | In regulated industries an open escalation reaches the risk committee.
            ENT-CX-13 |                 | fintech, healthcare, public sector |             |            |                 | Support satisfaction      |              | 1.25               | In regulated industries support is part of what they bought.
            ENT-CX-14 |                 | education                          |             |            |                 | Logins per week           |              | 0.6                | Terms and holidays swing the logins of schools and universities.
            ENT-CX-15 |                 | retail                             |             |            |                 | Logins per week           |              | 0.8                | Retail works in seasons, so weekly logins are weaker evidence.
            ENT-CX-16 |                 |                                    | on-premises |            |                 |                           | usage        | 0.5                | On-premises installations report usage late and in part.
            ENT-CX-17 |                 |                                    | hybrid      |            |                 |                           | usage        | 0.8                | Hybrid installations report only their cloud part.
            ENT-CX-18 |                 |                                    |             | monthly    |                 |                           | usage        | 1.25               | With a monthly contract the next decision is never far, so usage counts more.
            ENT-CX-19 |                 |                                    |             | multi-year | >= 365          | Renewal probability       |              | 0.5                | Years before the end a renewal forecast is mostly hope.
            """;

    private EnterpriseWeights() {}
}
