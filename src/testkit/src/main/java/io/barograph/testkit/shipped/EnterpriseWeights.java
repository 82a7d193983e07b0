package io.barograph.testkit.shipped;

/** What counts how much for enterprise accounts. */
final class EnterpriseWeights {

    static final String WEIGHTS = """
            Indicator                    | Retention | Expansion | Engagement | Value | Champion
            Logins per week              | 6         |           | 14         |       |
            Seat utilisation             | 12        | 12        |            |       |
            Feature breadth              | 4         | 8         |            |       |
            Feature adoption velocity    |           | 12        |            |       |
            Cross-product use            |           | 16        |            |       |
            Workflow completion          | 4         |           |            |       |
            Onboarding completion        |           |           |            | 8     |
            Time to first value          |           |           |            | 8     |
            Usage against entitlement    |           | 22        |            |       |
            Open tickets                 | 4         |           |            |       |
            Unresolved escalations       | 9         |           |            |       |
            Ticket sentiment             | 4         |           |            |       |
            Training completion          |           |           | 16         |       |
            Community activity           |           |           | 8          |       |
            Webinar attendance           |           |           | 8          |       |
            Email engagement             |           |           | 8          |       |
            Meeting attendance           |           |           | 24         |       | 12
            Executive sponsor engagement | 12        |           |            |       |
            Champion engagement          |           |           |            |       | 33
            Champion response time       |           |           |            |       | 20
            Active stakeholders          | 4         |           |            |       | 15
            Net promoter score           | 4         |           |            |       |
            Support satisfaction         | 4         |           |            |       |
            Goal achievement             |           |           |            | 32    |
            Return on investment         |           |           |            | 20    |
            Value realisation            |           |           |            | 24    |
            Days past due                | 4         |           |            |       |
            Discount                     |           | 4         |            |       |
            Renewal probability          | 7         |           |            |       |
            Contract change              |           | 8         |            |       |
            Login regularity             | 4         |           |            |       |
            Product stickiness           | 4         |           |            |       |
            Integration depth            | 6         | 6         |            |       |
            Ticket sentiment trend       | 3         |           |            |       |
            Competitive threat           | 5         |           |            |       |
            Feature-usage diversity      |           | 6         |            |       |
            Reference value              |           | 6         |            |       |
            Self-serve use               |           |           | 6          |       |
            Survey comment sentiment     |           |           | 6          |       |
            Call tone                    |           |           | 7          |       |
            Social mentions              |           |           | 3          |       |
            Implementation milestones    |           |           |            | 8     |
            Champion status              |           |           |            |       | 20
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
            Rule ID   | Lifecycle stage | Industry                           | Deployment    | Contract   | Days to renewal | Indicator                    | Category     | Multiply weight by | Because
            ENT-CX-01 | onboarding      |                                    |               |            |                 | Onboarding completion        |              | 2                  | Before go-live the onboarding plan says more than any usage figure.
            ENT-CX-02 | onboarding      |                                    |               |            |                 | Time to first value          |              | 2                  | During onboarding the first reached goal decides whether the project keeps its friends.
            ENT-CX-03 | onboarding      |                                    |               |            |                 |                              | usage        | 0.5                | Usage of a half-rolled-out product says little.
            ENT-CX-04 | onboarding      |                                    |               |            |                 | Contract change              |              | 0                  | In the first months a change of contract is only the roll-out.
            ENT-CX-05 | adoption        |                                    |               |            |                 | Feature breadth              |              | 1.5                | While adopting, how far features spread shows where the account is heading.
            ENT-CX-06 | adoption        |                                    |               |            |                 | Training completion          |              | 1.5                | Trained users are what adoption consists of.
            ENT-CX-07 | renewal         |                                    |               |            |                 | Renewal probability          |              | 2                  | Close to the renewal the renewal manager's own forecast counts double.
            ENT-CX-08 | renewal         |                                    |               |            |                 |                              | relationship | 1.5                | At renewal people decide, so relations count more than clicks.
            ENT-CX-09 | renewal         |                                    |               |            |                 |                              | outcome      | 1.25               | At renewal the customer asks what the money brought.
            ENT-CX-10 | expansion       |                                    |               |            |                 | Usage against entitlement    |              | 1.5                | With an expansion on the table, outgrowing the contract is the strongest sign.
            ENT-CX-11 | expansion       |                                    |               |            |                 | Cross-product use            |              | 1.5                | Whoever uses what they bought will buy more.
            ENT-CX-12 |                 | fintech, healthcare, public sector |               |            |                 | Unresolved escalations       |              | 1.5                | In regulated industries an open escalation reaches the risk committee.
            ENT-CX-13 |                 | fintech, healthcare, public sector |               |            |                 | Support satisfaction         |              | 1.25               | In regulated industries support is part of what they bought.
            ENT-CX-14 |                 | education                          |               |            |                 | Logins per week              |              | 0.6                | Terms and holidays swing the logins of schools and universities.
            ENT-CX-15 |                 | retail                             |               |            |                 | Logins per week              |              | 0.8                | Retail works in seasons, so weekly logins are weaker evidence.
            ENT-CX-16 |                 |                                    | on-premises   |            |                 |                              | usage        | 0.5                | On-premises installations report usage late and in part.
            ENT-CX-17 |                 |                                    | hybrid        |            |                 |                              | usage        | 0.8                | Hybrid installations report only their cloud part.
            ENT-CX-18 |                 |                                    |               | monthly    |                 |                              | usage        | 1.25               | With a monthly contract the next decision is never far, so usage counts more.
            ENT-CX-19 |                 |                                    |               | multi-year | >= 365          | Renewal probability          |              | 0.5                | Years before the end a renewal forecast is mostly hope.
            ENT-CX-20 | onboarding      |                                    |               |            |                 | Implementation milestones    |              | 3                  | Before go-live the roll-out's milestones are the account's health.
            ENT-CX-21 | onboarding      |                                    |               |            |                 | Training completion          |              | 1.5                | Users who are trained before go-live do not phone after it.
            ENT-CX-22 | onboarding      |                                    |               |            |                 | Renewal probability          |              | 0.25               | So early a renewal forecast is a guess.
            ENT-CX-23 | adoption        |                                    |               |            |                 | Product stickiness           |              | 2                  | While adopting, coming back the next day tells habit from curiosity.
            ENT-CX-24 | adoption        |                                    |               |            |                 | Feature-usage diversity      |              | 1.5                | While adopting, one lonely feature is a warning.
            ENT-CX-25 | adoption        |                                    |               |            |                 | Self-serve use               |              | 1.5                | Adoption is done when they help themselves.
            ENT-CX-26 | renewal         |                                    |               |            |                 | Competitive threat           |              | 2.5                | At renewal every competitor makes an offer.
            ENT-CX-27 | renewal         |                                    |               |            |                 | Feature adoption velocity    |              | 0.5                | Months before signing, new features matter less than kept promises.
            ENT-CX-28 | expansion       |                                    |               |            |                 | Integration depth            |              | 1.5                | Expansion starts where our data meets theirs.
            ENT-CX-29 | expansion       |                                    |               |            |                 | Reference value              |              | 1.5                | Whoever recommends us buys from us.
            ENT-CX-30 | expansion       |                                    |               |            |                 | Return on investment         |              | 1.5                | A second purchase is justified with the first one's return.
            ENT-CX-31 |                 | manufacturing, logistics           |               |            |                 | Integration depth            |              | 1.5                | In plants and warehouses a product without connections to the shop floor is a spare.
            ENT-CX-32 |                 | media, professional services       |               |            |                 | Login regularity             |              | 0.6                | Project work comes in waves, so quiet days mean little.
            ENT-CX-33 |                 | public sector                      |               |            |                 | Social mentions              |              | 0                  | Authorities do not praise or scold suppliers in public.
            ENT-CX-34 |                 |                                    | on-premises   |            |                 | Product stickiness           |              | 0                  | On-premises installations do not report daily users.
            ENT-CX-35 |                 |                                    | private cloud |            |                 | Integration depth            |              | 1.25               | A private cloud is chosen for its connections.
            ENT-CX-36 |                 |                                    |               | annual     | 0..90           | Executive sponsor engagement |              | 1.5                | In the last quarter of a yearly contract the sponsor decides.
            ENT-CX-37 |                 |                                    |               | multi-year | >= 365          | Competitive threat           |              | 0.5                | Years before the end a competitor can only wait.
            """;

    private EnterpriseWeights() {}
}
