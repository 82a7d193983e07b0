package io.barograph.testkit.shipped;

/** How readings of marketplace operators turn into sub-scores. */
final class MarketplaceScoring {

    static final String INDICATORS = """
            Rule ID   | Indicator                    | Smoothing half-life (days) | Max age (days) | If missing | Campaign discount % | Note                                                              | Because
            MKT-IN-01 | Active suppliers             |                            | 30             |            |                     |                                                                   |
            MKT-IN-02 | Supplier activity            |                            | 30             |            |                     |                                                                   |
            MKT-IN-03 | Listing growth               | 21                         | 30             |            | 50                  |                                                                   |
            MKT-IN-04 | Supplier retention           |                            | 90             |            |                     |                                                                   |
            MKT-IN-05 | Active buyers                | 14                         | 30             |            | 90                  | Bought visits are not yet buyers of this market.                  |
            MKT-IN-06 | Buyer activity               | 14                         | 30             |            | 90                  | As with active buyers.                                            |
            MKT-IN-07 | Repeat purchase rate         |                            | 60             |            |                     |                                                                   |
            MKT-IN-08 | Search-to-match rate         | 14                         | 30             |            |                     |                                                                   |
            MKT-IN-09 | Liquidity                    |                            | 30             |            |                     |                                                                   |
            MKT-IN-10 | Cross-side ratio             |                            | 30             |            |                     |                                                                   |
            MKT-IN-11 | Login regularity             | 14                         | 21             |            | 90                  | Habits outlast campaigns; what does not is no habit.              |
            MKT-IN-12 | Integration depth            |                            | 30             |            |                     |                                                                   |
            MKT-IN-13 | Implementation milestones    |                            | 60             |            |                     |                                                                   |
            MKT-IN-14 | Usage against entitlement    | 14                         | 30             |            | 90                  | Only use that stays after a campaign asks for a larger contract.  |
            MKT-IN-15 | Open tickets                 |                            | 7              |            |                     |                                                                   |
            MKT-IN-16 | Unresolved escalations       |                            | 7              |            |                     |                                                                   |
            MKT-IN-17 | Support satisfaction         |                            | 120            |            |                     |                                                                   |
            MKT-IN-18 | Net promoter score           |                            | 365            |            |                     |                                                                   |
            MKT-IN-19 | Executive sponsor engagement |                            | 180            | 30         |                     |                                                                   | Nobody has recorded whether the operator's sponsor is with us.
            MKT-IN-20 | Competitive threat           |                            | 90             |            |                     |                                                                   |
            MKT-IN-21 | Reference value              |                            | 365            | 40         |                     |                                                                   | Nobody has asked what the marketplace could be worth as a reference.
            MKT-IN-22 | Days past due                |                            | 14             |            |                     |                                                                   |
            MKT-IN-23 | Renewal probability          |                            | 45             |            |                     |                                                                   |
            MKT-IN-24 | Contract change              |                            | 60             |            |                     |                                                                   |
            MKT-IN-25 | Limit hits                   | 14                         | 30             |            | 90                  | Limits met in a campaign week are not outgrown.                   |
            MKT-IN-26 | Renewal conversation         |                            | 60             |            |                     |                                                                   |
            MKT-IN-27 | Champion status              |                            | 60             |            |                     | Not scored: the sides carry the score, people carry the contract. |
            """;

