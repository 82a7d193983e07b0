package io.barograph.cli.portfolio;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Readings that follow from more than one factor, from the contract, or are words. */
final class Peculiar {

    private static final int DAYS_OF_TALKS = 120;
    private static final int DAYS_TALKED = 75;
    private static final int WEEKS_FORECASTS_LAG = 6;

    private final Life life;
    private final Profile profile;
    private final double pace;
    private final double thoroughness;
    private final double discount;
    private final double suppliers;
    private final double buyers;

    Peculiar(Chance chance, Life life) {
        this.life = life;
        this.profile = life.profile();
        this.pace = chance.between(5.0, 14.0);
        this.thoroughness = chance.between(-0.1, 0.25);
        this.discount = chance.between(0.0, profile.small() ? 20.0 : 35.0);
        this.suppliers = StrictMath.pow(10, chance.between(1.3, 3.5));
        this.buyers = suppliers * chance.between(8.0, 40.0);
    }

    /**
     * A number as a double, or a word; empty when there is nothing to read yet.
     *
     * @param stray how far this reading strays, as a level
     */
    Optional<Object> read(Behaviour behaviour, int week, double stray) {
        return switch (behaviour.indicator()) {
            case "onboarding_completion", "implementation_milestones" ->
                Optional.of(100 * progress(week) + 100 * stray);
            case "time_to_first_value" -> firstValue(behaviour, week);
            case "ticket_sentiment_trend" -> Optional.of(1.5 * souring(week) + 2 * stray);
            case "sponsor_engagement" -> Optional.of(sponsor(life.level(Factor.RELATIONSHIP, week) + stray));
            case "champion_status" -> Optional.of(champion(week, stray));
            case "champion_response_time" -> Optional.of(responseTime(behaviour, week, stray));
            case "renewal_conversation" -> Optional.of(conversation(week));
            case "discount" -> Optional.of(discount);
            case "renewal_probability" -> Optional.of(0.98 - life.ledger().churn(week - WEEKS_FORECASTS_LAG) + stray);
            case "contract_change" -> Optional.of(life.ledger().contractChange(week));
            case "active_suppliers" -> Optional.of(suppliers(week) * (1 + stray));
            case "active_buyers" -> Optional.of(buyers(week) * (1 + stray));
            case "cross_side_ratio" -> Optional.of(buyers(week) / suppliers(week) * (1 + stray));
            case "listing_growth" -> Optional.of(50 * (suppliers(week) / suppliers(week - 4) - 1) + 1.5 + 100 * stray);
            default -> throw new IllegalStateException("nothing tells how " + behaviour.indicator() + " behaves");
        };
    }

    private double progress(int week) {
        double age = ChronoUnit.DAYS.between(profile.since(), life.day(week)) / 7.0;
        double goal = Math.min(1, life.level(Factor.VALUE, life.start()) + 0.2 + thoroughness);
        return goal * (1 - StrictMath.exp(-age / pace));
    }

    private Optional<Object> firstValue(Behaviour behaviour, int week) {
        double needed = behaviour.value(life.level(Factor.VALUE, life.start()) + thoroughness, profile.small());
        boolean reached = !profile.since().plusDays((long) needed).isAfter(life.day(week));
        return reached ? Optional.of(needed) : Optional.empty();
    }

    private double souring(int week) {
        return mean(Factor.SUPPORT, week - 3, week) - mean(Factor.SUPPORT, week - 12, week - 4);
    }

    private double mean(Factor factor, int from, int to) {
        double sum = 0;
        for (int week = from; week <= to; week++) {
            sum += life.level(factor, week);
        }
        return sum / (to - from + 1);
    }

    private static String sponsor(double level) {
        if (level >= 0.58) {
            return "engaged";
        }
        return level >= 0.38 ? "occasional" : level >= 0.15 ? "silent" : "vacant";
    }

    private String champion(int week, double stray) {
        if (life.plot().story() == Story.CHAMPION_LEAVES
                && life.plot().force(week) > 0.6 * life.plot().depth()) {
            return "left";
        }
        double level = life.level(Factor.CHAMPION, week) + stray;
        return level >= 0.42 ? "active" : level >= 0.2 ? "quiet" : "none";
    }

    /** Waiting grows by factors, not by hours: who is twice as slow may be so at an hour or at a week. */
    private double responseTime(Behaviour behaviour, int week, double stray) {
        double slowness = 1 - Course.clamped(life.level(Factor.CHAMPION, week) + stray);
        return behaviour.best() * StrictMath.pow(behaviour.worst() / behaviour.best(), slowness);
    }

    /** Whether it is held is settled {@value #DAYS_TALKED} days before the renewal, by how well we know each other then. */
    private String conversation(int week) {
        long left = ChronoUnit.DAYS.between(life.day(week), life.ledger().renewal(week));
        if (left > DAYS_TALKED) {
            return left > DAYS_OF_TALKS ? "due later" : "scheduled";
        }
        int settled = week - (int) (DAYS_TALKED - left) / 7;
        return life.level(Factor.RELATIONSHIP, settled) >= 0.45 ? "held" : "missed";
    }

    private double suppliers(int week) {
        return suppliers * (0.3 + life.level(Factor.SUPPLY, week));
    }

    private double buyers(int week) {
        return buyers * (0.3 + life.level(Factor.DEMAND, week));
    }
}
