package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Picks, from entries offered newest first, those that are a part of an account's prior state. */
final class Newest {

    private static final Comparator<HistoryEntry> OLDEST_FIRST =
            Comparator.comparing(HistoryEntry::date).thenComparing(HistoryEntry::subject);

    private record Key(String subject, LocalDate date) {}

    private final LocalDate from;
    private final LocalDate to;
    private final int limit;
    private final Set<Key> seen = new HashSet<>();
    private final List<HistoryEntry> entries = new ArrayList<>();
    private final Map<LocalDate, Supplier<Optional<HistoryEntry>>> attributes = new HashMap<>();

    Newest(LocalDate from, LocalDate to, int limit) {
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    LocalDate from() {
        return from;
    }

    /** Of several entries with the same subject and date the first one offered counts. */
    void offer(HistoryEntry entry) {
        boolean inRange = !entry.date().isBefore(from) && !entry.date().isAfter(to);
        if (inRange && entries.size() < limit && seen.add(new Key(entry.subject(), entry.date()))) {
            entries.add(entry);
        }
    }

    /** @param read what a decision of that day was decided with; asked for when that was the previous decision */
    void offerAttributes(LocalDate date, Supplier<Optional<HistoryEntry>> read) {
        attributes.putIfAbsent(date, read);
    }

    /** Nothing older changes what is picked. */
    boolean isComplete() {
        return entries.size() >= limit && entries.stream().anyMatch(this::isPreviousOverall);
    }

    /**
     * With the attributes of the previous decision; nobody asks for those of others.
     *
     * @param sent entries that the snapshot brings along
     */
    PriorState priorState(List<HistoryEntry> sent) {
        Stream<HistoryEntry> previous = Stream.concat(entries.stream(), sent.stream())
                .filter(this::isPreviousOverall)
                .map(HistoryEntry::date)
                .max(Comparator.naturalOrder())
                .map(attributes::get)
                .flatMap(Supplier::get)
                .stream();
        return new PriorState(
                Stream.concat(entries.stream(), previous).sorted(OLDEST_FIRST).toList());
    }

    private boolean isPreviousOverall(HistoryEntry entry) {
        return entry instanceof ScoreEntry score
                && score.date().isBefore(to)
                && Names.same(score.score(), Decision.OVERALL);
    }
}
