package io.barograph.testkit.shipped;

/** How readings of small accounts turn into sub-scores. */
final class SmbScoring {

    static final String INDICATORS = """
            Rule ID   | Indicator                 | Smoothing half-life (days) | Max age (days) | If missing | Campaign discount % | Note                                                                  | Because
            SMB-IN-01 | Logins per week           | 7                          | 14             |            | 90                  | Most who log in because of a mail do not come back for their work.    |
            SMB-IN-02 | Seat utilisation          | 14                         | 30             |            | 90                  | Seats that a campaign fills empty again when it ends.                 |
            SMB-IN-03 | Feature breadth           | 14                         | 30             |            | 90                  | Features opened from a mailing are looked at, not yet used.           |
            SMB-IN-04 | Feature adoption velocity | 21                         | 60             |            | 90                  | A feature counts as adopted when nobody had to be sent there.         |
            SMB-IN-05 | Workflow completion       |                            | 30             |            |                     |                                                                       |
            SMB-IN-06 | Onboarding completion     |                            | 60             |            |                     |                                                                       |
            SMB-IN-07 | Time to first value       |                            |                |            |                     |                                                                       |
            SMB-IN-08 | Usage against entitlement | 14                         | 30             |            | 90                  | Only use that stays after a campaign asks for a larger plan.          |
            SMB-IN-09 | Open tickets              |                            | 7              |            |                     |                                                                       |
            SMB-IN-10 | Unresolved escalations    |                            | 7              |            |                     |                                                                       |
            SMB-IN-11 | Ticket sentiment          | 21                         | 60             |            |                     |                                                                       |
            SMB-IN-12 | Community activity        |                            | 90             | 50         |                     |                                                                       | Without a community account we assume they simply do not need it.
            SMB-IN-13 | Email engagement          | 14                         | 60             | 35         | 40                  |                                                                       | No mail was delivered or clicked: probably nobody reads us.
            SMB-IN-14 | Webinar attendance        |                            | 90             |            | 40                  |                                                                       |
            SMB-IN-15 | Champion engagement       |                            | 90             |            |                     |                                                                       |
            SMB-IN-16 | Net promoter score        |                            | 365            |            |                     |                                                                       |
            SMB-IN-17 | Support satisfaction      |                            | 90             |            |                     |                                                                       |
            SMB-IN-18 | Value realisation         |                            | 180            |            |                     |                                                                       |
            SMB-IN-19 | Days past due             |                            | 14             |            |                     |                                                                       |
            SMB-IN-20 | Contract change           |                            | 60             |            |                     |                                                                       |
            SMB-IN-21 | Login regularity          | 14                         | 14             |            | 90                  | Habits outlast campaigns; what does not is no habit.                  |
            SMB-IN-22 | Feature-usage diversity   |                            | 30             |            |                     |                                                                       |
            SMB-IN-23 | Product stickiness        | 7                          | 30             |            | 90                  | As with login regularity.                                             |
            SMB-IN-24 | Self-serve use            |                            | 30             |            |                     |                                                                       |
            SMB-IN-25 | Integration depth         |                            | 30             |            |                     |                                                                       |
            SMB-IN-26 | Survey comment sentiment  |                            | 365            |            |                     |                                                                       |
            SMB-IN-27 | Limit hits                | 14                         | 14             |            | 90                  | Limits met in a campaign week are not outgrown.                       |
            SMB-IN-28 | Premium exploration       | 14                         | 14             |            | 100                 | Whoever was sent to a feature has not asked for it.                   |
            SMB-IN-29 | Champion status           |                            | 60             |            |                     | Not scored: whoever brought us in is there or gone.                   |
            SMB-IN-30 | Competitive threat        |                            | 60             |            |                     | Not scored: known of few small accounts, and then it matters at once. |
            """;

