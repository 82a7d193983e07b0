package io.barograph.engine.decision;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an account before its as-of date: earlier scores, bands and recommendations. Dates are days since 1970. */
final class Past {

    private final int today;
    private final List<Series> scores;
    private final List<Series> playbooks;

    private Past(int today, List<Series> scores, List<Series> playbooks) {
        this.today = today;
        this.scores = scores;
        this.playbooks = playbooks;
    }

    /** Entries of the snapshot replace stored ones of the same subject and date; the earlier of two sent ones wins. */
    static Past of(Inquiry inquiry) {
        int today = Math.toIntExact(inquiry.snapshot().asOf().toEpochDay());
        Past past = new Past(today, new ArrayList<>(0), new ArrayList<>(0));
        past.keep(inquiry.snapshot().history());
        past.keep(inquiry.prior().entries());
        return past;
    }

    private void keep(List<HistoryEntry> entries) {
        for (HistoryEntry entry : entries) {
            if (entry instanceof ScoreEntry score) {
                int day = Math.toIntExact(score.date().toEpochDay());
                if (day < today) {
                    series(scores, score.score()).add(day, score.value(), score.band());
                }
            } else if (entry instanceof PlaybookEntry playbook) {
                int day = Math.toIntExact(playbook.date().toEpochDay());
                if (day < today) {
                    series(playbooks, playbook.playbook()).add(day, null, null);
                }
            }
        }
    }

    private static Series series(List<Series> all, String name) {
        Series known = find(all, name);
        if (known == null) {
            known = new Series(name);
            all.add(known);
        }
        return known;
    }

    private static @Nullable Series find(List<Series> all, String name) {
        for (Series series : all) {
            if (series.name().equals(name)) {
                return series;
            }
        }
        return all.isEmpty() ? null : keyed(all, Names.fold(name));
    }

    private static @Nullable Series keyed(List<Series> all, String key) {
        for (Series series : all) {
            if (series.key().equals(key)) {
                return series;
            }
        }
        return null;
    }

    /** What was known of the same past at an earlier date. */
    Past earlier(LocalDate date) {
        return new Past(Math.toIntExact(date.toEpochDay()), scores, playbooks);
    }

    /** Whether nothing is known of earlier scores. */
    boolean isEmpty() {
        return scores.isEmpty();
    }

    /** The latest earlier value of a score by its folded name; null when there is none. */
    @Nullable BigDecimal previousScore(String key) {
        Series series = keyed(scores, key);
        int at = series == null ? 0 : series.before(today);
        return series == null || at == series.size() ? null : series.value(at);
    }

    /** The date of the latest earlier entry of a score by its folded name; null when there is none. */
    @Nullable LocalDate previousDate(String key) {
        Series series = keyed(scores, key);
        int at = series == null ? 0 : series.before(today);
        return series == null || at == series.size() ? null : LocalDate.ofEpochDay(series.day(at));
    }

    /** The latest earlier band of a score by its folded name; null when there is none. */
    @Nullable String previousBand(String key) {
        Series series = keyed(scores, key);
        int at = series == null ? 0 : series.before(today);
        return series == null || at == series.size() ? null : series.band(at);
    }

    /**
     * Days since the first of the unbroken run of latest entries with this band; 0 when the latest has another.
     *
     * @param key folded name of the score
     */
    int daysInBand(String key, String band) {
        Series series = keyed(scores, key);
        int since = today;
        if (series != null) {
            for (int i = series.before(today); i < series.size(); i++) {
                String then = series.band(i);
                if (then == null || !Names.same(then, band)) {
                    break;
                }
                since = series.day(i);
            }
        }
        return today - since;
    }

    /**
     * Change of a score over some days; null when there is no earlier value to compare with.
     *
     * @param key folded name of the score
     */
    @Nullable BigDecimal change(String key, BigDecimal now, int days, boolean percent) {
        Series series = keyed(scores, key);
        Change change = new Change(days);
        if (series != null) {
            for (int i = series.before(today); i < series.size(); i++) {
                BigDecimal value = series.value(i);
                if (value != null) {
                    change.offer(today - series.day(i), value);
                }
            }
        }
        return change.to(now, percent);
    }

    /** The latest earlier date at which a playbook was running. */
    @Nullable LocalDate lastRunning(String playbook) {
        Series series = playbooks.isEmpty() ? null : find(playbooks, playbook);
        int at = series == null ? 0 : series.before(today);
        return series == null || at == series.size() ? null : LocalDate.ofEpochDay(series.day(at));
    }
}
