package io.barograph.cli.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of one account, week by week: what it pays, when it renews, whether it stays. Chance decides, with odds that
 * depend on the account's {@link Course} alone, never on anybody's score.
 */
final class Ledger {

    private static final int WEEKS_BETWEEN_OFFERS = 13;
    private static final int WEEKS_OF_TALKS = 8;
    private static final double MONTHS_A_YEAR = 12;

    private final Profile profile;
    private final Course course;
    private final List<LocalDate> days;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final int[] arr;
    private final boolean[] opportunity;
    private final int start;
    private @Nullable LocalDate left;
    private int lastWeek;
    private boolean gaveNotice;

    /** @param start first week in which it is a customer */
    Ledger(Chance chance, Profile profile, Course course, List<LocalDate> days, int start) {
        this.profile = profile;
        this.course = course;
        this.days = days;
        this.start = start;
        this.arr = new int[days.size()];
        this.opportunity = new boolean[days.size()];
        this.lastWeek = days.size() - 1;
        run(chance);
    }

    private void run(Chance chance) {
        int now = profile.arr();
        gaveNotice = chance.happens(0.6);
        Chance offers = chance.of("offers");
        for (int week = start; week < days.size(); week++) {
            arr[week] = now;
            LocalDate renewal = renewalIn(week);
            if (renewal != null && chance.happens(churn(week))) {
                leave(renewal, now, week);
                return;
            }
            if (renewal != null && renewal.equals(termIn(week))) {
                int after = renewedAt(now, chance, week);
                outcomes.add(new Outcome(Outcome.Kind.RENEWED, renewal, now, after));
                now = after;
            }
            if ((week - start) % WEEKS_BETWEEN_OFFERS == WEEKS_BETWEEN_OFFERS - 1) {
                now = offered(now, offers, week);
            }
            arr[week] = now;
        }
    }

    private void leave(LocalDate day, int now, int week) {
        left = day;
        lastWeek = week - 1;
        outcomes.add(new Outcome(Outcome.Kind.CHURNED, day, now, 0));
    }

    /** The day in the week up to this one on which the customer may leave, if there is one. */
    private @Nullable LocalDate renewalIn(int week) {
        return profile.contract().equals("monthly") ? anniversaryIn(week, 1) : termIn(week);
    }

    private @Nullable LocalDate termIn(int week) {
        return anniversaryIn(week, profile.termMonths());
    }

    private @Nullable LocalDate anniversaryIn(int week, int months) {
        LocalDate next = nextAnniversary(days.get(week).minusWeeks(1), months);
        return next.isAfter(days.get(week)) || week == start ? null : next;
    }

    /** The first end of a term after a day. */
    private LocalDate nextAnniversary(LocalDate day, int months) {
        int terms = 1;
        LocalDate next = profile.since().plusMonths(months);
        while (!next.isAfter(day)) {
            terms++;
            next = profile.since().plusMonths((long) months * terms);
        }
        return next;
    }

    /**
     * The probability to leave at the next chance: logistic in the true health, worse with a champion gone, bills unpaid, a
     * competitor at the door.
     */
    double churn(int week) {
        double base = profile.small() ? -2.6 : -3.4;
        double odds = base
                + 10.0 * Math.max(0, 0.62 - course.health(week))
                + 1.2 * Math.max(0, 0.5 - course.level(Factor.CHAMPION, week))
                + 1.6 * (1 - course.level(Factor.PAYMENT, week))
                + 1.8 * (1 - course.level(Factor.UNRIVALLED, week));
        double yearly = 1 / (1 + StrictMath.exp(-odds));
        return profile.contract().equals("monthly") ? 1 - StrictMath.pow(1 - yearly, 1 / MONTHS_A_YEAR) : yearly;
    }

    /** Healthy customers take the price rise or a bit more, unhappy ones cut the contract to what they use. */
    private int renewedAt(int now, Chance chance, int week) {
        double health = course.health(week);
        double change = health > 0.72 ? chance.between(0, 0.08) : health < 0.5 ? chance.between(-0.3, 0) : 0;
        return hundreds(now * (1 + change));
    }

    private int offered(int now, Chance offers, int week) {
        double wants = 0.01 + 0.9 * Math.max(0, course.level(Factor.APPETITE, week) - 0.35);
        boolean talks = offers.happens(Math.min(0.9, 2 * wants));
        boolean buys = offers.happens(course.health(week) > 0.5 ? 0.5 : 0.1);
        double more = offers.between(0.08, 0.35);
        for (int before = Math.max(start, week - WEEKS_OF_TALKS); talks && before <= week; before++) {
            opportunity[before] = true;
        }
        if (!talks || !buys) {
            return now;
        }
        int after = hundreds(now * (1 + more));
        outcomes.add(new Outcome(Outcome.Kind.EXPANDED, days.get(week), now, after));
        return after;
    }

    private static int hundreds(double amount) {
        return (int) Math.round(amount / 100) * 100;
    }

    /** In the order of their days. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** The last week in which it is a customer; before {@link #start} never. */
    int lastWeek() {
        return lastWeek;
    }

    int arr(int week) {
        return arr[week];
    }

    /** The day the running contract renews or ends. */
    LocalDate renewal(int week) {
        return nextAnniversary(days.get(week), profile.termMonths());
    }

    boolean opportunity(int week) {
        return opportunity[week];
    }

    /** Whether the customer bought more within so many weeks. */
    boolean boughtWithin(int weeks, int week) {
        return arr[week] > arr[Math.max(start, week - weeks)];
    }

    /** Change of what it pays over twelve months, in percent. */
    double contractChange(int week) {
        int before = arr[Math.max(start, week - 52)];
        return (arr[week] - before) * 100.0 / before;
    }

    /** Whether it has told us that it will leave: most do two months ahead, if they are bound for longer than a month. */
    boolean noticeGiven(int week) {
        return left != null
                && gaveNotice
                && !profile.contract().equals("monthly")
                && !days.get(week).isBefore(left.minusDays(60));
    }
}
