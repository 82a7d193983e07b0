package io.barograph.service.decisions;

import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
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
import java.util.Set;
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
    private final Map<LocalDate, AttributesEntry> attributes = new HashMap<>();

    Newest(LocalDate from, LocalDate to, int limit) {
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** Of several entries with the same subject and date the first one offered counts. */
    void offer(HistoryEntry entry) {
        if (entry instanceof AttributesEntry known) {
            attributes.putIfAbsent(known.date(), known);
            return;
        }
        boolean inRange = !entry.date().isBefore(from) && !entry.date().isAfter(to);
        if (inRange && entries.size() < limit && seen.add(new Key(entry.subject(), entry.date()))) {
            entries.add(entry);
        }
    }

    /**
     * With the attributes of the previous decision; nobody asks for those of others.
     *
     * @param sent entries that the snapshot brings along
     */
    PriorState priorState(List<HistoryEntry> sent) {
        Stream<AttributesEntry> previous = Stream.concat(entries.stream(), sent.stream())
                .filter(entry -> entry instanceof ScoreEntry score
                        && Names.same(score.score(), Decision.OVERALL)
                        && score.date().isBefore(to))
                .map(HistoryEntry::date)
                .max(Comparator.naturalOrder())
                .map(attributes::get)
                .stream();
        return new PriorState(
                Stream.concat(entries.stream(), previous).sorted(OLDEST_FIRST).toList());
    }
}
