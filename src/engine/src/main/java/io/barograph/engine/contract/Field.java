package io.barograph.engine.contract;

import java.math.BigDecimal;
import java.util.List;
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
 * @param category usage, engagement, relationship, outcome or financial (or the model's own); null for most attributes
 * @param freshnessDays how old a value normally is at most, in days
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
        String description) {

    /** Attributes say what the account is; indicators are measured over time. */
    public enum Role {
        ATTRIBUTE,
        INDICATOR
    }

    /** Which way is better for the account's health. */
    public enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER,
        NEITHER
    }

    public Field {
        allowedValues = List.copyOf(allowedValues);
    }

    public boolean isIndicator() {
        return role == Role.INDICATOR;
    }

    /** Whether the unit is percent ({@code percent} or {@code %}). */
    public boolean isPercent() {
        return unit != null && (unit.equals("%") || unit.equalsIgnoreCase("percent"));
    }
}