    static final String SCORING = """
            Rule ID    | Indicator                 | Value    | Score | Score at end | Because
            SMB-SC-001 | Logins per week           | 0..15    | 0     | 45           | {Logins per week} logins a week per ten seats: a small team that does not log in has moved on.
            SMB-SC-002 | Logins per week           | 15..40   | 45    | 85           | {Logins per week} logins a week per ten seats.
            SMB-SC-003 | Logins per week           | 40..500  | 95    |              | {Logins per week} logins a week per ten seats: they open it every day.
            SMB-SC-004 | Seat utilisation          | 0..60    | 0     | 45           | {Seat utilisation}% of the seats are in use; unused seats go with the next bill.
            SMB-SC-005 | Seat utilisation          | 60..90   | 45    | 85           | {Seat utilisation}% of the seats are in use.
            SMB-SC-006 | Seat utilisation          | 90..100  | 90    | 100          | {Seat utilisation}% of the seats are in use.
            SMB-SC-007 | Feature breadth           | 0..20    | 15    | 45           | They use {Feature breadth}% of the core features.
            SMB-SC-008 | Feature breadth           | 20..100  | 45    | 100          | They use {Feature breadth}% of the core features.
            SMB-SC-009 | Feature adoption velocity | 0..0.5   | 30    | 55           | Nothing new has caught on lately ({Feature adoption velocity} features a month).
            SMB-SC-010 | Feature adoption velocity | 0.5..20  | 80    |              | {Feature adoption velocity} new features a month reach regular use.
            SMB-SC-011 | Workflow completion       | 0..60    | 10    | 55           | Only {Workflow completion}% of the workflows are finished; nobody helps a small team past a hurdle.
            SMB-SC-012 | Workflow completion       | 60..100  | 55    | 100          | {Workflow completion}% of the workflows are finished.
            SMB-SC-013 | Onboarding completion     | 0..70    | 0     | 55           | Onboarding is at {Onboarding completion}%; small teams that stall here rarely come back.
            SMB-SC-014 | Onboarding completion     | 70..100  | 55    | 100          | Onboarding is at {Onboarding completion}%.
            SMB-SC-015 | Time to first value       | 0..7     | 100   |              | First value came within a week ({Time to first value} days).
            SMB-SC-016 | Time to first value       | 7..30    | 95    | 55           | First value came after {Time to first value} days.
            SMB-SC-017 | Time to first value       | 30..730  | 10    |              | First value took {Time to first value} days; a small team decides long before.
            SMB-SC-018 | Usage against entitlement | 0..50    | 25    | 55           | They use {Usage against entitlement}% of their plan.
            SMB-SC-019 | Usage against entitlement | 50..100  | 55    | 95           | They use {Usage against entitlement}% of their plan.
            SMB-SC-020 | Usage against entitlement | 100..300 | 100   |              | They use {Usage against entitlement}% of their plan: time for the next one.
            SMB-SC-021 | Open tickets              | 0..2     | 100   | 80           | Open tickets: {Open tickets}.
            SMB-SC-022 | Open tickets              | 2..5     | 80    | 30           | {Open tickets} open tickets, a lot for a small team.
            SMB-SC-023 | Open tickets              | 5..1000  | 10    |              | {Open tickets} open tickets: they are about to give up.
            SMB-SC-024 | Unresolved escalations    | 0..1     | 100   |              | No escalation is open.
            SMB-SC-025 | Unresolved escalations    | 1..100   | 10    |              | Open escalations: {Unresolved escalations}; small customers escalate once and then leave.
            SMB-SC-026 | Ticket sentiment          | -1..0    | 0     | 50           | The tone in tickets is poor ({Ticket sentiment}).
            SMB-SC-027 | Ticket sentiment          | 0..1     | 50    | 100          | The tone in tickets is fair to friendly ({Ticket sentiment}).
            SMB-SC-028 | Community activity        | 0..1     | 50    |              | They have not used the community this quarter.
            SMB-SC-029 | Community activity        | 1..1000  | 90    |              | {Community activity} posts in the community this quarter: they help themselves.
            SMB-SC-030 | Email engagement          | 0..10    | 20    | 55           | They react to {Email engagement}% of our mails.
            SMB-SC-031 | Email engagement          | 10..100  | 70    | 100          | They react to {Email engagement}% of our mails.
            SMB-SC-032 | Webinar attendance        | 0..20    | 45    | 70           | {Webinar attendance}% of those invited came to a webinar.
            SMB-SC-033 | Webinar attendance        | 20..100  | 70    | 100          | {Webinar attendance}% of those invited came to a webinar.
            SMB-SC-034 | Champion engagement       | 0..100   | 20    | 100          | The owner or main user works with us ({Champion engagement} points).
            SMB-SC-035 | Net promoter score        | -100..0  | 0     | 40           | They advise others against us (NPS {Net promoter score}).
            SMB-SC-036 | Net promoter score        | 0..50    | 40    | 80           | NPS of {Net promoter score}.
            SMB-SC-037 | Net promoter score        | 50..100  | 80    | 100          | NPS of {Net promoter score}: they recommend us.
            SMB-SC-038 | Support satisfaction      | 1..3.5   | 0     | 40           | Tickets are rated {Support satisfaction} of 5.
            SMB-SC-039 | Support satisfaction      | 3.5..5   | 40    | 100          | Tickets are rated {Support satisfaction} of 5.
            SMB-SC-040 | Value realisation         | 0..50    | 10    | 55           | {Value realisation}% of the expected benefit has arrived.
            SMB-SC-041 | Value realisation         | 50..100  | 55    | 100          | {Value realisation}% of the expected benefit has arrived.
            SMB-SC-042 | Days past due             | 0..1     | 100   |              | Every invoice is paid.
            SMB-SC-043 | Days past due             | 1..14    | 65    | 30           | Days past due: {Days past due}; often it is an expired card.
            SMB-SC-044 | Days past due             | 14..365  | 0     |              | A payment is {Days past due} days late: they are leaving without saying so.
            SMB-SC-045 | Contract change           | -100..0  | 10    | 50           | Their plan changed by {Contract change}% in a year: they are cutting back.
            SMB-SC-046 | Contract change           | 0..300   | 60    | 100          | Their plan grew by {Contract change}% in a year.
            SMB-SC-047 | Login regularity          | 0..40    | 0     | 45           | They log in on {Login regularity}% of the working days; a small team forgets what it does not open.
            SMB-SC-048 | Login regularity          | 40..100  | 45    | 100          | They log in on {Login regularity}% of the working days.
            SMB-SC-049 | Feature-usage diversity   | 0..40    | 25    | 55           | They use the product for one thing (diversity {Feature-usage diversity}%).
            SMB-SC-050 | Feature-usage diversity   | 40..100  | 55    | 100          | They use the product for several things (diversity {Feature-usage diversity}%).
            SMB-SC-051 | Product stickiness        | 0..25    | 5     | 50           | On a given day {Product stickiness}% of the month's users come.
            SMB-SC-052 | Product stickiness        | 25..100  | 50    | 100          | On a given day {Product stickiness}% of the month's users come.
            SMB-SC-053 | Self-serve use            | 0..50    | 20    | 55           | They settle {Self-serve use}% of their questions alone and wait for us with the rest.
            SMB-SC-054 | Self-serve use            | 50..100  | 55    | 100          | They settle {Self-serve use}% of their questions alone.
            SMB-SC-055 | Integration depth         | 0..1     | 40    |              | Nothing else of theirs is connected.
            SMB-SC-056 | Integration depth         | 1..100   | 90    |              | Connected systems: {Integration depth}; whoever connects, stays and grows.
            SMB-SC-057 | Survey comment sentiment  | -1..0    | 0     | 50           | What they write in surveys is sour ({Survey comment sentiment}).
            SMB-SC-058 | Survey comment sentiment  | 0..1     | 50    | 100          | What they write in surveys is fair to kind ({Survey comment sentiment}).
            """;

    private SmbScoring() {}
}
