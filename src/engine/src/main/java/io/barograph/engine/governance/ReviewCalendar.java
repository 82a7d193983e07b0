package io.barograph.engine.governance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which reviews of models come when, and which were held.
 *
 * @param reviews in the order of the file
 * @param held in the order of the file
 */
public record ReviewCalendar(List<Review> reviews, List<Held> held) {

    /**
     * Something that is looked at again and again.
     *
     * @param name unique in the calendar
     * @param model it is about
     * @param owner role that answers for it
     * @param first period it is held for
     * @param dueDays days after the period's last day until which it is to be held
     * @param produces what must come of it
     */
    public record Review(
            String name,
            String model,
            String title,
            Cadence every,
            Period first,
            int dueDays,
            String owner,
            List<String> produces) {

        public Review {
            produces = List.copyOf(produces);
        }

        /** The last day on which it is in time. */
        public LocalDate due(Period period) {
            return period.lastDay().plusDays(dueDays);
        }
    }

    /**
     * A review that was held.
     *
     * @param review its name
     * @param by who led it
     * @param record file with what came of it, from the project's folder
     */
    public record Held(String review, Period period, LocalDate on, String by, String record) {}

    /** A review that was not held in time. */
    public record Overdue(Review review, Period period, LocalDate due) {}

    public ReviewCalendar {
        reviews = List.copyOf(reviews);
        held = List.copyOf(held);
    }

    /** What should have been held before a day and was not, by the day it was due, then in the order of the file. */
    public List<Overdue> overdue(LocalDate asOf) {
        List<Overdue> overdue = new ArrayList<>();
        for (Review review : reviews) {
            for (Period period = review.first(); review.due(period).isBefore(asOf); period = period.next()) {
                if (!isHeld(review, period)) {
                    overdue.add(new Overdue(review, period, review.due(period)));
                }
            }
        }
        overdue.sort(Comparator.comparing(Overdue::due));
        return List.copyOf(overdue);
    }

    /** The next period of a review that was not held yet and is not overdue. */
    public Period next(Review review, LocalDate asOf) {
        Period period = review.first();
        while (review.due(period).isBefore(asOf) || isHeld(review, period)) {
            period = period.next();
        }
        return period;
    }

    private boolean isHeld(Review review, Period period) {
        return held.stream()
                .anyMatch(one ->
                        one.review().equals(review.name()) && one.period().equals(period));
    }
}
