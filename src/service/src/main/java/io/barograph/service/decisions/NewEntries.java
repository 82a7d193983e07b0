package io.barograph.service.decisions;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Observation;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.decision.Recommendation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision adds to the known past of its account.
 *
 * @param decided scores as shown with their bands, and the playbooks that run
 * @param sent readings, scores and recommendations its caller sent that the store did not know, dated no later than the
 *     decision; of two with the same subject and date {@code indicators} win over {@code history}, and earlier ones over
 *     later ones
 */
record NewEntries(List<HistoryEntry> decided, List<HistoryEntry> sent) {

    private record Key(String subject, LocalDate date) {}

    static NewEntries of(AccountSnapshot snapshot, PriorState prior, Decision decision, Contract contract) {
        return new NewEntries(decided(decision), sent(snapshot, prior, contract));
    }

    private static List<HistoryEntry> decided(Decision decision) {
        List<HistoryEntry> entries = new ArrayList<>();
        decision.scores()
                .forEach((score, value) -> entries.add(new ScoreEntry(
                        score, decision.asOf(), value, decision.bands().get(score))));
        decision.playbooks().stream()
                .filter(Recommendation::running)
                .map(playbook -> new PlaybookEntry(playbook.playbook(), decision.asOf()))
                .distinct()
                .forEach(entries::add);
        return entries;
    }

    private static List<HistoryEntry> sent(AccountSnapshot snapshot, PriorState prior, Contract contract) {
        Map<Key, HistoryEntry> entries = new LinkedHashMap<>();
        snapshot.indicators().forEach((name, observation) -> {
            LocalDate date = observation.observedAt() == null ? snapshot.asOf() : observation.observedAt();
            add(entries, reading(contract, name, date, observation));
        });
        for (HistoryEntry entry : snapshot.history()) {
            add(entries, entry instanceof IndicatorEntry reading ? named(contract, reading) : entry);
        }
        Set<HistoryEntry> known = new HashSet<>(prior.entries());
        return entries.values().stream()
                .filter(entry -> !entry.date().isAfter(snapshot.asOf()) && !known.contains(entry))
                .toList();
    }

    private static void add(Map<Key, HistoryEntry> entries, @Nullable HistoryEntry entry) {
        if (entry != null) {
            entries.putIfAbsent(new Key(entry.subject(), entry.date()), entry);
        }
    }

    private static @Nullable IndicatorEntry reading(
            Contract contract, String name, LocalDate date, Observation observation) {
        return named(contract, new IndicatorEntry(name, date, observation.value(), observation.campaignShare()));
    }

    /** Under the contract's own name; null for what the contract does not know, which the decision tells as an issue. */
    private static @Nullable IndicatorEntry named(Contract contract, IndicatorEntry reading) {
        Field field = contract.find(reading.indicator());
        return field == null || !field.isIndicator()
                ? null
                : new IndicatorEntry(field.name(), reading.date(), reading.value(), reading.campaignShare());
    }
}
