package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import io.barograph.engine.contract.Screening;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.HistoryEntry.IndicatorEntry;
import io.barograph.engine.text.Magnitude;
import io.barograph.engine.text.Names;
import io.barograph.engine.text.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Screens what was sent and stored of an account; whatever is not usable becomes an issue. Inputs are taken in the order of their names:
 * the order in which they were sent must not matter to a decision, since its record does not tell it.
 */
final class Intake {

    private record Found(String name, DecisionIssue issue) {}

    private final Fields fields;
    private final LocalDate asOf;
    private final int today;
    private final DayCount calendar = new DayCount();
    private final List<Found> found = new ArrayList<>(0);
    private @Nullable Set<String> unknown;

    private Intake(Fields fields, LocalDate asOf) {
        this.fields = fields;
        this.asOf = asOf;
        this.today = Math.toIntExact(asOf.toEpochDay());
    }

    static Inputs of(Inquiry inquiry, Fields fields, List<DecisionIssue> issues) {
        AccountSnapshot snapshot = inquiry.snapshot();
        Intake intake = new Intake(fields, snapshot.asOf());
        @Nullable Object[] attributes = intake.attributes(snapshot.attributes());
        intake.tell(issues);
        int room = snapshot.indicators().size()
                + snapshot.history().size()
                + inquiry.prior().entries().size();
        Readings readings = intake.indicators(snapshot.indicators(), room);
        intake.tell(issues);
        intake.histories(inquiry, readings);
        intake.found.forEach(each -> issues.add(each.issue()));
        return new Inputs(fields, attributes, readings, snapshot.asOf());
    }

    /** Usable attributes by position of their field. */
    static @Nullable Object[] attributes(Map<String, @Nullable Object> sent, Fields fields, LocalDate asOf) {
        return new Intake(fields, asOf).attributes(sent);
    }

