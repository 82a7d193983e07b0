package io.barograph.testkit.accounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How an indicator of the customer-health contract behaves in sample accounts.
 *
 * @param worst value at quality 0
 * @param best value at quality 1
 * @param smbWorst the same for small accounts
 * @param smbBest the same for small accounts
 * @param decimals of the value
 * @param onset quality below which the value leaves its best end; 1 for a straight run
 * @param missingPercent how often nothing is known
 * @param lagDays greatest age of a normal reading
 * @param heldBy which accounts have it at all: everyone, companies (all that are no marketplace), large (companies that
 *     are not small), markets, or large and markets
 */
record SampleIndicator(
        String name,
        double worst,
        double best,
        double smbWorst,
        double smbBest,
        int decimals,
        double onset,
        int missingPercent,
        int lagDays,
        String heldBy) {

    private static final String TABLE = """
            name                      | worst |  best | smb worst | smb best | decimals | onset | missing | lag | held by
            logins_per_week           |     2 |    58 |         1 |       62 |        1 |     1 |       3 |   6 | companies
            seat_utilisation          |    10 |    99 |        18 |      100 |        1 |     1 |       3 |   6 | companies
            feature_breadth           |     6 |    88 |        10 |       80 |        1 |     1 |       5 |   6 | companies
            feature_adoption_velocity |     0 |   3.2 |         0 |        2 |        1 |     1 |      10 |  25 | companies
            cross_product_use         |    10 |   100 |        20 |      100 |        0 |     1 |       8 |   6 | large
            workflow_completion       |    25 |    97 |        30 |       98 |        1 |     1 |       8 |   6 | companies
            onboarding_completion     |    15 |   100 |        20 |      100 |        0 |     1 |       6 |  13 | companies
            time_to_first_value       |   300 |    25 |        70 |        2 |        0 |     1 |      10 | 200 | companies
            entitlement_usage         |    20 |   118 |        15 |      115 |        1 |     1 |       6 |   6 | everyone
            feature_usage_diversity   |     8 |    95 |        15 |       90 |        0 |     1 |       6 |   6 | companies
            login_regularity          |    10 |   100 |         8 |      100 |        0 |     1 |       4 |   6 | everyone
            self_serve_use            |     8 |    92 |        10 |       95 |        0 |     1 |      10 |  20 | companies
            integration_depth         |     0 |     8 |         0 |        3 |        0 |     1 |       5 |   6 | everyone
            product_stickiness        |     4 |    62 |         5 |       70 |        1 |     1 |       4 |   6 | companies
            implementation_milestones |    20 |   100 |        20 |      100 |        0 |   0.8 |      10 |  13 | large and markets
            limit_hits                |     0 |    14 |         0 |        9 |        0 |     1 |       4 |   1 | everyone
            premium_exploration       |     0 |    15 |         0 |        8 |        0 |     1 |       6 |   6 | companies
            open_tickets              |    34 |     0 |         8 |        0 |        0 |   0.9 |       2 |   1 | everyone
            unresolved_escalations    |     4 |     0 |         2 |        0 |        0 |   0.5 |       2 |   1 | everyone
            ticket_sentiment          |  -0.8 |   0.9 |      -0.8 |      0.9 |        2 |     1 |      12 |  25 | companies
            ticket_sentiment_trend    |  -0.5 |  0.35 |      -0.5 |     0.35 |        2 |     1 |      15 |  25 | large
            training_completion       |     5 |    96 |         0 |       80 |        0 |     1 |       8 |  28 | large
            community_activity        |     0 |    16 |         0 |        4 |        0 |     1 |      25 |  28 | companies
            webinar_attendance        |     0 |    48 |         0 |       40 |        0 |     1 |      15 |  28 | companies
            email_engagement          |     1 |    34 |         1 |       40 |        1 |     1 |       8 |  20 | companies
            meeting_attendance        |    20 |   100 |         0 |      100 |        0 |     1 |      10 |  28 | large
            survey_sentiment          |  -0.7 |   0.8 |      -0.7 |      0.8 |        2 |     1 |      25 | 150 | companies
            call_tone                 |  -0.6 |   0.8 |      -0.6 |      0.8 |        2 |     1 |      20 |  50 | large
            social_mentions           |  -0.5 |   0.7 |      -0.5 |      0.7 |        2 |     1 |      55 |  25 | large
            champion_engagement       |     4 |    96 |         5 |       95 |        0 |     1 |      12 |  28 | companies
            champion_response_time    |   320 |     2 |       320 |        2 |        0 |  0.95 |      12 |  28 | large
            active_stakeholders       |     1 |    11 |         1 |        3 |        0 |     1 |       8 |  28 | large
            competitive_threat        |     9 |     0 |         9 |        0 |        0 |     1 |      12 |  50 | large and markets
            reference_value           |     5 |    90 |         5 |       90 |        0 |     1 |      20 | 150 | large and markets
            nps                       |   -60 |    82 |       -60 |       82 |        0 |     1 |      22 | 150 | everyone
            support_csat              |   1.8 |     5 |       1.8 |        5 |        1 |     1 |      15 |  28 | everyone
            goal_achievement          |     5 |    98 |         5 |       98 |        0 |     1 |      14 |  80 | large
            return_on_investment      |   -40 |   260 |       -40 |      260 |        0 |     1 |      30 | 170 | large
            value_realisation         |     8 |    98 |        10 |       98 |        0 |     1 |      18 |  80 | companies
            days_past_due             |   120 |     0 |        60 |        0 |        0 |  0.55 |       2 |   1 | everyone
            discount                  |    48 |     0 |        30 |        0 |        1 |     1 |       3 |  28 | large
            renewal_probability       |   0.1 |     1 |       0.1 |        1 |        2 |     1 |       8 |  28 | large and markets
            contract_change           |   -45 |    42 |       -50 |       45 |        1 |     1 |       5 |  28 | everyone
            active_suppliers          |    40 |  3000 |        40 |     3000 |        0 |     1 |       2 |   6 | markets
            supplier_activity         |    15 |    90 |        15 |       90 |        0 |     1 |       4 |   6 | markets
            listing_growth            |   -18 |    22 |       -18 |       22 |        1 |     1 |       4 |   6 | markets
            supplier_retention        |    35 |    92 |        35 |       92 |        0 |     1 |       8 |  28 | markets
            active_buyers             |   200 | 60000 |       200 |    60000 |        0 |     1 |       2 |   6 | markets
            buyer_activity            |     1 |    11 |         1 |       11 |        1 |     1 |       5 |   6 | markets
            repeat_purchase_rate      |     6 |    48 |         6 |       48 |        1 |     1 |       8 |  28 | markets
            search_to_match_rate      |     4 |    45 |         4 |       45 |        1 |     1 |       5 |   6 | markets
            liquidity                 |     5 |    58 |         5 |       58 |        1 |     1 |       5 |   6 | markets
            """;

    boolean heldBy(SampleProfile profile) {
        return switch (heldBy) {
            case "everyone" -> true;
            case "companies" -> !profile.marketplace();
            case "large" -> !profile.marketplace() && !profile.small();
            case "markets" -> profile.marketplace();
            case "large and markets" -> profile.marketplace() || !profile.small();
            default -> throw new IllegalStateException("unknown holders `" + heldBy + "`");
        };
    }

    /** All that are numbers, in the contract's order; words and ratios are drawn elsewhere. */
    static List<SampleIndicator> all() {
        return TABLE.lines().skip(1).map(SampleIndicator::parse).toList();
    }

    /** The value at a quality from 0 to 1. */
    BigDecimal value(double quality, boolean small) {
        double from = small ? smbWorst : worst;
        double to = small ? smbBest : best;
        double position = Math.min(1, quality / onset);
        return BigDecimal.valueOf(from + (to - from) * position).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static SampleIndicator parse(String line) {
        String[] cells = line.strip().split("\\s*\\|\\s*");
        return new SampleIndicator(
                cells[0],
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Integer.parseInt(cells[5]),
                Double.parseDouble(cells[6]),
                Integer.parseInt(cells[7]),
                Integer.parseInt(cells[8]),
                cells[9]);
    }
}
