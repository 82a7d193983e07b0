package io.barograph.testkit.shipped;

/** How readings of enterprise accounts turn into sub-scores. */
final class EnterpriseScoring {

    static final String INDICATORS = """
            Rule ID   | Indicator                    | Smoothing half-life (days) | Max age (days) | If missing | Campaign discount % | Note                                                               | Because
            ENT-IN-01 | Logins per week              | 14                         | 21             |            | 90                  | Most who log in because of a mail do not come back for their work. |
            ENT-IN-02 | Seat utilisation             | 14                         | 30             |            | 90                  | Seats that a campaign fills empty again when it ends.              |
            ENT-IN-03 | Feature breadth              | 14                         | 30             |            | 90                  | Features opened from a mailing are looked at, not yet used.        |
            ENT-IN-04 | Feature adoption velocity    | 30                         | 60             |            | 90                  | A feature counts as adopted when nobody had to be sent there.      |
            ENT-IN-05 | Cross-product use            |                            | 30             |            |                     |                                                                    |
            ENT-IN-06 | Workflow completion          |                            | 45             |            |                     |                                                                    |
            ENT-IN-07 | Onboarding completion        |                            | 120            | 50         |                     |                                                                    | No one keeps the onboarding plan; half marks until someone does.
            ENT-IN-08 | Time to first value          |                            |                |            |                     |                                                                    |
            ENT-IN-09 | Usage against entitlement    | 14                         | 30             |            | 90                  | Only use that stays after a campaign asks for a larger contract.   |
            ENT-IN-10 | Open tickets                 |                            | 7              |            |                     |                                                                    |
            ENT-IN-11 | Unresolved escalations       |                            | 7              |            |                     |                                                                    |
            ENT-IN-12 | Ticket sentiment             | 30                         | 60             |            |                     |                                                                    |
            ENT-IN-13 | Training completion          |                            | 90             |            |                     |                                                                    |
            ENT-IN-14 | Community activity           |                            | 90             |            |                     |                                                                    |
            ENT-IN-15 | Webinar attendance           |                            | 90             |            | 50                  |                                                                    |
            ENT-IN-16 | Email engagement             | 30                         | 90             |            | 50                  |                                                                    |
            ENT-IN-17 | Meeting attendance           |                            | 90             | 40         |                     |                                                                    | No meeting was held or logged for a quarter.
            ENT-IN-18 | Executive sponsor engagement |                            | 180            |            |                     |                                                                    |
            ENT-IN-19 | Champion engagement          |                            | 60             | 25         |                     |                                                                    | No champion activity is on record.
            ENT-IN-20 | Champion response time       |                            | 60             |            |                     |                                                                    |
            ENT-IN-21 | Active stakeholders          |                            | 90             |            |                     |                                                                    |
            ENT-IN-22 | Net promoter score           |                            | 365            |            |                     |                                                                    |
            ENT-IN-23 | Support satisfaction         |                            | 120            |            |                     |                                                                    |
            ENT-IN-24 | Goal achievement             |                            | 180            | 35         |                     |                                                                    | No goal was agreed or confirmed: value nobody can point to.
            ENT-IN-25 | Return on investment         |                            | 365            |            |                     |                                                                    |
            ENT-IN-26 | Value realisation            |                            | 180            |            |                     |                                                                    |
            ENT-IN-27 | Days past due                |                            | 14             |            |                     |                                                                    |
            ENT-IN-28 | Discount                     |                            |                |            |                     |                                                                    |
            ENT-IN-29 | Renewal probability          |                            | 45             |            |                     |                                                                    |
            ENT-IN-30 | Contract change              |                            | 60             |            |                     |                                                                    |
            ENT-IN-31 | Login regularity             | 14                         | 21             |            | 90                  | Habits outlast campaigns; what does not is no habit.               |
            ENT-IN-32 | Feature-usage diversity      |                            | 30             |            |                     |                                                                    |
            ENT-IN-33 | Product stickiness           | 14                         | 30             |            | 90                  | As with login regularity.                                          |
            ENT-IN-34 | Self-serve use               |                            | 60             |            |                     |                                                                    |
            ENT-IN-35 | Integration depth            |                            | 30             |            |                     |                                                                    |
            ENT-IN-36 | Implementation milestones    |                            | 60             |            |                     |                                                                    |
            ENT-IN-37 | Ticket sentiment trend       |                            | 60             |            |                     |                                                                    |
            ENT-IN-38 | Survey comment sentiment     |                            | 365            |            |                     |                                                                    |
            ENT-IN-39 | Call tone                    | 30                         | 90             |            |                     |                                                                    |
            ENT-IN-40 | Social mentions              | 30                         | 90             |            |                     |                                                                    |
            ENT-IN-41 | Champion status              |                            | 60             |            |                     |                                                                    |
            ENT-IN-42 | Competitive threat           |                            | 90             |            |                     |                                                                    |
            ENT-IN-43 | Reference value              |                            | 365            | 40         |                     |                                                                    | Nobody has asked what the account could be worth as a reference.
            ENT-IN-44 | Limit hits                   | 14                         | 30             |            | 90                  | Limits met in a campaign week are not outgrown.                    |
            ENT-IN-45 | Premium exploration          | 14                         | 30             |            | 100                 | Whoever was sent to a feature has not asked for it.                |
            ENT-IN-46 | Renewal conversation         |                            | 60             |            |                     |                                                                    |
            """;

