package io.barograph.testkit.shipped;

/** How readings of mid-market accounts turn into sub-scores. */
final class MidMarketScoring {

    static final String INDICATORS = """
            Rule ID  | Indicator                    | Smoothing half-life (days) | Max age (days) | If missing | Campaign discount % | Note                                                               | Because
            MM-IN-01 | Logins per week              | 14                         | 21             |            | 90                  | Most who log in because of a mail do not come back for their work. |
            MM-IN-02 | Seat utilisation             | 14                         | 30             |            | 90                  | Seats that a campaign fills empty again when it ends.              |
            MM-IN-03 | Feature breadth              | 14                         | 30             |            | 90                  | Features opened from a mailing are looked at, not yet used.        |
            MM-IN-04 | Feature adoption velocity    | 30                         | 60             |            | 90                  | A feature counts as adopted when nobody had to be sent there.      |
            MM-IN-05 | Cross-product use            |                            | 30             |            |                     |                                                                    |
            MM-IN-06 | Workflow completion          |                            | 45             |            |                     |                                                                    |
            MM-IN-07 | Onboarding completion        |                            | 90             | 50         |                     |                                                                    | No one keeps the onboarding plan; half marks until someone does.
            MM-IN-08 | Time to first value          |                            |                |            |                     |                                                                    |
            MM-IN-09 | Usage against entitlement    | 14                         | 30             |            | 90                  | Only use that stays after a campaign asks for a larger contract.   |
            MM-IN-10 | Open tickets                 |                            | 7              |            |                     |                                                                    |
            MM-IN-11 | Unresolved escalations       |                            | 7              |            |                     |                                                                    |
            MM-IN-12 | Ticket sentiment             | 30                         | 60             |            |                     |                                                                    |
            MM-IN-13 | Training completion          |                            | 90             |            |                     |                                                                    |
            MM-IN-14 | Webinar attendance           |                            | 90             |            | 50                  |                                                                    |
            MM-IN-15 | Email engagement             | 21                         | 60             |            | 50                  |                                                                    |
            MM-IN-16 | Meeting attendance           |                            | 90             | 50         |                     |                                                                    | No meeting was held or logged for a quarter.
            MM-IN-17 | Executive sponsor engagement |                            | 180            |            |                     |                                                                    |
            MM-IN-18 | Champion engagement          |                            | 60             | 40         |                     |                                                                    | No champion activity is on record.
            MM-IN-19 | Champion response time       |                            | 60             |            |                     |                                                                    |
            MM-IN-20 | Net promoter score           |                            | 365            |            |                     |                                                                    |
            MM-IN-21 | Support satisfaction         |                            | 90             |            |                     |                                                                    |
            MM-IN-22 | Goal achievement             |                            | 120            | 45         |                     |                                                                    | No goal was agreed or confirmed.
            MM-IN-23 | Value realisation            |                            | 180            |            |                     |                                                                    |
            MM-IN-24 | Days past due                |                            | 14             |            |                     |                                                                    |
            MM-IN-25 | Discount                     |                            |                |            |                     |                                                                    |
            MM-IN-26 | Renewal probability          |                            | 45             |            |                     |                                                                    |
            MM-IN-27 | Contract change              |                            | 60             |            |                     |                                                                    |
            MM-IN-28 | Login regularity             | 14                         | 21             |            | 90                  | Habits outlast campaigns; what does not is no habit.               |
            MM-IN-29 | Feature-usage diversity      |                            | 30             |            |                     |                                                                    |
            MM-IN-30 | Product stickiness           | 14                         | 30             |            | 90                  | As with login regularity.                                          |
            MM-IN-31 | Self-serve use               |                            | 60             |            |                     |                                                                    |
            MM-IN-32 | Integration depth            |                            | 30             |            |                     |                                                                    |
            MM-IN-33 | Implementation milestones    |                            | 60             |            |                     |                                                                    |
            MM-IN-34 | Ticket sentiment trend       |                            | 60             |            |                     |                                                                    |
            MM-IN-35 | Survey comment sentiment     |                            | 365            |            |                     |                                                                    |
            MM-IN-36 | Call tone                    | 30                         | 90             |            |                     |                                                                    |
            MM-IN-37 | Champion status              |                            | 90             |            |                     |                                                                    |
            MM-IN-38 | Competitive threat           |                            | 90             |            |                     |                                                                    |
            MM-IN-39 | Reference value              |                            | 365            | 40         |                     |                                                                    | Nobody has asked what the account could be worth as a reference.
            MM-IN-40 | Limit hits                   | 14                         | 30             |            | 90                  | Limits met in a campaign week are not outgrown.                    |
            MM-IN-41 | Premium exploration          | 14                         | 30             |            | 100                 | Whoever was sent to a feature has not asked for it.                |
            MM-IN-42 | Renewal conversation         |                            | 60             |            |                     |                                                                    |
            """;

