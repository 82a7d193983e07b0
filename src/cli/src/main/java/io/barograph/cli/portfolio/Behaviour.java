package io.barograph.cli.portfolio;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator of the customer-health contract follows the factors of an account.
 *
 * @param factor what it follows; null when it is worked out in {@link Peculiar}
 * @param worst value where the factor is at {@code from} or below
 * @param best value where the factor is at {@code to} or above
 * @param smallWorst the same for small accounts
 * @param smallBest the same for small accounts
 * @param decimals of the value
 * @param noise standard deviation of a single reading, as a share of the way from worst to best
 * @param weeks between readings
 * @param unknownPercent how many accounts never have it
 * @param who has it at all
 * @param driven how much of a campaign shows in it, 0–1: clicks come easily, deep use does not
 */
record Behaviour(
        String indicator,
        @Nullable Factor factor,
        double from,
        double to,
        double worst,
        double best,
        double smallWorst,
        double smallBest,
        int decimals,
        double noise,
        int weeks,
        Feed feed,
        int unknownPercent,
        Who who,
        double driven) {

    /** Which accounts an indicator is kept for. */
    enum Who {
        ALL,
        LARGE,
        MARKET
    }

    private static final String TABLE = """
            indicator                 | factor       | from | to  | worst | best | small worst | small best | decimals | noise | weeks | feed      | unknown | who    | driven
            logins_per_week           | usage        | 0    | 1   | 2     | 58   | 1           | 62         | 1        | 0.03  | 1     | telemetry | 2       | all    | 1
            seat_utilisation          | usage        | 0    | 1   | 10    | 99   | 18          | 100        | 1        | 0.02  | 1     | telemetry | 2       | all    | 0.6
            feature_breadth           | usage        | 0    | 1   | 6     | 88   | 10          | 80         | 1        | 0.02  | 1     | telemetry | 3       | all    | 0.5
            feature_adoption_velocity | appetite     | 0    | 0.8 | 0.3   | 3.2  | 0.2         | 2.4        | 1        | 0.06  | 4     | telemetry | 8       | all    | 0.6
            cross_product_use         | usage        | 0    | 1   | 10    | 100  | 20          | 100        | 0        | 0.03  | 4     | telemetry | 8       | large  | 0
            workflow_completion       | value        | 0    | 1   | 25    | 97   | 30          | 98         | 1        | 0.03  | 4     | telemetry | 6       | all    | 0
            onboarding_completion     | -            | 0    | 1   | 0     | 100  | 0           | 100        | 0        | 0.01  | 4     | crm       | 5       | all    | 0
            time_to_first_value       | -            | 0    | 1   | 300   | 25   | 70          | 2          | 0        | 0     | 26    | crm       | 10      | all    | 0
            entitlement_usage         | usage        | 0    | 1   | 20    | 112  | 15          | 110        | 1        | 0.02  | 1     | telemetry | 5       | all    | 0.3
            feature_usage_diversity   | usage        | 0    | 1   | 10    | 92   | 10          | 85         | 0        | 0.03  | 4     | telemetry | 8       | all    | 0
            login_regularity          | usage        | 0    | 1   | 15    | 100  | 5           | 95         | 0        | 0.03  | 1     | telemetry | 4       | all    | 0.6
            self_serve_use            | value        | 0    | 1   | 15    | 92   | 20          | 95         | 0        | 0.04  | 4     | desk      | 15      | all    | 0
            integration_depth         | value        | 0    | 1   | 0     | 14   | 0           | 6          | 0        | 0.02  | 4     | telemetry | 6       | all    | 0
            product_stickiness        | usage        | 0    | 1   | 4     | 52   | 3           | 48         | 1        | 0.03  | 1     | telemetry | 5       | all    | 0.6
            implementation_milestones | -            | 0    | 1   | 0     | 100  | 0           | 100        | 0        | 0.01  | 4     | crm       | 6       | large  | 0
            limit_hits                | appetite     | 0.4  | 1   | 0     | 70   | 0           | 40         | 0        | 0.02  | 1     | telemetry | 3       | all    | 0.2
            premium_exploration       | appetite     | 0.2  | 1   | 0     | 60   | 0           | 40         | 0        | 0.03  | 1     | telemetry | 5       | all    | 0.8
            open_tickets              | support      | 0    | 0.9 | 34    | 0    | 8           | 0          | 0        | 0.05  | 1     | desk      | 1       | all    | 0
            unresolved_escalations    | support      | 0    | 0.5 | 4     | 0    | 2           | 0          | 0        | 0.03  | 1     | desk      | 1       | all    | 0
            ticket_sentiment          | support      | 0    | 1   | -0.8  | 0.9  | -0.8        | 0.9        | 2        | 0.05  | 2     | desk      | 10      | all    | 0
            ticket_sentiment_trend    | -            | 0    | 1   | -1    | 1    | -1          | 1          | 2        | 0.03  | 2     | desk      | 15      | all    | 0
            training_completion       | relationship | 0    | 1   | 5     | 96   | 0           | 80         | 0        | 0.02  | 4     | crm       | 8       | large  | 0
            community_activity        | relationship | 0.2  | 1   | 0     | 20   | 0           | 5          | 0        | 0.05  | 4     | marketing | 20      | all    | 0
            webinar_attendance        | relationship | 0    | 1   | 0     | 48   | 0           | 40         | 0        | 0.06  | 4     | marketing | 12      | all    | 1
            email_engagement          | relationship | 0    | 1   | 1     | 34   | 1           | 40         | 1        | 0.05  | 4     | marketing | 8       | all    | 1
            meeting_attendance        | relationship | 0    | 0.9 | 15    | 100  | 0           | 100        | 0        | 0.05  | 4     | crm       | 6       | large  | 0
            survey_sentiment          | value        | 0    | 1   | -0.8  | 0.9  | -0.8        | 0.9        | 2        | 0.06  | 13    | surveys   | 25      | all    | 0
            call_tone                 | relationship | 0    | 1   | -0.7  | 0.9  | -0.7        | 0.9        | 2        | 0.06  | 4     | crm       | 30      | large  | 0
            social_mentions           | value        | 0    | 1   | -0.7  | 0.8  | -0.7        | 0.8        | 2        | 0.08  | 4     | marketing | 50      | all    | 0
            sponsor_engagement        | -            | 0    | 1   | 0     | 1    | 0           | 1          | 2        | 0.03  | 4     | crm       | 5       | large  | 0
            champion_status           | -            | 0    | 1   | 0     | 1    | 0           | 1          | 2        | 0.02  | 2     | crm       | 5       | all    | 0
            champion_engagement       | champion     | 0    | 1   | 3     | 97   | 3           | 97         | 0        | 0.04  | 4     | crm       | 8       | all    | 0
            champion_response_time    | -            | 0    | 1   | 300   | 2    | 300         | 2          | 0        | 0.04  | 4     | crm       | 10      | large  | 0
            active_stakeholders       | relationship | 0    | 1   | 1     | 11   | 1           | 3          | 0        | 0.04  | 4     | crm       | 6       | large  | 0
            competitive_threat        | unrivalled   | 0    | 1   | 10    | 0    | 10          | 0          | 1        | 0.03  | 4     | crm       | 20      | all    | 0
            reference_value           | value        | 0    | 1   | 0     | 85   | 0           | 60         | 0        | 0.03  | 13    | crm       | 25      | large  | 0
            renewal_conversation      | -            | 0    | 1   | 0     | 1    | 0           | 1          | 2        | 0     | 2     | crm       | 4       | all    | 0
            nps                       | value        | 0    | 1   | -60   | 82   | -60         | 82         | 0        | 0.05  | 13    | surveys   | 15      | all    | 0
            support_csat              | support      | 0    | 1   | 1.6   | 5    | 1.6         | 5          | 1        | 0.05  | 4     | desk      | 12      | all    | 0
            goal_achievement          | value        | 0    | 1   | 5     | 98   | 5           | 98         | 0        | 0.03  | 13    | crm       | 10      | large  | 0
            return_on_investment      | value        | 0    | 1   | -40   | 260  | -40         | 260        | 0        | 0.04  | 26    | crm       | 25      | large  | 0
            value_realisation         | value        | 0    | 1   | 8     | 98   | 10          | 98         | 0        | 0.03  | 13    | crm       | 14      | all    | 0
            days_past_due             | payment      | 0    | 1   | 120   | 0    | 120         | 0          | 0        | 0     | 1     | billing   | 1       | all    | 0
            discount                  | -            | 0    | 1   | 0     | 40   | 0           | 30         | 1        | 0     | 13    | billing   | 3       | all    | 0
            renewal_probability       | -            | 0    | 1   | 0     | 1    | 0           | 1          | 2        | 0.03  | 4     | crm       | 6       | large  | 0
            contract_change           | -            | 0    | 1   | -100  | 300  | -100        | 300        | 1        | 0     | 4     | billing   | 3       | all    | 0
            active_suppliers          | -            | 0    | 1   | 0     | 1    | 0           | 1          | 0        | 0.01  | 1     | telemetry | 2       | market | 0
            supplier_activity         | supply       | 0    | 1   | 20    | 96   | 20          | 96         | 1        | 0.02  | 1     | telemetry | 3       | market | 0
            listing_growth            | -            | 0    | 1   | -60   | 60   | -60         | 60         | 1        | 0.01  | 1     | telemetry | 4       | market | 0
            supplier_retention        | supply       | 0    | 1   | 35    | 97   | 35          | 97         | 1        | 0.02  | 4     | telemetry | 6       | market | 0
            active_buyers             | -            | 0    | 1   | 0     | 1    | 0           | 1          | 0        | 0.01  | 1     | telemetry | 2       | market | 0
            buyer_activity            | demand       | 0    | 1   | 1     | 16   | 1           | 16         | 1        | 0.03  | 1     | telemetry | 3       | market | 0
            repeat_purchase_rate      | demand       | 0    | 1   | 5     | 62   | 5           | 62         | 1        | 0.02  | 4     | telemetry | 5       | market | 0
            search_to_match_rate      | demand       | 0    | 1   | 8     | 70   | 8           | 70         | 1        | 0.02  | 1     | telemetry | 4       | market | 0
            liquidity                 | supply       | 0    | 1   | 5     | 60   | 5           | 60         | 1        | 0.02  | 1     | telemetry | 4       | market | 0
            cross_side_ratio          | -            | 0    | 1   | 0     | 1    | 0           | 1          | 1        | 0.01  | 1     | telemetry | 4       | market | 0
            """;

    /** All of them, in the contract's order. */
    static final List<Behaviour> ALL =
            TABLE.lines().skip(1).map(Behaviour::parse).toList();

    private static Behaviour parse(String line) {
        String[] cells = line.strip().split("\\s*\\|\\s*");
        double[] numbers = new double[cells.length];
        for (int column : new int[] {2, 3, 4, 5, 6, 7, 8, 9, 10, 14}) {
            numbers[column] = Double.parseDouble(cells[column]);
        }
        return new Behaviour(
                cells[0],
                cells[1].equals("-") ? null : Factor.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                (int) numbers[8],
                numbers[9],
                (int) numbers[10],
                Feed.named(cells[11]),
                Integer.parseInt(cells[12]),
                Who.valueOf(cells[13].toUpperCase(Locale.ROOT)),
                numbers[14]);
    }

    boolean isOf(Profile profile) {
        return switch (who) {
            case ALL -> true;
            case LARGE -> !profile.small();
            case MARKET -> profile.marketplace();
        };
    }

    /** The value at a level, which may lie beyond 0 and 1, at a small account or another. */
    double value(double level, boolean small) {
        double position = Course.clamped((level - from) / (to - from));
        double start = small ? smallWorst : worst;
        return start + ((small ? smallBest : best) - start) * position;
    }

    /** How far a reading strays for a draw of one standard deviation, in the indicator's unit. */
    double spread(boolean small) {
        return noise * Math.abs(small ? smallBest - smallWorst : best - worst);
    }
}
