package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.HistoryEntry.AttributesEntry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.decision.HistoryEntry.PlaybookEntry;
import io.barograph.engine.decision.HistoryEntry.ScoreEntry;
import io.barograph.engine.decision.PriorState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an account of what was sent and what is stored: names become fields, replaced and repeated entries fall away. */
final class Intake {

    private final Contract contract;

    Intake(Contract contract) {
        this.contract = contract;
    }

    Account account(AccountSnapshot snapshot, PriorState prior) {
        LocalDate asOf = snapshot.asOf();
        List<Sent> observations = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        Set<Field> seen = new HashSet<>();
        new TreeMap<>(snapshot.indicators()).forEach((name, sent) -> {
            LocalDate date = sent.observedAt() == null ? asOf : sent.observedAt();
            Field field = field(name, Field.Role.INDICATOR);
            if (field == null || seen.add(field)) {
                observations.add(Sent.screen(name, field, date, sent.value(), sent.campaignShare(), asOf));
                replaced.add(key(new IndicatorEntry(name, date, null, null)));
            } else {
                observations.add(Sent.duplicate(field, date));
            }
        });
        snapshot.history().forEach(entry -> replaced.add(key(entry)));
        List<HistoryEntry> entries = new ArrayList<>(snapshot.history());
        prior.entries().stream()
                .filter(stored -> !replaced.contains(key(stored)))
                .forEach(entries::add);
        for (HistoryEntry entry : entries) {
            if (entry instanceof IndicatorEntry reading) {
                Field field = field(reading.indicator(), Field.Role.INDICATOR);
                observations.add(Sent.screen(
                        reading.indicator(), field, reading.date(), reading.value(), reading.campaignShare(), asOf));
            }
        }
        return new Account(asOf, attributes(snapshot.attributes(), asOf), observations, new Past(entries));
    }

    List<Sent> attributes(Map<String, @Nullable Object> sent, LocalDate asOf) {
        List<Sent> attributes = new ArrayList<>();
        Set<Field> seen = new HashSet<>();
        new TreeMap<>(sent).forEach((name, value) -> {
            Field field = field(name, Field.Role.ATTRIBUTE);
            attributes.add(
                    field == null || seen.add(field)
                            ? Sent.screen(name, field, asOf, value, null, asOf)
                            : Sent.duplicate(field, asOf));
        });
        return attributes;
    }

    private @Nullable Field field(String sent, Field.Role role) {
        Field field = Account.field(contract, sent);
        return field != null && field.role() == role ? field : null;
    }

    /** What two entries share when a sent one replaces a stored one, usable or not. */
    private String key(HistoryEntry entry) {
        return entry.date() + " " + subject(entry);
    }

    private String subject(HistoryEntry entry) {
        if (entry instanceof IndicatorEntry reading) {
            Field field = field(reading.indicator(), Field.Role.INDICATOR);
            return "indicator " + (field == null ? reading.indicator() : field.name());
        }
        if (entry instanceof AttributesEntry) {
            return "attributes";
        }
        return entry instanceof ScoreEntry score
                ? "score " + Words.key(score.score())
                : "playbook " + Words.key(((PlaybookEntry) entry).playbook());
    }
}
