package io.barograph.testkit.reference;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.decision.DecisionIssue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of one account on a day, screened: attributes, observations and earlier decisions. */
final class Account {

    final LocalDate asOf;
    final Past past;
    private final List<Sent> attributes;
    private final List<Sent> observations;
    private final Map<String, List<Sent>> usable = new HashMap<>();

    /** @param observations those that win over others of their date first */
    Account(LocalDate asOf, List<Sent> attributes, List<Sent> observations, Past past) {
        this.asOf = asOf;
        this.attributes = List.copyOf(attributes);
        this.observations = List.copyOf(observations);
        this.past = past;
    }

    /**
     * The same account as it stood on an earlier day, with its attributes of that day when they are known.
     *
     * @param attributesThen null when they are not known
     */
    Account asOf(LocalDate day, @Nullable List<Sent> attributesThen) {
        List<Sent> screened = new ArrayList<>();
        observations.forEach(sent -> screened.add(sent.screenedAgain(day)));
        return new Account(day, attributesThen == null ? attributes : attributesThen, screened, past);
    }

    /** The same account with another value of one attribute. */
    Account with(Field attribute, @Nullable Object value) {
        List<Sent> replaced = new ArrayList<>(attributes.stream()
                .filter(sent -> !sent.name().equals(attribute.name()))
                .toList());
        replaced.add(new Sent(attribute.name(), attribute, asOf, value, value, null, null));
        return new Account(asOf, replaced, observations, past);
    }

    /** By name, else by label, else by the physical name, however it is written. */
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
        return usable.computeIfAbsent(indicator.name(), this::findUsable);
    }

    private List<Sent> findUsable(String indicator) {
        List<Sent> newestFirst = observations.stream()
                .filter(sent -> sent.isUsable() && sent.name().equals(indicator))
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

    /**
     * What is wrong with single inputs, in the order they were sent, then which indicators are too old altogether.
     *
     * @param maxAges in days by indicator, in Indicators order
     */
    List<DecisionIssue> issues(Map<Field, Integer> maxAges) {
        List<DecisionIssue> issues = new ArrayList<>();
        Stream.concat(attributes.stream(), observations.stream()).forEach(sent -> {
            if (sent.problem() != null) {
                issues.add(new DecisionIssue(sent.problem(), sent.problem() + " as of " + sent.date(), sent.name()));
            }
        });
        maxAges.forEach((field, maxAge) -> {
            List<Sent> usable = usable(field);
            if (!usable.isEmpty() && age(usable.get(0).date()) > maxAge) {
                String age = "newest as of " + usable.get(0).date();
                issues.add(new DecisionIssue("stale", age, field.name()));
            }
        });
        return issues;
    }
}
