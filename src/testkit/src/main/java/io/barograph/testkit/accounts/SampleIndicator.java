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
 * @param smallToo whether small accounts have it at all
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
        boolean smallToo) {

    private static final String TABLE = """
            name                      | worst | best | smb worst | smb best | decimals | onset | missing | lag | small
            logins_per_week           |     2 |   58 |         1 |       62 |        1 |     1 |       3 |   6 | yes
            seat_utilisation          |    10 |   99 |        18 |      100 |        1 |     1 |       3 |   6 | yes
            feature_breadth           |     6 |   88 |        10 |       80 |        1 |     1 |       5 |   6 | yes
            feature_adoption_velocity |     0 |  3.2 |         0 |        2 |        1 |     1 |      10 |  25 | yes
            cross_product_use         |    10 |  100 |        20 |      100 |        0 |     1 |       8 |   6 | no
            workflow_completion       |    25 |   97 |        30 |       98 |        1 |     1 |       8 |   6 | yes
            onboarding_completion     |    15 |  100 |        20 |      100 |        0 |     1 |       6 |  13 | yes
            time_to_first_value       |   300 |   25 |        70 |        2 |        0 |     1 |      10 | 200 | yes
            entitlement_usage         |    20 |  118 |        15 |      115 |        1 |     1 |       6 |   6 | yes
            open_tickets              |    34 |    0 |         8 |        0 |        0 |   0.9 |       2 |   1 | yes
            unresolved_escalations    |     4 |    0 |         2 |        0 |        0 |   0.5 |       2 |   1 | yes
            ticket_sentiment          |  -0.8 |  0.9 |      -0.8 |      0.9 |        2 |     1 |      12 |  25 | yes
            training_completion       |     5 |   96 |         0 |       80 |        0 |     1 |       8 |  28 | no
            community_activity        |     0 |   16 |         0 |        4 |        0 |     1 |      25 |  28 | yes
            webinar_attendance        |     0 |   48 |         0 |       40 |        0 |     1 |      15 |  28 | yes
            email_engagement          |     1 |   34 |         1 |       40 |        1 |     1 |       8 |  20 | yes
            meeting_attendance        |    20 |  100 |         0 |      100 |        0 |     1 |      10 |  28 | no
            champion_engagement       |     4 |   96 |         5 |       95 |        0 |     1 |      12 |  28 | yes
            champion_response_time    |   320 |    2 |       320 |        2 |        0 |   0.95 |     12 |  28 | no
            active_stakeholders       |     1 |   11 |         1 |        3 |        0 |     1 |       8 |  28 | no
            nps                       |   -60 |   82 |       -60 |       82 |        0 |     1 |      22 | 150 | yes
            support_csat              |   1.8 |    5 |       1.8 |        5 |        1 |     1 |      15 |  28 | yes
            goal_achievement          |     5 |   98 |         5 |       98 |        0 |     1 |      14 |  80 | no
            return_on_investment      |   -40 |  260 |       -40 |      260 |        0 |     1 |      30 | 170 | no
            value_realisation         |     8 |   98 |        10 |       98 |        0 |     1 |      18 |  80 | yes
            days_past_due             |   120 |    0 |        60 |        0 |        0 |   0.55 |       2 |   1 | yes
            discount                  |    48 |    0 |        30 |        0 |        1 |     1 |       3 |  28 | no
            renewal_probability       |   0.1 |    1 |       0.1 |        1 |        2 |     1 |       8 |  28 | no
            contract_change           |   -45 |   42 |       -50 |       45 |        1 |     1 |       5 |  28 | yes
            """;

    /** All of them, in the contract's order; the executive sponsor is a word and drawn elsewhere. */
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
                cells[9].equals("yes"));
    }
}