    /** In the order of names. */
    private void tell(List<DecisionIssue> issues) {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing(Found::name));
            found.forEach(each -> issues.add(each.issue()));
            found.clear();
        }
    }

    private @Nullable Object[] attributes(Map<String, @Nullable Object> sent) {
        @Nullable Object[] attributes = attributes(sent, false);
        return attributes == null ? told(attributes(new TreeMap<>(sent), true)) : attributes;
    }

    private static <T> T told(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("inputs in order of their names are always taken");
        }
        return value;
    }

    /** Null when something was sent under two names and the names are not in order. */
    private @Nullable Object @Nullable [] attributes(Map<String, @Nullable Object> sent, boolean inOrder) {
        @Nullable Object[] attributes = new @Nullable Object[fields.count()];
        boolean[] seen = new boolean[attributes.length];
        for (Map.Entry<String, @Nullable Object> each : sent.entrySet()) {
            int field = expect(each.getKey(), fields.find(each.getKey()), Field.Role.ATTRIBUTE);
            if (field != Fields.NONE) {
                if (!seen[field]) {
                    seen[field] = true;
                    attributes[field] = usable(each.getKey(), field, each.getValue());
                } else if (inOrder) {
                    repeated(each.getKey(), field);
                } else {
                    found.clear();
                    return null;
                }
            }
        }
        return attributes;
    }

    private Readings indicators(Map<String, Observation> sent, int room) {
        Readings readings = indicators(sent, room, false);
        return readings == null ? told(indicators(new TreeMap<>(sent), room, true)) : readings;
    }

    /** Null when something was sent under two names and the names are not in order. */
    private @Nullable Readings indicators(Map<String, Observation> sent, int room, boolean inOrder) {
        Readings readings = new Readings(fields.count(), room);
        boolean[] seen = new boolean[fields.count()];
        for (Map.Entry<String, Observation> each : sent.entrySet()) {
            int field = fields.find(each.getKey());
            boolean first = field == Fields.NONE || !seen[field];
            if (first) {
                if (field != Fields.NONE) {
                    seen[field] = true;
                }
                Observation observation = each.getValue();
                LocalDate date = observation.observedAt() == null ? asOf : observation.observedAt();
                sent(each.getKey(), field, date, observation.value(), observation.campaignShare(), readings);
            } else if (inOrder) {
                repeated(each.getKey(), field);
            } else {
                found.clear();
                unknown = null;
                return null;
            }
        }
        return readings;
    }

    /** Most histories tell one indicator after the other, so that few readings need their field looked up. */
    private void histories(Inquiry inquiry, Readings readings) {
        String name = "";
        int field = Fields.NONE;
        @Nullable FieldScreen screen = null;
        for (HistoryEntry entry : inquiry.snapshot().history()) {
            if (entry instanceof IndicatorEntry reading) {
                if (screen == null || !reading.indicator().equals(name)) {
                    name = reading.indicator();
                    field = fields.find(name);
                    screen = field == Fields.NONE || !fields.get(field).isIndicator() ? null : fields.screen(field);
                }
                if (screen == null || !keepsPlain(reading, field, screen, readings)) {
                    sent(name, field, reading.date(), reading.value(), reading.campaignShare(), readings);
                }
            }
        }
        int sent = readings.size();
        for (HistoryEntry entry : inquiry.prior().entries()) {
            if (entry instanceof IndicatorEntry reading) {
                stored(reading, sent, readings);
            }
        }
    }

    /** Keeps a reading when all of it is plain to see; false when it takes a closer look. */
    private boolean keepsPlain(IndicatorEntry reading, int field, FieldScreen screen, Readings readings) {
        int day = calendar.day(reading.date());
        Object plain = day > today || reading.campaignShare() != null ? null : screen.plain(reading.value());
        if (plain == null) {
            return false;
        }
        readings.keep(readings.entry(field, day), plain, null);
        return true;
    }

    private void sent(
            String name,
            int field,
            LocalDate date,
            @Nullable Object value,
            @Nullable BigDecimal share,
            Readings readings) {
        if (field == Fields.NONE) {
            if (unknown == null) {
                unknown = new HashSet<>();
            }
            unknown.add(Names.fold(name) + "@" + date);
            expect(name, field, Field.Role.INDICATOR);
        } else {
            int day = date.equals(asOf) ? today : Math.toIntExact(date.toEpochDay());
            observe(name, field, day, date, value, share, readings, readings.entry(field, day));
        }
    }

    /** Replaced by what was sent for the same date. */
    private void stored(IndicatorEntry reading, int sent, Readings readings) {
        int field = fields.find(reading.indicator());
        if (field == Fields.NONE) {
            if (unknown == null || !unknown.contains(Names.fold(reading.indicator()) + "@" + reading.date())) {
                expect(reading.indicator(), field, Field.Role.INDICATOR);
            }
            return;
        }
        int day = Math.toIntExact(reading.date().toEpochDay());
        int entry = readings.entry(field, day);
        if (entry >= sent) {
            observe(
                    reading.indicator(),
                    field,
                    day,
                    reading.date(),
                    reading.value(),
                    reading.campaignShare(),
                    readings,
                    entry);
        }
    }

    private void observe(
            String name,
            int field,
            int day,
            LocalDate date,
            @Nullable Object value,
            @Nullable BigDecimal share,
            Readings readings,
            int entry) {
        if (expect(name, field, Field.Role.INDICATOR) == Fields.NONE) {
            return;
        }
        if (day > today) {
            Field late = fields.get(field);
            add(
                    name,
                    "after-as-of",
                    "`" + late.label() + "` is dated " + date + ", after the as-of date " + asOf,
                    late.name());
            return;
        }
        Object usable = usable(name, field, value);
        if (usable != null && isShare(name, fields.get(field), share)) {
            readings.keep(entry, usable, share);
        }
    }

    private void repeated(String name, int field) {
        Field known = fields.get(field);
        add(
                name,
                "duplicate-input",
                "`" + name + "` is `" + known.label()
                        + "`, which was sent under another name too; the first by name counts",
                known.name());
    }

    /** Whether it can be a campaign's share of a reading. */
    static boolean isShare(BigDecimal share) {
        return share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
    }

    private boolean isShare(String name, Field field, @Nullable BigDecimal share) {
        if (share == null || isShare(share)) {
            return true;
        }
        add(
                name,
                Screening.OUT_OF_RANGE,
                "the campaign share of `" + field.label() + "` is "
                        + (Magnitude.fits(share) ? Numbers.canonical(share).toPlainString() : "far")
                        + " outside of 0 to 1; send 20 % as 0.2",
                field.name());
        return false;
    }

    /** The field when it has that role; {@link Fields#NONE} otherwise. */
    private int expect(String name, int field, Field.Role role) {
        if (field == Fields.NONE) {
            add(name, "not-in-contract", "`" + name + "` is not in the data contract", name);
            return Fields.NONE;
        }
        Field known = fields.get(field);
        if (known.role() != role) {
            String kind = known.isIndicator() ? "an indicator" : "an attribute";
            add(
                    name,
                    "not-in-contract",
                    "`" + name + "` is " + kind + " in the data contract; send it as such",
                    known.name());
            return Fields.NONE;
        }
        return field;
    }

    private @Nullable Object usable(String name, int field, @Nullable Object value) {
        FieldScreen screen = fields.screen(field);
        Object plain = screen.plain(value);
        if (plain != null) {
            return plain;
        }
        Screening screening = screen.of(value);
        if (screening instanceof Screening.Problem problem) {
            add(name, problem.code(), problem.message(), screen.field().name());
        }
        return screening instanceof Screening.Usable usable ? usable.value() : null;
    }

    private void add(String name, String code, String message, String field) {
        found.add(new Found(name, new DecisionIssue(code, message, field)));
    }
}
