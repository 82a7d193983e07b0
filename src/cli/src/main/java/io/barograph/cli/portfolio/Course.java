package io.barograph.cli.portfolio;

import java.time.LocalDate;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the factors of one account move, week by week: where it stands, how it wanders, the year's rhythm, its story. */
final class Course {

    /** How far a week remembers the one before, and the standard deviation of what factors wander in the long run. */
    private static final double MEMORY = 0.93;

    private static final double WANDER = 0.035;

    /** Use in a campaign, at its height and depth 1, above what it would be without. */
    private static final double CAMPAIGN = 0.45;

    private final Map<Factor, double[]> levels = new EnumMap<>(Factor.class);
    private final double[] campaign;

    /** @param days the day of each week */
    Course(Chance chance, Profile profile, Plot plot, List<LocalDate> days) {
        campaign = new double[days.size()];
        double quality = chance.of("quality").between(0.50, 0.90);
        for (Factor factor : Factor.values()) {
            double[] level = new double[days.size()];
            Chance own = chance.of(factor.name());
            double base = base(factor, quality, own);
            double wander = factor == Factor.PAYMENT ? 0 : WANDER;
            double wandered = own.around(wander);
            for (int week = 0; week < days.size(); week++) {
                wandered = MEMORY * wandered + own.around(wander * Math.sqrt(1 - MEMORY * MEMORY));
                level[week] = base + wandered + rhythm(factor, profile, days.get(week)) + told(factor, plot, week);
            }
            levels.put(factor, level);
        }
        if (plot.story() == Story.CAMPAIGN_SPIKE) {
            for (int week = 0; week < days.size(); week++) {
                campaign[week] = CAMPAIGN * plot.force(week);
            }
        }
        lateInvoices(chance.of("invoices"));
    }

    private static double base(Factor factor, double quality, Chance chance) {
        return switch (factor) {
            case PAYMENT -> 1;
            case UNRIVALLED -> chance.between(0.75, 1.0);
            case APPETITE -> chance.between(0.05, 0.40);
            default -> clamped(quality + chance.around(0.09));
        };
    }

    /** Holidays of the region's summer and the turn of the year empty offices; quarters end busily. */
    private static double rhythm(Factor factor, Profile profile, LocalDate day) {
        if (factor != Factor.USAGE && factor != Factor.DEMAND) {
            return 0;
        }
        int dayOfYear = day.getDayOfYear();
        if (dayOfYear > 356 || dayOfYear < 8) {
            return -0.08;
        }
        if (profile.region().equals("EMEA") && day.getMonth() == Month.AUGUST) {
            return -0.05;
        }
        boolean quarterEnds = day.getMonthValue() % 3 == 0 && day.getDayOfMonth() > 20;
        return quarterEnds ? 0.02 : 0;
    }

    private static double told(Factor factor, Plot plot, int week) {
        double told = 0;
        for (Tale.Effect effect : Tale.of(plot.story()).effects()) {
            if (effect.factor() == factor) {
                told += effect.change() * plot.force(week - effect.delay());
            }
        }
        return told;
    }

    /** Even who pays forgets an invoice now and then: up to three weeks, some in ten quarters. */
    private void lateInvoices(Chance chance) {
        double[] payment = levels(Factor.PAYMENT);
        for (int quarter = 0; quarter < payment.length; quarter += 13) {
            boolean late = chance.happens(0.12);
            int due = quarter + chance.between(0, 12);
            int weeks = chance.between(1, 3);
            for (int week = due; late && week < Math.min(due + weeks, payment.length); week++) {
                payment[week] -= (week - due + 1) * 7.0 / Factor.WORST_DAYS_PAST_DUE;
            }
        }
    }

    private double[] levels(Factor factor) {
        double[] level = levels.get(factor);
        if (level == null) {
            throw new IllegalStateException("no level for " + factor);
        }
        return level;
    }

    static double clamped(double level) {
        return Math.max(0, Math.min(1, level));
    }

    /** Where a factor stands, 0–1; before the first week as in the first. */
    double level(Factor factor, int week) {
        return clamped(levels(factor)[Math.max(0, week)]);
    }

    /** How much of use (and of what campaigns drive) a campaign adds in this week; 0 without one. */
    double campaign(int week) {
        return campaign[Math.max(0, week)];
    }

    /** How well the account really is, 0–1: what decides whether it stays. */
    double health(int week) {
        return 0.35 * level(Factor.USAGE, week)
                + 0.20 * level(Factor.RELATIONSHIP, week)
                + 0.10 * level(Factor.CHAMPION, week)
                + 0.10 * level(Factor.SUPPORT, week)
                + 0.25 * level(Factor.VALUE, week);
    }
}
