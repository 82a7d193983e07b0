package io.barograph.testkit.differential;

import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.KnownPast;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.text.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A list of entries as a past: of two of the same subject and date the earlier in the list counts. */
final class ListedPast implements KnownPast {

    private record Listed(List<HistoryEntry> entries) implements Track {

        @Override
        public String name() {
            HistoryEntry entry = entries.get(0);
            return entry instanceof IndicatorEntry reading
                    ? reading.indicator()
                    : entry instanceof ScoreEntry score
                            ? score.score()
                            : entry instanceof PlaybookEntry playbook ? playbook.playbook() : "";
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public int day(int i) {
            return (int) entries.get(i).date().toEpochDay();
        }

        @Override
        public int endOfRun(int i) {
            String band = band(i);
            int end = i;
            while (band != null && end < entries.size() && Names.same(String.valueOf(band(end)), band)) {
                end++;
            }
            return end;
        }

        private @Nullable String band(int i) {
            return ((ScoreEntry) entries.get(i)).band();
        }

        @Override
        public Optional<HistoryEntry> entry(int i) {
            return Optional.of(entries.get(i));
        }
    }

    private final Map<String, Map<LocalDate, HistoryEntry>> bySubject = new LinkedHashMap<>();

    ListedPast(List<HistoryEntry> entries) {
        for (HistoryEntry entry : entries) {
            bySubject
                    .computeIfAbsent(entry.subject(), subject -> new TreeMap<>(Comparator.reverseOrder()))
                    .putIfAbsent(entry.date(), entry);
        }
    }

    PriorState everything() {
        return new PriorState(bySubject.values().stream()
                .flatMap(dated -> dated.values().stream())
                .sorted(Comparator.comparing(HistoryEntry::date).thenComparing(HistoryEntry::subject))
                .toList());
    }

    private List<Track> tracks(Class<? extends HistoryEntry> kind) {
        List<Track> tracks = new ArrayList<>();
        bySubject.values().forEach(dated -> {
            List<HistoryEntry> entries = List.copyOf(dated.values());
            if (kind.isInstance(entries.get(0))) {
                tracks.add(new Listed(entries));
            }
        });
        return tracks;
    }

    @Override
    public List<Track> readings() {
        return tracks(IndicatorEntry.class);
    }

    @Override
    public List<Track> scores() {
        return tracks(ScoreEntry.class);
    }

    @Override
    public List<Track> playbooks() {
        return tracks(PlaybookEntry.class);
    }

    @Override
    public List<Track> attributes() {
        return tracks(AttributesEntry.class);
    }
}