    static final String SCORING = """
            Rule ID    | Indicator                    | Value             | Score | Score at end | Because
            MKT-SC-001 | Active suppliers             | 0..50             | 5     | 35           | Only {Active suppliers} suppliers are active; a buyer sees the end of the shelf.
            MKT-SC-002 | Active suppliers             | 50..500           | 35    | 75           | {Active suppliers} suppliers are active: enough for a niche.
            MKT-SC-003 | Active suppliers             | 500..5000         | 75    | 95           | {Active suppliers} suppliers are active: buyers find a choice.
            MKT-SC-004 | Active suppliers             | 5000..1000000     | 100   |              | {Active suppliers} suppliers are active: the supply side carries itself.
            MKT-SC-005 | Supplier activity            | 0..30             | 5     | 40           | Only {Supplier activity}% of the listed suppliers did anything this month; the shelves gather dust.
            MKT-SC-006 | Supplier activity            | 30..70            | 40    | 85           | {Supplier activity}% of the listed suppliers were busy this month.
            MKT-SC-007 | Supplier activity            | 70..100           | 85    | 100          | {Supplier activity}% of the listed suppliers were busy this month.
            MKT-SC-008 | Listing growth               | -100..-5          | 0     | 30           | Listings changed by {Listing growth}% in a month: suppliers are clearing out.
            MKT-SC-009 | Listing growth               | -5..5             | 45    | 70           | Listings changed by {Listing growth}% in a month, as good as flat.
            MKT-SC-010 | Listing growth               | 5..1000           | 90    |              | Listings grew by {Listing growth}% in a month.
            MKT-SC-011 | Supplier retention           | 0..50             | 0     | 35           | Only {Supplier retention}% of last year's suppliers are still here; they came, tried and left.
            MKT-SC-012 | Supplier retention           | 50..80            | 35    | 80           | {Supplier retention}% of last year's suppliers are still here.
            MKT-SC-013 | Supplier retention           | 80..100           | 80    | 100          | {Supplier retention}% of last year's suppliers are still here: selling pays for them.
            MKT-SC-014 | Active buyers                | 0..500            | 5     | 35           | Only {Active buyers} buyers are active; suppliers wait for custom.
            MKT-SC-015 | Active buyers                | 500..10000        | 35    | 75           | {Active buyers} buyers are active.
            MKT-SC-016 | Active buyers                | 10000..100000     | 75    | 95           | {Active buyers} buyers are active: suppliers come for them.
            MKT-SC-017 | Active buyers                | 100000..100000000 | 100   |              | {Active buyers} buyers are active: the demand side carries itself.
            MKT-SC-018 | Buyer activity               | 0..2              | 10    | 40           | Active buyers visit {Buyer activity} times a month; there is little to come back for.
            MKT-SC-019 | Buyer activity               | 2..8              | 40    | 85           | Active buyers visit {Buyer activity} times a month.
            MKT-SC-020 | Buyer activity               | 8..1000           | 95    |              | Active buyers visit {Buyer activity} times a month: it is where they look first.
            MKT-SC-021 | Repeat purchase rate         | 0..15             | 5     | 40           | Only {Repeat purchase rate}% of the buyers bought twice; each order is won anew.
            MKT-SC-022 | Repeat purchase rate         | 15..40            | 40    | 85           | {Repeat purchase rate}% of the buyers bought more than once.
            MKT-SC-023 | Repeat purchase rate         | 40..100           | 85    | 100          | {Repeat purchase rate}% of the buyers bought more than once: a habit.
            MKT-SC-024 | Search-to-match rate         | 0..10             | 0     | 35           | Of a hundred searches {Search-to-match rate} find a match; the two sides miss each other.
            MKT-SC-025 | Search-to-match rate         | 10..35            | 35    | 85           | Of a hundred searches {Search-to-match rate} find a match.
            MKT-SC-026 | Search-to-match rate         | 35..100           | 85    | 100          | Of a hundred searches {Search-to-match rate} find a match: whoever looks, finds.
            MKT-SC-027 | Liquidity                    | 0..15             | 0     | 35           | Only {Liquidity}% of the listings sell within a month; suppliers will not wait for the second.
            MKT-SC-028 | Liquidity                    | 15..45            | 35    | 80           | {Liquidity}% of the listings sell within a month.
            MKT-SC-029 | Liquidity                    | 45..100           | 80    | 100          | {Liquidity}% of the listings sell within a month: the market clears.
            MKT-SC-030 | Cross-side ratio             | 0..5              | 10    | 40           | {Cross-side ratio} buyers for each supplier are too few; suppliers will leave first.
            MKT-SC-031 | Cross-side ratio             | 5..15             | 40    | 95           | {Cross-side ratio} buyers for each supplier: the sides are finding their balance.
            MKT-SC-032 | Cross-side ratio             | 15..60            | 100   |              | {Cross-side ratio} buyers for each supplier: the sides are in balance.
            MKT-SC-033 | Cross-side ratio             | 60..200           | 85    | 40           | {Cross-side ratio} buyers for each supplier: buyers begin to find empty shelves.
            MKT-SC-034 | Cross-side ratio             | 200..10000        | 25    |              | {Cross-side ratio} buyers for each supplier: far more demand than supply.
            MKT-SC-035 | Login regularity             | 0..50             | 5     | 50           | The operator's team logs in on {Login regularity}% of the working days; nobody minds the shop.
            MKT-SC-036 | Login regularity             | 50..100           | 50    | 100          | The operator's team logs in on {Login regularity}% of the working days.
            MKT-SC-037 | Integration depth            | 0..2              | 15    | 40           | Connected systems: {Integration depth}; payments, shipping or search live elsewhere.
            MKT-SC-038 | Integration depth            | 2..5              | 50    | 80           | Connected systems: {Integration depth}.
            MKT-SC-039 | Integration depth            | 5..100            | 95    |              | {Integration depth} systems are connected: payments, shipping and search run through us.
            MKT-SC-040 | Implementation milestones    | 0..60             | 5     | 50           | Of the launch milestones due {Implementation milestones}% are accepted.
            MKT-SC-041 | Implementation milestones    | 60..100           | 50    | 100          | Of the launch milestones due {Implementation milestones}% are accepted.
            MKT-SC-042 | Usage against entitlement    | 0..40             | 20    | 45           | Volume is {Usage against entitlement}% of what the contract includes; they planned a larger market.
            MKT-SC-043 | Usage against entitlement    | 40..90            | 45    | 85           | Volume is {Usage against entitlement}% of what the contract includes.
            MKT-SC-044 | Usage against entitlement    | 90..300           | 95    |              | Volume is {Usage against entitlement}% of what the contract includes: the next tier is due.
            MKT-SC-045 | Open tickets                 | 0..5              | 100   | 80           | Open tickets: {Open tickets}.
            MKT-SC-046 | Open tickets                 | 5..15             | 80    | 40           | {Open tickets} open tickets; each one stands for suppliers and buyers who wait.
            MKT-SC-047 | Open tickets                 | 15..1000          | 10    |              | {Open tickets} open tickets: the operator is answering for us in public.
            MKT-SC-048 | Unresolved escalations       | 0..1              | 100   |              | No escalation is open.
            MKT-SC-049 | Unresolved escalations       | 1..2              | 35    |              | An escalation is open while orders are running.
            MKT-SC-050 | Unresolved escalations       | 2..100            | 5     |              | {Unresolved escalations} escalations are open; the operator's board knows our name.
            MKT-SC-051 | Support satisfaction         | 1..3              | 0     | 35           | Tickets are rated {Support satisfaction} of 5.
            MKT-SC-052 | Support satisfaction         | 3..5              | 35    | 100          | Tickets are rated {Support satisfaction} of 5.
            MKT-SC-053 | Net promoter score           | -100..0           | 0     | 35           | The operator's people advise against us (NPS {Net promoter score}).
            MKT-SC-054 | Net promoter score           | 0..50             | 35    | 80           | NPS of {Net promoter score}.
            MKT-SC-055 | Net promoter score           | 50..100           | 80    | 100          | NPS of {Net promoter score}: they recommend us to other operators.
            MKT-SC-056 | Executive sponsor engagement | engaged           | 100   |              | The operator's sponsor spoke with us in the last quarter.
            MKT-SC-057 | Executive sponsor engagement | occasional        | 70    |              | The operator's sponsor is heard from now and then.
            MKT-SC-058 | Executive sponsor engagement | silent            | 30    |              | The operator's sponsor has been silent for half a year.
            MKT-SC-059 | Executive sponsor engagement | vacant            | 10    |              | Nobody at the operator owns the platform decision.
            MKT-SC-060 | Competitive threat           | 0..3              | 100   | 80           | No other platform is courting them seriously ({Competitive threat} of 10).
            MKT-SC-061 | Competitive threat           | 3..10             | 75    | 0            | Another platform is courting them ({Competitive threat} of 10).
            MKT-SC-062 | Reference value              | 0..50             | 30    | 65           | As a reference they are worth {Reference value} of 100.
            MKT-SC-063 | Reference value              | 50..100           | 65    | 100          | As a reference they are worth {Reference value} of 100: other operators listen to them.
            MKT-SC-064 | Days past due                | 0..1              | 100   |              | Every invoice is paid.
            MKT-SC-065 | Days past due                | 1..30             | 75    | 40           | Days past due: {Days past due}; a market that pays late often earns little.
            MKT-SC-066 | Days past due                | 30..365           | 5     |              | The oldest invoice is {Days past due} days late: the market does not carry its platform.
            MKT-SC-067 | Renewal probability          | 0..0.5            | 0     | 40           | The renewal forecast is {Renewal probability} out of 1.
            MKT-SC-068 | Renewal probability          | 0.5..1            | 40    | 100          | The renewal forecast is {Renewal probability} out of 1.
            MKT-SC-069 | Contract change              | -100..-5          | 0     | 30           | ARR changed by {Contract change}% in a year: they are scaling back.
            MKT-SC-070 | Contract change              | -5..15            | 50    | 75           | The contract changed by {Contract change}% in a year.
            MKT-SC-071 | Contract change              | 15..300           | 95    |              | The contract grew by {Contract change}% in a year, with the market.
            """;

    private MarketplaceScoring() {}
}
