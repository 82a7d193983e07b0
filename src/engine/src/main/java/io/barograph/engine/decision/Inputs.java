package io.barograph.engine.decision;

import io.barograph.engine.contract.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Usable inputs of an account as of a day, by position of their field; whatever is not usable has become an issue. */
final class Inputs {

    private final Fields fields;
    private final @Nullable Object[] attributes;
    private final Readings readings;
    private final LocalDate asOf;
    private final int today;

    /** @param attributes by position of their field; kept, not copied */
    Inputs(Fields fields, @Nullable Object[] attributes, Readings readings, LocalDate asOf) {
        this.fields = fields;
        this.attributes = attributes;
        this.readings = readings;
        this.asOf = asOf;
        this.today = Math.toIntExact(asOf.toEpochDay());
    }

    /**
     * The same inputs but for one attribute.
     *
     * @param value null when it is missing
     */
    Inputs withAttribute(int field, @Nullable Object value) {
        @Nullable Object[] changed = attributes.clone();
        changed[field] = value;
        return new Inputs(fields, changed, readings, asOf);
    }

    /** What of the same readings was known at an earlier date, beside the attributes of then. */
    Inputs earlier(LocalDate date, @Nullable Object[] attributesThen) {
        return new Inputs(fields, attributesThen, readings, date);
    }

    /** By position of their field; not to be changed. */
    @Nullable Object[] attributes() {
        return attributes;
    }

    Readings readings() {
        return readings;
    }

    /** As days since 1970. */
    int today() {
        return today;
    }

    /** The usable value of an attribute. */
    @Nullable Object attribute(int field) {
        return attributes[field];
    }

    @Nullable Object attribute(Field field) {
        return attributes[fields.of(field)];
    }

    /** The newest usable entry of an indicator; {@link Readings#NONE} when there is none. */
    int newestEntry(int field) {
        return readings.newest(field, today);
    }

    /** The newest usable observation, however old. */
    @Nullable Object newest(int field) {
        int entry = newestEntry(field);
        return entry == Readings.NONE ? null : readings.value(entry);
    }

    @Nullable Object newest(Field field) {
        return newest(fields.of(field));
    }

    /** Change of a numeric indicator over some days: screened values, neither aged out nor smoothed. */
    @Nullable BigDecimal change(int field, int days, boolean percent) {
        int newest = newestEntry(field);
        if (newest == Readings.NONE || !(readings.value(newest) instanceof BigDecimal now)) {
            return null;
        }
        Change change = new Change(days);
        for (int entry = readings.older(newest); entry != Readings.NONE; entry = readings.older(entry)) {
            int age = today - readings.day(entry);
            if (age > 2L * days) {
                break;
            }
            change.offer(age, (BigDecimal) readings.value(entry));
        }
        return change.to(now, percent);
    }
}
