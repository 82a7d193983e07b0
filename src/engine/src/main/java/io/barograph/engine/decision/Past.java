package io.barograph.engine.decision;

import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.text.Names;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of an account before its as-of date: earlier scores, bands and recommendations. */
final class Past {

    private final LocalDate asOf;
    private final Map<String, List<ScoreEntry>> scores = new HashMap<>();
    private final Map<String, LocalDate> lastRunning = new HashMap<>();

    private Past(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Entries of the snapshot replace stored ones of the same subject and date; the earlier of two sent ones wins. */
    static Past of(Inquiry inquiry) {
        Past past = new Past(inquiry.snapshot().asOf());
        Set<String> seen = new HashSet<>();
        for (List<HistoryEntry> entries :
                List.of(inquiry.snapshot().history(), inquiry.prior().entries())) {
            for (HistoryEntry entry : entries) {
                if (entry.date().isBefore(past.asOf) && seen.add(entry.subject() + "@" + entry.date())) {
                    past.keep(entry);
                }
            }
        }
        past.scores
                .values()
                .forEach(
                        list -> list.sort(Comparator.comparing(ScoreEntry::date).reversed()));
        return past;
    }

    private void keep(HistoryEntry entry) {
        if (entry instanceof ScoreEntry score) {
            scores.computeIfAbsent(Names.fold(score.score()), any -> new ArrayList<>())
                    .add(score);
        } else if (entry instanceof PlaybookEntry playbook) {
            lastRunning.merge(Names.fold(playbook.playbook()), playbook.date(), Past::later);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The latest earlier entry of a score. */
    @Nullable ScoreEntry previous(String score) {
        List<ScoreEntry> entries = entries(score);
        return entries.isEmpty() ? null : entries.get(0);
    }

    @Nullable String previousBand(String score) {
        ScoreEntry previous = previous(score);
        return previous == null ? null : previous.band();
    }

    /** Days since the first of the unbroken run of latest entries with this band; 0 when the latest has another. */
    long daysInBand(String score, String band) {
        LocalDate since = asOf;
        for (ScoreEntry entry : entries(score)) {
            if (entry.band() == null || !Names.same(entry.band(), band)) {
                break;
            }
            since = entry.date();
        }
        return ChronoUnit.DAYS.between(since, asOf);
    }

    /** Change of a score over some days; null when there is no earlier value to compare with. */
    @Nullable BigDecimal change(String score, BigDecimal now, int days, boolean percent) {
        List<Change.Point> points = new ArrayList<>();
        for (ScoreEntry entry : entries(score)) {
            if (entry.value() != null) {
                points.add(new Change.Point(entry.date(), entry.value()));
            }
        }
        return Change.over(points, asOf, days, now, percent);
    }

    /** The latest earlier date at which a playbook was running. */
    @Nullable LocalDate lastRunning(String playbook) {
        return lastRunning.get(Names.fold(playbook));
    }

    private List<ScoreEntry> entries(String score) {
        return scores.getOrDefault(Names.fold(score), List.of());
    }
}
