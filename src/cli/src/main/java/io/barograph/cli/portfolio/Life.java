package io.barograph.cli.portfolio;

import java.time.LocalDate;
import java.util.List;

/**
 * What happens to one account, beneath its readings.
 *
 * @param days the day of each week of the portfolio
 * @param start the first week in which it is a customer
 */
record Life(Profile profile, Plot plot, Course course, Ledger ledger, List<LocalDate> days, int start) {

    /** @param eventful false to leave its story out: what would have become of it otherwise */
    static Life draw(Chance chance, Plan plan, int number, boolean eventful) {
        Profile profile = Profile.draw(chance.of("profile"), plan, number);
        List<LocalDate> days = plan.days();
        int start = 0;
        while (days.get(start).isBefore(profile.since())) {
            start++;
        }
        Plot drawn = Plot.draw(chance.of("story"), start, plan.lastWeek());
        Plot plot = eventful ? drawn : Plot.STEADY;
        Course course = new Course(chance.of("course"), profile, plot, days);
        Ledger ledger = new Ledger(chance.of("contracts"), profile, course, days, start);
        boolean neverBegan = drawn.onset() > ledger.lastWeek();
        return neverBegan && eventful
                ? draw(chance, plan, number, false)
                : new Life(profile, plot, course, ledger, days, start);
    }

    LocalDate day(int week) {
        return days.get(week);
    }

    LocalDate lastDay() {
        return days.get(days.size() - 1);
    }

    double level(Factor factor, int week) {
        return course.level(factor, week);
    }
}
