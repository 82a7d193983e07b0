package io.barograph.engine.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One attribute or indicator of the data contract.
 *
 * @param name stable identifier in JSON, for example {@code seat_utilisation}
 * @param label what people call it in workbooks, for example {@code Seat utilisation}
 * @param physicalName another accepted CSV header
 * @param minimum least valid number, inclusive; null when open
 * @param maximum greatest valid number, inclusive; null when open
 * @param allowedValues closed list of texts; empty when any text is valid
 * @param category what kind of signal it is: usage, engagement, relationship, outcome, financial, or a name of the
 *     model's own; null when it has none
 * @param freshnessDays how old a value normally is at most, in days
 * @param usableInScoring whether a model may use it at all
 * @param sensitive whether it is encrypted in the audit log
 * @param origin where its values come from, for people
 */
public record Field(
        Role role,
        String name,
        String label,
        @Nullable String physicalName,
        FieldType type,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        List<String> allowedValues,
        @Nullable String category,
        @Nullable String unit,
        Direction direction,
        @Nullable Integer freshnessDays,
        boolean usableInScoring,
        boolean sensitive,
        String description,
        Origin origin) {

    /**
     * Where a field's values come from.
     *
     * @param sourceSystem the system that measures or holds it
     * @param ownerRole who answers for it
     * @param transformation how it is computed, in words
     * @param sources what it is computed from
     */
    public record Origin(
            @Nullable String sourceSystem,
            @Nullable String ownerRole,
            @Nullable String transformation,
            List<String> sources) {

        /** Nothing is known. */
        public static final Origin UNKNOWN = new Origin(null, null, null, List.of());

        public Origin {
            sources = List.copyOf(sources);
        }
    }

    /** Attributes say what the account is; indicators are measured over time. */
    public enum Role {
        ATTRIBUTE,
        INDICATOR
    }

    /** Which way is better for the account's health. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        NEITHER;

        /** As the contract writes it, for example {@code higher-is-better}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Field {
        allowedValues = List.copyOf(allowedValues);
    }

    /** A field whose origin is not known. */
    public Field(
            Role role,
            String name,
            String label,
            @Nullable String physicalName,
            FieldType type,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            List<String> allowedValues,
            @Nullable String category,
            @Nullable String unit,
            Direction direction,
            @Nullable Integer freshnessDays,
            boolean usableInScoring,
            boolean sensitive,
            String description) {
        this(
                role,
                name,
                label,
                physicalName,
                type,
                minimum,
                maximum,
                allowedValues,
                category,
                unit,
                direction,
                freshnessDays,
                usableInScoring,
                sensitive,
                description,
                Origin.UNKNOWN);
    }

    /** Fields are looked up for every cell that is checked. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public boolean isIndicator() {
        return role == Role.INDICATOR;
    }

    /** Whether the unit is percent ({@code percent} or {@code %}). */
    public boolean isPercent() {
        return unit != null && (unit.equals("%") || unit.equalsIgnoreCase("percent"));
    }
}
