package io.barograph.service.decisions;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.PriorState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        boolean inRange = !entry.date().isBefore(from) && !entry.date().isAfter(to);
        if (inRange && entries.size() < limit && seen.add(new Key(entry.subject(), entry.date()))) {
            entries.add(entry);
        }
    }

    PriorState priorState() {
        return new PriorState(entries.stream().sorted(OLDEST_FIRST).toList());
    }
}
