package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.DecisionIssue;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.PriorState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of one account, screened: attributes, observations and earlier decisions. */
final class Account {

    final LocalDate asOf;
    private final Contract contract;
    private final List<Sent> attributes = new ArrayList<>();
    private final List<Sent> observations = new ArrayList<>();
    private final List<HistoryEntry> past = new ArrayList<>();

    Account(Contract contract, AccountSnapshot snapshot, PriorState prior) {
        this.contract = contract;
        asOf = snapshot.asOf();
        snapshot.attributes().forEach((name, value) -> {
            Field field = field(name, Field.Role.ATTRIBUTE);
            attributes.add(Sent.screen(name, field, asOf, value, null, asOf));
        });
        snapshot.indicators().forEach((name, sent) -> {
            LocalDate date = sent.observedAt() == null ? asOf : sent.observedAt();
            observe(name, date, sent.value(), sent.campaignShare());
        });
        List<HistoryEntry> kept = prior.entries().stream()
                .filter(stored -> !isReplaced(stored, snapshot))
                .toList();
        snapshot.history().forEach(this::remember);
        kept.forEach(this::remember);
    }

    private void remember(HistoryEntry entry) {
        past.add(entry);
        if (entry instanceof IndicatorEntry reading) {
            observe(reading.indicator(), reading.date(), reading.value(), reading.campaignShare());
        }
    }

    private void observe(String name, LocalDate date, @Nullable Object value, @Nullable BigDecimal campaignShare) {
        Field field = field(name, Field.Role.INDICATOR);
        observations.add(Sent.screen(name, field, date, value, campaignShare, asOf));
    }

    /** A sent entry replaces a stored one of the same subject and date, usable or not. */
    private boolean isReplaced(HistoryEntry stored, AccountSnapshot snapshot) {
        boolean byIndicator = snapshot.indicators().entrySet().stream().anyMatch(sent -> {
            LocalDate date = sent.getValue().observedAt() == null
                    ? asOf
                    : sent.getValue().observedAt();
            return stored.date().equals(date)
                    && subject(stored).equals(subject(new IndicatorEntry(sent.getKey(), date, null, null)));
        });
        return byIndicator
                || snapshot.history().stream()
                        .anyMatch(sent -> sent.date().equals(stored.date())
                                && subject(sent).equals(subject(stored)));
    }

    private String subject(HistoryEntry entry) {
        if (entry instanceof IndicatorEntry reading) {
            Field field = field(reading.indicator(), Field.Role.INDICATOR);
            return "indicator " + (field == null ? reading.indicator() : field.name());
        }
        return entry instanceof ScoreEntry score
                ? "score " + Words.key(score.score())
                : "playbook " + Words.key(((PlaybookEntry) entry).playbook());
    }

    /** By name, else by label, else by the physical name, however it is written. */
    private @Nullable Field field(String sent, Field.Role role) {
        Field field = field(contract, sent);
        return field != null && field.role() == role ? field : null;
    }

    static @Nullable Field field(Contract contract, String text) {
        return contract.fields().stream()
                .filter(field -> Words.same(field.name(), text))
                .findFirst()
                .or(() -> contract.fields().stream()
                        .filter(field -> Words.same(field.label(), text))
                        .findFirst())
                .or(() -> contract.fields().stream()
                        .filter(field -> Words.same(field.physicalName(), text))
                        .findFirst())
                .orElse(null);
    }

    @Nullable Object attribute(Field field) {
        return attributes.stream()
                .filter(sent -> sent.isUsable() && sent.name().equals(field.name()))
                .map(Sent::value)
                .findFirst()
                .orElse(null);
    }

    /** Usable observations of an indicator, newest first, one a date: the one sent first. */
    List<Sent> usable(Field indicator) {
        List<Sent> newestFirst = observations.stream()
                .filter(sent -> sent.isUsable() && sent.name().equals(indicator.name()))
                .sorted(Comparator.comparing(Sent::date).reversed())
                .toList();
        List<Sent> oneADate = new ArrayList<>();
        for (Sent sent : newestFirst) {
            if (oneADate.isEmpty() || !oneADate.get(oneADate.size() - 1).date().equals(sent.date())) {
                oneADate.add(sent);
            }
        }
        return oneADate;
    }

    @Nullable Object newest(Field indicator) {
        List<Sent> usable = usable(indicator);
        return usable.isEmpty() ? null : usable.get(0).value();
    }

    long age(LocalDate date) {
        return ChronoUnit.DAYS.between(date, asOf);
    }

    /** Entries of a score dated before the as-of date, newest first, one a date. */
    List<ScoreEntry> earlierScores(String score) {
        List<ScoreEntry> newestFirst = past.stream()
                .filter(ScoreEntry.class::isInstance)
                .map(ScoreEntry.class::cast)
                .filter(entry ->
                        Words.same(entry.score(), score) && entry.date().isBefore(asOf))
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

    @Nullable ScoreEntry previous(String score) {
        List<ScoreEntry> earlier = earlierScores(score);
        return earlier.isEmpty() ? null : earlier.get(0);
    }

    /** When the playbook was last running, before the as-of date. */
    @Nullable LocalDate lastRunning(String playbook) {
        return past.stream()
                .filter(entry -> entry instanceof PlaybookEntry ran && Words.same(ran.playbook(), playbook))
                .map(HistoryEntry::date)
                .filter(date -> date.isBefore(asOf))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * What is wrong with single inputs, in the order they were sent, then which indicators are too old altogether.
     *
     * @param maxAges in days by contract name, in Indicators order
     */
    List<DecisionIssue> issues(Map<String, Integer> maxAges) {
        List<DecisionIssue> issues = new ArrayList<>();
        Stream.concat(attributes.stream(), observations.stream()).forEach(sent -> {
            if (sent.problem() != null) {
                issues.add(new DecisionIssue(sent.problem(), sent.problem() + " as of " + sent.date(), sent.name()));
            }
        });
        maxAges.forEach((name, maxAge) -> {
            Field field = contract.named(name);
            List<Sent> usable = field == null ? List.of() : usable(field);
            if (!usable.isEmpty() && age(usable.get(0).date()) > maxAge) {
                String age = "newest as of " + usable.get(0).date();
                issues.add(new DecisionIssue("stale", age, name));
            }
        });
        return issues;
    }
}