    static final String SCORING = """
            Rule ID    | Indicator                    | Value      | Score | Score at end | Because
            ENT-SC-001 | Logins per week              | 0..10      | 0     | 40           | Ten seats log in only {Logins per week} times a week; the product is not part of daily work.
            ENT-SC-002 | Logins per week              | 10..30     | 40    | 80           | {Logins per week} logins a week per ten seats: a habit is forming but not everywhere.
            ENT-SC-003 | Logins per week              | 30..60     | 80    | 100          | {Logins per week} logins a week per ten seats: the product is part of most working days.
            ENT-SC-004 | Logins per week              | 60..500    | 100   |              | {Logins per week} logins a week per ten seats: teams live in the product.
            ENT-SC-005 | Seat utilisation             | 0..40      | 0     | 35           | Only {Seat utilisation}% of the paid seats are in use; the next renewal will be cut to size.
            ENT-SC-006 | Seat utilisation             | 40..70     | 35    | 70           | {Seat utilisation}% of the paid seats are in use; the rest of the licence is still shelfware.
            ENT-SC-007 | Seat utilisation             | 70..90     | 70    | 95           | {Seat utilisation}% of the paid seats are in use, as an enterprise roll-out should be.
            ENT-SC-008 | Seat utilisation             | 90..100    | 95    | 100          | {Seat utilisation}% of the paid seats are in use; the roll-out is complete.
            ENT-SC-009 | Feature breadth              | 0..25      | 10    | 45           | Teams use {Feature breadth}% of the core features; a point tool is easily replaced.
            ENT-SC-010 | Feature breadth              | 25..60     | 45    | 85           | Teams use {Feature breadth}% of the core features; the essentials are in place.
            ENT-SC-011 | Feature breadth              | 60..100    | 85    | 100          | Teams use {Feature breadth}% of the core features; we are deeply woven into their work.
            ENT-SC-012 | Feature adoption velocity    | 0..0.5     | 25    | 50           | Hardly any new feature has caught on lately ({Feature adoption velocity} a month).
            ENT-SC-013 | Feature adoption velocity    | 0.5..2     | 50    | 85           | {Feature adoption velocity} new features a month reach regular use.
            ENT-SC-014 | Feature adoption velocity    | 2..20      | 90    |              | {Feature adoption velocity} new features a month reach regular use: they are hungry for more.
            ENT-SC-015 | Cross-product use            | 0..35      | 15    | 40           | Only {Cross-product use}% of the products bought are in weekly use.
            ENT-SC-016 | Cross-product use            | 35..70     | 40    | 80           | {Cross-product use}% of the products bought are in weekly use.
            ENT-SC-017 | Cross-product use            | 70..100    | 80    | 100          | {Cross-product use}% of the products bought are in weekly use; the suite has landed.
            ENT-SC-018 | Workflow completion          | 0..50      | 10    | 50           | Only {Workflow completion}% of the workflows are finished; something blocks people.
            ENT-SC-019 | Workflow completion          | 50..80     | 50    | 85           | {Workflow completion}% of the workflows are finished.
            ENT-SC-020 | Workflow completion          | 80..100    | 85    | 100          | {Workflow completion}% of the workflows are finished; the product does the job.
            ENT-SC-021 | Onboarding completion        | 0..40      | 10    | 40           | Only {Onboarding completion}% of the onboarding plan is done.
            ENT-SC-022 | Onboarding completion        | 40..80     | 40    | 80           | {Onboarding completion}% of the onboarding plan is done.
            ENT-SC-023 | Onboarding completion        | 80..100    | 80    | 100          | Onboarding is as good as finished ({Onboarding completion}%).
            ENT-SC-024 | Time to first value          | 0..60      | 100   |              | The first goal was reached after {Time to first value} days, within two months.
            ENT-SC-025 | Time to first value          | 60..120    | 90    | 60           | The first goal took {Time to first value} days, usual for a roll-out of this size.
            ENT-SC-026 | Time to first value          | 120..240   | 60    | 20           | The first goal took {Time to first value} days; the business case has lost its friends by then.
            ENT-SC-027 | Time to first value          | 240..730   | 10    |              | After {Time to first value} days nothing, or hardly anything, was achieved.
            ENT-SC-028 | Usage against entitlement    | 0..40      | 20    | 45           | Metered use is {Usage against entitlement}% of what the contract includes; it is oversold.
            ENT-SC-029 | Usage against entitlement    | 40..80     | 45    | 80           | Metered use is {Usage against entitlement}% of what the contract includes.
            ENT-SC-030 | Usage against entitlement    | 80..120    | 80    | 100          | Metered use is {Usage against entitlement}% of what the contract includes; the next tier is due.
            ENT-SC-031 | Usage against entitlement    | 120..300   | 90    |              | Metered use is {Usage against entitlement}% of what the contract includes; talk before the overage bill does.
            ENT-SC-032 | Open tickets                 | 0..4       | 100   | 85           | Open tickets: {Open tickets}, quiet for an enterprise account.
            ENT-SC-033 | Open tickets                 | 4..12      | 85    | 50           | Open tickets: {Open tickets}, a usual load.
            ENT-SC-034 | Open tickets                 | 12..30     | 50    | 15           | {Open tickets} open tickets are more than their administrators can shield users from.
            ENT-SC-035 | Open tickets                 | 30..1000   | 5     |              | {Open tickets} open tickets: the account is a support crisis.
            ENT-SC-036 | Unresolved escalations       | 0..1       | 100   |              | No escalation is open.
            ENT-SC-037 | Unresolved escalations       | 1..2       | 45    |              | An escalation is open; executives are watching.
            ENT-SC-038 | Unresolved escalations       | 2..100     | 10    |              | {Unresolved escalations} escalations are open at once; trust is at stake.
            ENT-SC-039 | Ticket sentiment             | -1..-0.3   | 0     | 35           | The tone in tickets is angry ({Ticket sentiment}).
            ENT-SC-040 | Ticket sentiment             | -0.3..0.2  | 35    | 70           | The tone in tickets is matter-of-fact ({Ticket sentiment}).
            ENT-SC-041 | Ticket sentiment             | 0.2..1     | 70    | 100          | The tone in tickets is friendly ({Ticket sentiment}).
            ENT-SC-042 | Training completion          | 0..30      | 15    | 45           | Only {Training completion}% of the assigned training is done.
            ENT-SC-043 | Training completion          | 30..75     | 45    | 85           | {Training completion}% of the assigned training is done.
            ENT-SC-044 | Training completion          | 75..100    | 85    | 100          | {Training completion}% of the assigned training is done; users know what they are doing.
            ENT-SC-045 | Community activity           | 0..1       | 40    |              | Nobody from the account takes part in the community.
            ENT-SC-046 | Community activity           | 1..10      | 55    | 85           | {Community activity} posts in the community this quarter.
            ENT-SC-047 | Community activity           | 10..1000   | 95    |              | {Community activity} posts in the community this quarter: they help others.
            ENT-SC-048 | Webinar attendance           | 0..10      | 30    | 50           | {Webinar attendance}% of the invited contacts came to a webinar.
            ENT-SC-049 | Webinar attendance           | 10..40     | 50    | 90           | {Webinar attendance}% of the invited contacts came to a webinar.
            ENT-SC-050 | Webinar attendance           | 40..100    | 90    | 100          | {Webinar attendance}% of the invited contacts came to a webinar; our content finds its readers.
            ENT-SC-051 | Email engagement             | 0..5       | 20    | 45           | Contacts answer or click only {Email engagement}% of our mails.
            ENT-SC-052 | Email engagement             | 5..25      | 45    | 85           | Contacts answer or click {Email engagement}% of our mails.
            ENT-SC-053 | Email engagement             | 25..100    | 90    |              | Contacts answer or click {Email engagement}% of our mails, far above the usual.
            ENT-SC-054 | Meeting attendance           | 0..50      | 5     | 40           | The customer came to {Meeting attendance}% of the agreed meetings; we talk to empty chairs.
            ENT-SC-055 | Meeting attendance           | 50..80     | 40    | 80           | The customer came to {Meeting attendance}% of the agreed meetings.
            ENT-SC-056 | Meeting attendance           | 80..100    | 80    | 100          | The customer came to {Meeting attendance}% of the agreed meetings.
            ENT-SC-057 | Executive sponsor engagement | engaged    | 100   |              | The executive sponsor spoke with us in the last quarter.
            ENT-SC-058 | Executive sponsor engagement | occasional | 65    |              | The executive sponsor is heard from now and then.
            ENT-SC-059 | Executive sponsor engagement | silent     | 25    |              | The executive sponsor has been silent for half a year.
            ENT-SC-060 | Executive sponsor engagement | vacant     | 5     |              | The account has no executive sponsor; nobody will defend the budget.
            ENT-SC-061 | Executive sponsor engagement | missing    | 30    |              | Nobody has recorded whether the sponsor is with us, which says something by itself.
            ENT-SC-062 | Champion engagement          | 0..30      | 5     | 35           | Our champion hardly works with us ({Champion engagement} points).
            ENT-SC-063 | Champion engagement          | 30..65     | 35    | 75           | Our champion works with us at times ({Champion engagement} points).
            ENT-SC-064 | Champion engagement          | 65..100    | 75    | 100          | Our champion opens doors for us ({Champion engagement} points).
            ENT-SC-065 | Champion response time       | 0..8       | 100   |              | Our champion answers within a working day ({Champion response time} hours).
            ENT-SC-066 | Champion response time       | 8..48      | 95    | 65           | Our champion takes {Champion response time} hours to answer.
            ENT-SC-067 | Champion response time       | 48..160    | 65    | 20           | Our champion takes {Champion response time} hours to answer; we are slipping down the list.
            ENT-SC-068 | Champion response time       | 160..720   | 5     |              | Our champion no longer answers ({Champion response time} hours).
            ENT-SC-069 | Active stakeholders          | 0..2       | 10    | 25           | People we are in touch with: {Active stakeholders}; one departure could end it.
            ENT-SC-070 | Active stakeholders          | 2..6       | 40    | 80           | We are in touch with {Active stakeholders} people at the account.
            ENT-SC-071 | Active stakeholders          | 6..100     | 90    |              | We are in touch with {Active stakeholders} people at the account; relations survive departures.
            ENT-SC-072 | Net promoter score           | -100..0    | 0     | 35           | More of their people advise against us than for us (NPS {Net promoter score}).
            ENT-SC-073 | Net promoter score           | 0..30      | 35    | 65           | NPS of {Net promoter score}: content, not enthusiastic.
            ENT-SC-074 | Net promoter score           | 30..70     | 65    | 95           | NPS of {Net promoter score}: they recommend us.
            ENT-SC-075 | Net promoter score           | 70..100    | 95    | 100          | NPS of {Net promoter score}: they sell for us.
            ENT-SC-076 | Support satisfaction         | 1..3       | 0     | 35           | Tickets are rated {Support satisfaction} of 5; support costs us trust.
            ENT-SC-077 | Support satisfaction         | 3..4       | 35    | 70           | Tickets are rated {Support satisfaction} of 5.
            ENT-SC-078 | Support satisfaction         | 4..5       | 70    | 100          | Tickets are rated {Support satisfaction} of 5; support earns us trust.
            ENT-SC-079 | Goal achievement             | 0..30      | 0     | 35           | {Goal achievement}% of the goals due were reached; the customer cannot defend the purchase.
            ENT-SC-080 | Goal achievement             | 30..70     | 35    | 75           | {Goal achievement}% of the goals due were reached.
            ENT-SC-081 | Goal achievement             | 70..100    | 75    | 100          | {Goal achievement}% of the goals due were reached.
            ENT-SC-082 | Return on investment         | -100..0    | 0     | 25           | By their own worksheet we cost more than we bring (ROI {Return on investment}%).
            ENT-SC-083 | Return on investment         | 0..100     | 40    | 75           | By their own worksheet we bring {Return on investment}% more than we cost.
            ENT-SC-084 | Return on investment         | 100..300   | 75    | 100          | By their own worksheet we bring {Return on investment}% more than we cost, a case any CFO signs.
            ENT-SC-085 | Return on investment         | 300..1000  | 100   |              | By their own worksheet we bring {Return on investment}% more than we cost.
            ENT-SC-086 | Value realisation            | 0..40      | 5     | 40           | {Value realisation}% of the promised benefit has arrived; the promise will be quoted at renewal.
            ENT-SC-087 | Value realisation            | 40..75     | 40    | 80           | {Value realisation}% of the promised benefit has arrived.
            ENT-SC-088 | Value realisation            | 75..100    | 80    | 100          | {Value realisation}% of the promised benefit has arrived: we kept our word.
            ENT-SC-089 | Days past due                | 0..1       | 100   |              | Every invoice is paid.
            ENT-SC-090 | Days past due                | 1..30      | 85    | 60           | Days past due: {Days past due}; large companies pay slowly.
            ENT-SC-091 | Days past due                | 30..90     | 60    | 15           | The oldest invoice is {Days past due} days late; procurement has noticed something.
            ENT-SC-092 | Days past due                | 90..365    | 0     |              | The oldest invoice is {Days past due} days late.
            ENT-SC-093 | Discount                     | 0..15      | 100   | 85           | A discount of {Discount}% leaves room at renewal.
            ENT-SC-094 | Discount                     | 15..35     | 85    | 50           | A discount of {Discount}% will be the floor of the next negotiation.
            ENT-SC-095 | Discount                     | 35..100    | 20    |              | A discount of {Discount}%: we were bought for the price.
            ENT-SC-096 | Renewal probability          | 0..0.4     | 0     | 35           | The renewal manager gives the renewal {Renewal probability} out of 1.
            ENT-SC-097 | Renewal probability          | 0.4..0.75  | 35    | 75           | The renewal manager gives the renewal {Renewal probability} out of 1; it is open.
            ENT-SC-098 | Renewal probability          | 0.75..1    | 75    | 100          | The renewal manager gives the renewal {Renewal probability} out of 1.
            ENT-SC-099 | Contract change              | -100..-10  | 0     | 30           | ARR changed by {Contract change}% in a year: they are cutting back.
            ENT-SC-100 | Contract change              | -10..10    | 50    | 65           | The contract changed by {Contract change}% in a year, as good as flat.
            ENT-SC-101 | Contract change              | 10..40     | 70    | 95           | The contract grew by {Contract change}% in a year.
            ENT-SC-102 | Contract change              | 40..300    | 95    |              | The contract grew by {Contract change}% in a year.
            ENT-SC-103 | Login regularity             | 0..40      | 5     | 45           | Somebody logs in on only {Login regularity}% of the working days: the product comes out for occasions.
            ENT-SC-104 | Login regularity             | 40..80     | 45    | 85           | Somebody logs in on {Login regularity}% of the working days.
            ENT-SC-105 | Login regularity             | 80..100    | 85    | 100          | Somebody logs in on {Login regularity}% of the working days: it belongs to the daily routine.
            ENT-SC-106 | Feature-usage diversity      | 0..30      | 10    | 40           | Nearly all work runs through one or two features (diversity {Feature-usage diversity}%).
            ENT-SC-107 | Feature-usage diversity      | 30..65     | 40    | 80           | Work spreads over several features (diversity {Feature-usage diversity}%).
            ENT-SC-108 | Feature-usage diversity      | 65..100    | 80    | 100          | Work spreads evenly over the product (diversity {Feature-usage diversity}%).
            ENT-SC-109 | Product stickiness           | 0..15      | 10    | 40           | On a given day {Product stickiness}% of the month's users come; most only look in.
            ENT-SC-110 | Product stickiness           | 15..40     | 40    | 85           | On a given day {Product stickiness}% of the month's users come.
            ENT-SC-111 | Product stickiness           | 40..100    | 85    | 100          | On a given day {Product stickiness}% of the month's users come: a tool of daily work.
            ENT-SC-112 | Self-serve use               | 0..30      | 30    | 50           | They settle {Self-serve use}% of their questions alone and write a ticket for the rest.
            ENT-SC-113 | Self-serve use               | 30..70     | 50    | 85           | They settle {Self-serve use}% of their questions alone.
            ENT-SC-114 | Self-serve use               | 70..100    | 85    | 100          | They settle {Self-serve use}% of their questions alone: administrators who know the product.
            ENT-SC-115 | Integration depth            | 0..1       | 15    |              | No other system of theirs is connected; we are easily unplugged.
            ENT-SC-116 | Integration depth            | 1..4       | 45    | 75           | Connected systems: {Integration depth}, a start.
            ENT-SC-117 | Integration depth            | 4..100     | 90    |              | {Integration depth} of their systems are connected: leaving would be a project.
            ENT-SC-118 | Implementation milestones    | 0..50      | 5     | 40           | Of the milestones due only {Implementation milestones}% are accepted: the roll-out is behind its plan.
            ENT-SC-119 | Implementation milestones    | 50..90     | 40    | 85           | Of the milestones due {Implementation milestones}% are accepted.
            ENT-SC-120 | Implementation milestones    | 90..100    | 90    | 100          | The roll-out keeps its plan: {Implementation milestones}% of the milestones due are accepted.
            ENT-SC-121 | Ticket sentiment trend       | -1..-0.2   | 0     | 30           | The tone in tickets is souring ({Ticket sentiment trend} against the months before).
            ENT-SC-122 | Ticket sentiment trend       | -0.2..0.2  | 45    | 75           | The tone in tickets is much as it was ({Ticket sentiment trend}).
            ENT-SC-123 | Ticket sentiment trend       | 0.2..1     | 85    | 100          | The tone in tickets is warming ({Ticket sentiment trend} against the months before).
            ENT-SC-124 | Survey comment sentiment     | -1..-0.2   | 0     | 35           | What they write in surveys is bitter ({Survey comment sentiment}), whatever they tick.
            ENT-SC-125 | Survey comment sentiment     | -0.2..0.3  | 35    | 75           | What they write in surveys is mixed ({Survey comment sentiment}).
            ENT-SC-126 | Survey comment sentiment     | 0.3..1     | 75    | 100          | What they write in surveys is kind ({Survey comment sentiment}).
            ENT-SC-127 | Call tone                    | -1..-0.2   | 0     | 35           | Calls have become tense ({Call tone}).
            ENT-SC-128 | Call tone                    | -0.2..0.3  | 40    | 75           | Calls are businesslike ({Call tone}).
            ENT-SC-129 | Call tone                    | 0.3..1     | 75    | 100          | Calls are warm ({Call tone}).
            ENT-SC-130 | Social mentions              | -1..-0.2   | 0     | 30           | They complain about us in public ({Social mentions}).
            ENT-SC-131 | Social mentions              | -0.2..0.2  | 50    | 65           | In public they say neither good nor bad about us ({Social mentions}).
            ENT-SC-132 | Social mentions              | 0.2..1     | 75    | 100          | They praise us in public ({Social mentions}).
            ENT-SC-133 | Champion status              | active     | 100   |              | Our champion is active inside the account.
            ENT-SC-134 | Champion status              | quiet      | 45    |              | Our champion has not been heard of for a month.
            ENT-SC-135 | Champion status              | left       | 0     |              | Our champion has left; their successor owes us nothing.
            ENT-SC-136 | Champion status              | none       | 15    |              | We never found a champion here.
            ENT-SC-137 | Champion status              | missing    | 30    |              | Nobody has noted who our champion is.
            ENT-SC-138 | Competitive threat           | 0..3       | 100   | 80           | No serious competitor is in sight ({Competitive threat} of 10).
            ENT-SC-139 | Competitive threat           | 3..6       | 80    | 40           | A competitor is talking to them ({Competitive threat} of 10).
            ENT-SC-140 | Competitive threat           | 6..10      | 40    | 5            | A competitor is being compared with us in earnest ({Competitive threat} of 10).
            ENT-SC-141 | Reference value              | 0..30      | 30    | 50           | As a reference they are worth little so far ({Reference value} of 100).
            ENT-SC-142 | Reference value              | 30..70     | 50    | 85           | They could become a reference ({Reference value} of 100).
            ENT-SC-143 | Reference value              | 70..100    | 85    | 100          | Their word wins us others ({Reference value} of 100).
            """;

    private EnterpriseScoring() {}
}