    static final String SCORING = """
            Rule ID   | Indicator                    | Value       | Score | Score at end | Because
            MM-SC-001 | Logins per week              | 0..12       | 0     | 40           | {Logins per week} logins a week per ten seats: most people have another way of doing it.
            MM-SC-002 | Logins per week              | 12..35      | 40    | 80           | {Logins per week} logins a week per ten seats: some teams work in the product.
            MM-SC-003 | Logins per week              | 35..500     | 90    |              | {Logins per week} logins a week per ten seats: it is where they work.
            MM-SC-004 | Seat utilisation             | 0..50       | 0     | 40           | {Seat utilisation}% of the seats are in use; mid-sized companies cut what they do not use.
            MM-SC-005 | Seat utilisation             | 50..80      | 40    | 80           | {Seat utilisation}% of the seats are in use.
            MM-SC-006 | Seat utilisation             | 80..100     | 80    | 100          | {Seat utilisation}% of the seats are in use; hardly a seat is paid in vain.
            MM-SC-007 | Feature breadth              | 0..30       | 10    | 45           | They use {Feature breadth}% of the core features and could do the rest elsewhere.
            MM-SC-008 | Feature breadth              | 30..65      | 45    | 85           | They use {Feature breadth}% of the core features.
            MM-SC-009 | Feature breadth              | 65..100     | 85    | 100          | They use {Feature breadth}% of the core features: leaving would hurt.
            MM-SC-010 | Feature adoption velocity    | 0..0.5      | 25    | 50           | Nothing new has caught on lately ({Feature adoption velocity} features a month).
            MM-SC-011 | Feature adoption velocity    | 0.5..2      | 50    | 85           | {Feature adoption velocity} new features a month reach regular use.
            MM-SC-012 | Feature adoption velocity    | 2..20       | 92    |              | {Feature adoption velocity} new features a month reach regular use: an account on the move.
            MM-SC-013 | Cross-product use            | 0..50       | 20    | 55           | {Cross-product use}% of the products bought are in weekly use.
            MM-SC-014 | Cross-product use            | 50..100     | 55    | 100          | {Cross-product use}% of the products bought are in weekly use.
            MM-SC-015 | Workflow completion          | 0..60       | 10    | 55           | Only {Workflow completion}% of the workflows are finished.
            MM-SC-016 | Workflow completion          | 60..85      | 55    | 88           | {Workflow completion}% of the workflows are finished.
            MM-SC-017 | Workflow completion          | 85..100     | 88    | 100          | {Workflow completion}% of the workflows are finished: it simply works.
            MM-SC-018 | Onboarding completion        | 0..50       | 5     | 45           | Onboarding is at {Onboarding completion}%.
            MM-SC-019 | Onboarding completion        | 50..85      | 45    | 85           | Onboarding is at {Onboarding completion}%.
            MM-SC-020 | Onboarding completion        | 85..100     | 85    | 100          | Onboarding is done ({Onboarding completion}%).
            MM-SC-021 | Time to first value          | 0..30       | 100   |              | First value came after {Time to first value} days, within a month.
            MM-SC-022 | Time to first value          | 30..90      | 95    | 50           | First value came after {Time to first value} days.
            MM-SC-023 | Time to first value          | 90..730     | 15    |              | First value took {Time to first value} days; mid-sized customers rarely wait that long.
            MM-SC-024 | Usage against entitlement    | 0..45       | 20    | 50           | Metered use is {Usage against entitlement}% of the plan.
            MM-SC-025 | Usage against entitlement    | 45..90      | 50    | 85           | Metered use is {Usage against entitlement}% of the plan.
            MM-SC-026 | Usage against entitlement    | 90..300     | 95    |              | Metered use is {Usage against entitlement}% of the plan: they are outgrowing it.
            MM-SC-027 | Open tickets                 | 0..3        | 100   | 85           | Open tickets: {Open tickets}.
            MM-SC-028 | Open tickets                 | 3..8        | 85    | 45           | {Open tickets} open tickets, more than a team of this size can shrug off.
            MM-SC-029 | Open tickets                 | 8..1000     | 15    |              | {Open tickets} open tickets: they are fighting the product.
            MM-SC-030 | Unresolved escalations       | 0..1        | 100   |              | No escalation is open.
            MM-SC-031 | Unresolved escalations       | 1..2        | 30    |              | An escalation is open, and at this size the boss is in it.
            MM-SC-032 | Unresolved escalations       | 2..100      | 5     |              | {Unresolved escalations} escalations are open.
            MM-SC-033 | Ticket sentiment             | -1..-0.25   | 0     | 35           | The tone in tickets is angry ({Ticket sentiment}).
            MM-SC-034 | Ticket sentiment             | -0.25..0.25 | 35    | 72           | The tone in tickets is neutral ({Ticket sentiment}).
            MM-SC-035 | Ticket sentiment             | 0.25..1     | 72    | 100          | The tone in tickets is friendly ({Ticket sentiment}).
            MM-SC-036 | Training completion          | 0..40       | 20    | 50           | {Training completion}% of the training is done.
            MM-SC-037 | Training completion          | 40..100     | 50    | 100          | {Training completion}% of the training is done.
            MM-SC-038 | Webinar attendance           | 0..15       | 35    | 60           | {Webinar attendance}% of the invited contacts came to a webinar.
            MM-SC-039 | Webinar attendance           | 15..100     | 60    | 100          | {Webinar attendance}% of the invited contacts came to a webinar.
            MM-SC-040 | Email engagement             | 0..8        | 20    | 50           | Contacts react to {Email engagement}% of our mails.
            MM-SC-041 | Email engagement             | 8..30       | 50    | 90           | Contacts react to {Email engagement}% of our mails.
            MM-SC-042 | Email engagement             | 30..100     | 92    |              | Contacts react to {Email engagement}% of our mails: they read us.
            MM-SC-043 | Meeting attendance           | 0..50       | 10    | 45           | They came to {Meeting attendance}% of the agreed meetings.
            MM-SC-044 | Meeting attendance           | 50..100     | 45    | 100          | They came to {Meeting attendance}% of the agreed meetings.
            MM-SC-045 | Executive sponsor engagement | engaged     | 100   |              | The decision maker spoke with us in the last quarter.
            MM-SC-046 | Executive sponsor engagement | occasional  | 75    |              | The decision maker is heard from now and then.
            MM-SC-047 | Executive sponsor engagement | silent      | 40    |              | The decision maker has been silent for half a year.
            MM-SC-048 | Executive sponsor engagement | vacant      | 15    |              | Nobody at the account owns the decision for us.
            MM-SC-049 | Champion engagement          | 0..35       | 5     | 40           | Our champion hardly works with us ({Champion engagement} points).
            MM-SC-050 | Champion engagement          | 35..100     | 40    | 100          | Our champion works with us ({Champion engagement} points).
            MM-SC-051 | Champion response time       | 0..24       | 100   | 85           | Our champion answers after {Champion response time} hours.
            MM-SC-052 | Champion response time       | 24..96      | 85    | 40           | Our champion answers after {Champion response time} hours.
            MM-SC-053 | Champion response time       | 96..720     | 10    |              | Our champion takes {Champion response time} hours, if they answer at all.
            MM-SC-054 | Net promoter score           | -100..0     | 0     | 35           | More of their people advise against us than for us (NPS {Net promoter score}).
            MM-SC-055 | Net promoter score           | 0..40       | 35    | 75           | NPS of {Net promoter score}.
            MM-SC-056 | Net promoter score           | 40..100     | 75    | 100          | NPS of {Net promoter score}: they recommend us.
            MM-SC-057 | Support satisfaction         | 1..3        | 0     | 30           | Tickets are rated {Support satisfaction} of 5.
            MM-SC-058 | Support satisfaction         | 3..4        | 30    | 65           | Tickets are rated {Support satisfaction} of 5.
            MM-SC-059 | Support satisfaction         | 4..5        | 65    | 100          | Tickets are rated {Support satisfaction} of 5.
            MM-SC-060 | Goal achievement             | 0..40       | 0     | 45           | {Goal achievement}% of the goals due were reached.
            MM-SC-061 | Goal achievement             | 40..100     | 45    | 100          | {Goal achievement}% of the goals due were reached.
            MM-SC-062 | Value realisation            | 0..50       | 5     | 50           | {Value realisation}% of the promised benefit has arrived.
            MM-SC-063 | Value realisation            | 50..100     | 50    | 100          | {Value realisation}% of the promised benefit has arrived.
            MM-SC-064 | Days past due                | 0..1        | 100   |              | Every invoice is paid.
            MM-SC-065 | Days past due                | 1..20       | 80    | 50           | Days past due: {Days past due}.
            MM-SC-066 | Days past due                | 20..60      | 50    | 10           | The oldest invoice is {Days past due} days late; money or will is short.
            MM-SC-067 | Days past due                | 60..365     | 0     |              | Days past due: {Days past due}.
            MM-SC-068 | Discount                     | 0..20       | 100   | 80           | A discount of {Discount}% leaves room at renewal.
            MM-SC-069 | Discount                     | 20..100     | 40    |              | A discount of {Discount}% is hard to repeat at renewal.
            MM-SC-070 | Renewal probability          | 0..0.5      | 0     | 40           | The renewal forecast is {Renewal probability} out of 1.
            MM-SC-071 | Renewal probability          | 0.5..1      | 40    | 100          | The renewal forecast is {Renewal probability} out of 1.
            MM-SC-072 | Contract change              | -100..-5    | 0     | 35           | ARR changed by {Contract change}% in a year: they are cutting back.
            MM-SC-073 | Contract change              | -5..15      | 50    | 75           | The contract changed by {Contract change}% in a year.
            MM-SC-074 | Contract change              | 15..300     | 92    |              | The contract grew by {Contract change}% in a year.
            MM-SC-075 | Login regularity             | 0..50       | 5     | 50           | Somebody logs in on {Login regularity}% of the working days: not part of the week yet.
            MM-SC-076 | Login regularity             | 50..100     | 50    | 100          | Somebody logs in on {Login regularity}% of the working days.
            MM-SC-077 | Feature-usage diversity      | 0..40       | 15    | 50           | Nearly all work runs through a few features (diversity {Feature-usage diversity}%).
            MM-SC-078 | Feature-usage diversity      | 40..100     | 50    | 100          | Work spreads over the product (diversity {Feature-usage diversity}%).
            MM-SC-079 | Product stickiness           | 0..20       | 10    | 45           | On a given day {Product stickiness}% of the month's users come.
            MM-SC-080 | Product stickiness           | 20..50      | 45    | 90           | On a given day {Product stickiness}% of the month's users come.
            MM-SC-081 | Product stickiness           | 50..100     | 95    |              | On a given day {Product stickiness}% of the month's users come: they work in it.
            MM-SC-082 | Self-serve use               | 0..40       | 25    | 55           | They settle {Self-serve use}% of their questions alone.
            MM-SC-083 | Self-serve use               | 40..100     | 55    | 100          | They settle {Self-serve use}% of their questions alone.
            MM-SC-084 | Integration depth            | 0..1        | 20    |              | No other system of theirs is connected.
            MM-SC-085 | Integration depth            | 1..3        | 55    | 75           | Connected systems: {Integration depth}.
            MM-SC-086 | Integration depth            | 3..100      | 90    |              | {Integration depth} of their systems are connected; we are part of the machinery.
            MM-SC-087 | Implementation milestones    | 0..60       | 5     | 50           | Of the milestones due {Implementation milestones}% are accepted.
            MM-SC-088 | Implementation milestones    | 60..100     | 50    | 100          | Of the milestones due {Implementation milestones}% are accepted.
            MM-SC-089 | Ticket sentiment trend       | -1..-0.2    | 0     | 35           | The tone in tickets is souring ({Ticket sentiment trend}).
            MM-SC-090 | Ticket sentiment trend       | -0.2..1     | 50    | 100          | The tone in tickets holds or warms ({Ticket sentiment trend}).
            MM-SC-091 | Survey comment sentiment     | -1..0       | 0     | 50           | What they write in surveys is sour ({Survey comment sentiment}).
            MM-SC-092 | Survey comment sentiment     | 0..1        | 50    | 100          | What they write in surveys is fair to kind ({Survey comment sentiment}).
            MM-SC-093 | Call tone                    | -1..0       | 5     | 50           | Calls are tense ({Call tone}).
            MM-SC-094 | Call tone                    | 0..1        | 50    | 100          | Calls are friendly ({Call tone}).
            MM-SC-095 | Champion status              | active      | 100   |              | Our champion is active inside the account.
            MM-SC-096 | Champion status              | quiet       | 50    |              | Our champion has not been heard of for a month.
            MM-SC-097 | Champion status              | left        | 5     |              | Our champion has left.
            MM-SC-098 | Champion status              | none        | 25    |              | We never found a champion here.
            MM-SC-099 | Competitive threat           | 0..4        | 100   | 70           | A competitor is no topic, or barely one ({Competitive threat} of 10).
            MM-SC-100 | Competitive threat           | 4..10       | 65    | 5            | A competitor is at the table ({Competitive threat} of 10).
            MM-SC-101 | Reference value              | 0..50       | 30    | 65           | As a reference they are worth {Reference value} of 100.
            MM-SC-102 | Reference value              | 50..100     | 65    | 100          | As a reference they are worth {Reference value} of 100: others listen to them.
            """;

    private MidMarketScoring() {}
}
