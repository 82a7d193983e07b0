package io.barograph.engine.decision;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.Screening;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.text.Magnitude;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Usable inputs of an account, by contract name; whatever is not usable has become an issue. Inputs are taken in the order of their
 * names: the order in which they were sent must not matter to a decision, since its record does not tell it.
 */
final class Inputs {

    /**
     * A usable observation.
     *
     * @param value a BigDecimal, Boolean, String or LocalDate
     * @param campaignShare 0–1; null means 0
     */
    record Reading(LocalDate date, Object value, @Nullable BigDecimal campaignShare) {}

    private final LocalDate asOf;
    private final List<DecisionIssue> issues;
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, List<Reading>> readings = new HashMap<>();

    private Inputs(LocalDate asOf, List<DecisionIssue> issues) {
        this.asOf = asOf;
        this.issues = issues;
    }

    static Inputs screen(Inquiry inquiry, Contract contract, List<DecisionIssue> issues) {
        AccountSnapshot snapshot = inquiry.snapshot();
        Inputs inputs = new Inputs(snapshot.asOf(), issues);
        Set<Field> seen = new HashSet<>();
        new TreeMap<>(snapshot.attributes()).forEach((name, value) -> {
            Field field = inputs.expect(contract, name, Field.Role.ATTRIBUTE);
            if (field != null && inputs.isFirst(field, name, seen)) {
                Object usable = inputs.usable(field, value);
                if (usable != null) {
                    inputs.attributes.put(field.name(), usable);
                }
            }
        });
        inputs.observations(inquiry, contract);
        return inputs;
    }

    /**
     * The same inputs but for one attribute.
     *
     * @param value null when it is missing
     */
    Inputs withAttribute(Field field, @Nullable Object value) {
        Inputs changed = new Inputs(asOf, List.of());
        changed.readings.putAll(readings);
        changed.attributes.putAll(attributes);
        if (value == null) {
            changed.attributes.remove(field.name());
        } else {
            changed.attributes.put(field.name(), value);
        }
        return changed;
    }

    private void observations(Inquiry inquiry, Contract contract) {
        AccountSnapshot snapshot = inquiry.snapshot();
        Map<String, NavigableMap<LocalDate, Reading>> byDate = new HashMap<>();
        Set<String> sent = new HashSet<>();
        Set<Field> seen = new HashSet<>();
        new TreeMap<>(snapshot.indicators()).forEach((name, observation) -> {
            Field field = contract.find(name);
            if (field != null && !isFirst(field, name, seen)) {
                return;
            }
            LocalDate date = observation.observedAt() == null ? asOf : observation.observedAt();
            sent.add(subject(contract, name, date));
            observe(contract, name, date, observation.value(), observation.campaignShare(), byDate);
        });
        for (HistoryEntry entry : snapshot.history()) {
            if (entry instanceof IndicatorEntry reading) {
                sent.add(subject(contract, reading.indicator(), reading.date()));
                observe(contract, reading, byDate);
            }
        }
        for (HistoryEntry entry : inquiry.prior().entries()) {
            if (entry instanceof IndicatorEntry reading
                    && !sent.contains(subject(contract, reading.indicator(), reading.date()))) {
                observe(contract, reading, byDate);
            }
        }
        byDate.forEach((name, dated) ->
                readings.put(name, List.copyOf(dated.descendingMap().values())));
    }

    /** One input may be sent under one of its names only; the first by name counts. */
    private boolean isFirst(Field field, String name, Set<Field> seen) {
        if (seen.add(field)) {
            return true;
        }
        issues.add(new DecisionIssue(
                "duplicate-input",
                "`" + name + "` is `" + field.label()
                        + "`, which was sent under another name too; the first by name counts",
                field.name()));
        return false;
    }

    /** What a sent and a stored observation share when the sent one replaces the other. */
    private static String subject(Contract contract, String name, LocalDate date) {
        Field field = contract.find(name);
        return (field == null ? Names.fold(name) : field.name()) + "@" + date;
    }

    private void observe(
            Contract contract, IndicatorEntry reading, Map<String, NavigableMap<LocalDate, Reading>> byDate) {
        observe(contract, reading.indicator(), reading.date(), reading.value(), reading.campaignShare(), byDate);
    }

    private void observe(
            Contract contract,
            String name,
            LocalDate date,
            @Nullable Object value,
            @Nullable BigDecimal campaignShare,
            Map<String, NavigableMap<LocalDate, Reading>> byDate) {
        Field field = expect(contract, name, Field.Role.INDICATOR);
        if (field == null) {
            return;
        }
        if (date.isAfter(asOf)) {
            issues.add(new DecisionIssue(
                    "after-as-of",
                    "`" + field.label() + "` is dated " + date + ", after the as-of date " + asOf,
                    field.name()));
            return;
        }
        Object usable = usable(field, value);
        if (usable != null && isShare(field, campaignShare)) {
            byDate.computeIfAbsent(field.name(), any -> new TreeMap<>())
                    .putIfAbsent(date, new Reading(date, usable, campaignShare));
        }
    }

    private boolean isShare(Field field, @Nullable BigDecimal share) {
        if (share == null || (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0)) {
            return true;
        }
        issues.add(new DecisionIssue(
                Screening.OUT_OF_RANGE,
                "the campaign share of `" + field.label() + "` is "
                        + (Magnitude.fits(share) ? Numbers.canonical(share).toPlainString() : "far")
                        + " outside of 0 to 1; send 20 % as 0.2",
                field.name()));
        return false;
    }

    private @Nullable Field expect(Contract contract, String name, Field.Role role) {
        Field field = contract.find(name);
        if (field == null) {
            issues.add(new DecisionIssue("not-in-contract", "`" + name + "` is not in the data contract", name));
            return null;
        }
        if (field.role() != role) {
            String kind = field.isIndicator() ? "an indicator" : "an attribute";
            issues.add(new DecisionIssue(
                    "not-in-contract",
                    "`" + name + "` is " + kind + " in the data contract; send it as such",
                    field.name()));
            return null;
        }
        return field;
    }

    private @Nullable Object usable(Field field, @Nullable Object value) {
        Screening screening = Screening.of(field, value);
        if (screening instanceof Screening.Problem problem) {
            issues.add(new DecisionIssue(problem.code(), problem.message(), field.name()));
        }
        return screening instanceof Screening.Usable usable ? usable.value() : null;
    }

    /** The usable value of an attribute. */
    @Nullable Object attribute(Field field) {
        return attributes.get(field.name());
    }

    /** Usable observations of an indicator, newest first, one a date. */
    List<Reading> readings(Field field) {
        return readings.getOrDefault(field.name(), List.of());
    }

    /** The newest usable observation, however old. */
    @Nullable Object newest(Field field) {
        List<Reading> known = readings(field);
        return known.isEmpty() ? null : known.get(0).value();
    }

    /** Change of a numeric indicator over some days: screened values, neither aged out nor smoothed. */
    @Nullable BigDecimal change(Field field, int days, boolean percent) {
        List<Reading> known = readings(field);
        if (known.isEmpty() || !(known.get(0).value() instanceof BigDecimal now)) {
            return null;
        }
        List<Change.Point> earlier = known.stream()
                .skip(1)
                .map(reading -> new Change.Point(reading.date(), (BigDecimal) reading.value()))
                .toList();
        return Change.over(earlier, asOf, days, now, percent);
    }
}
