package io.barograph.testkit.reference;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Earlier decisions: scores with bands, recommendations, the attributes they saw.
 *
 * @param entries those that win over others of their date and subject first
 */
record Past(List<HistoryEntry> entries) {

    Past {
        entries = List.copyOf(entries);
    }

    private <E extends HistoryEntry> Stream<E> entries(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Entries of a score dated before a day, newest first, one a date. */
    List<ScoreEntry> scores(String score, LocalDate before) {
        List<ScoreEntry> newestFirst = entries(ScoreEntry.class)
                .filter(entry ->
                        Words.same(entry.score(), score) && entry.date().isBefore(before))
                .sorted(Comparator.comparing(ScoreEntry::date).reversed())
                .toList();
        List<ScoreEntry> oneADate = new ArrayList<>();
        for (ScoreEntry entry : newestFirst) {
            if (oneADate.isEmpty() || !oneADate.get(oneADate.size() - 1).date().equals(entry.date())) {
                oneADate.add(entry);
            }
        }
        return oneADate;
    }

    /** The latest entry of a score dated before a day. */
    @Nullable ScoreEntry latest(String score, LocalDate before) {
        List<ScoreEntry> earlier = scores(score, before);
        return earlier.isEmpty() ? null : earlier.get(0);
    }

    /** When the playbook was last running, before a day. */
    @Nullable LocalDate lastRunning(String playbook, LocalDate before) {
        return entries(PlaybookEntry.class)
                .filter(ran -> Words.same(ran.playbook(), playbook))
                .map(PlaybookEntry::date)
                .filter(date -> date.isBefore(before))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The attributes a decision of that day saw. */
    @Nullable AttributesEntry attributes(LocalDate day) {
        return entries(AttributesEntry.class)
                .filter(entry -> entry.date().equals(day))
                .findFirst()
                .orElse(null);
    }
}
