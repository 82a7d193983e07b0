package io.barograph.service.past;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.Screening;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.Recommendation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision adds to the known past of its account.
 *
 * @param decided scores as shown with their bands, the playbooks that run, and the attributes it was decided with
 * @param sent readings, scores and recommendations its caller sent that the store did not know, dated no later than the
 *     decision; of two with the same subject and date {@code indicators} win over {@code history}, and earlier ones over
 *     later ones
 */
public record NewEntries(List<HistoryEntry> decided, List<HistoryEntry> sent) {

    private record Key(String subject, LocalDate date) {

        static Key of(HistoryEntry entry) {
            return new Key(entry.subject(), entry.date());
        }
    }

    /** @param known of the past of its account, before it */
    public static NewEntries of(AccountSnapshot snapshot, StoredPast known, Decision decision, Contract contract) {
        return new NewEntries(decided(snapshot, decision), sent(snapshot, known, contract));
    }

    private static List<HistoryEntry> decided(AccountSnapshot snapshot, Decision decision) {
        List<HistoryEntry> entries = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>(decision.scores().keySet());
        shown.addAll(decision.bands().keySet());
        shown.forEach(score -> entries.add(new ScoreEntry(
                score,
                decision.asOf(),
                decision.scores().get(score),
                decision.bands().get(score))));
        decision.playbooks().stream()
                .filter(Recommendation::running)
                .map(playbook -> new PlaybookEntry(playbook.playbook(), decision.asOf()))
                .distinct()
                .forEach(entries::add);
        entries.add(new AttributesEntry(decision.asOf(), snapshot.attributes()));
        return entries;
    }

    private static List<HistoryEntry> sent(AccountSnapshot snapshot, StoredPast known, Contract contract) {
        Map<Key, HistoryEntry> entries = new LinkedHashMap<>();
        snapshot.indicators().forEach((name, observation) -> {
            LocalDate date = observation.observedAt() == null ? snapshot.asOf() : observation.observedAt();
            add(
                    entries,
                    screened(
                            contract,
                            new IndicatorEntry(name, date, observation.value(), observation.campaignShare())));
        });
        for (HistoryEntry entry : snapshot.history()) {
            add(entries, entry instanceof IndicatorEntry reading ? screened(contract, reading) : entry);
        }
        return entries.values().stream()
                .filter(entry -> !entry.date().isAfter(snapshot.asOf())
                        && tellsMore(entry, known.like(entry).orElse(null)))
                .toList();
    }

    private static void add(Map<Key, HistoryEntry> entries, @Nullable HistoryEntry entry) {
        if (entry != null) {
            entries.putIfAbsent(Key.of(entry), entry);
        }
    }

    /**
     * Under the contract's own name, with a value that is usable or null, since what is out of contract counts as
     * missing; null for what the contract does not know. The decision at hand tells either as an issue; later ones need
     * not repeat it.
     */
    private static @Nullable IndicatorEntry screened(Contract contract, IndicatorEntry reading) {
        Field field = contract.find(reading.indicator());
        if (field == null || !field.isIndicator()) {
            return null;
        }
        Object value = Screening.of(field, reading.value()) instanceof Screening.Usable usable ? usable.value() : null;
        return new IndicatorEntry(field.name(), reading.date(), value, reading.campaignShare());
    }

    /** A missing reading only matters where it replaces one. */
    private static boolean tellsMore(HistoryEntry entry, @Nullable HistoryEntry known) {
        boolean missing = entry instanceof IndicatorEntry reading && reading.value() == null;
        return known == null ? !missing : !known.equals(entry);
    }
}
