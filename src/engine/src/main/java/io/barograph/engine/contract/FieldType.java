package io.barograph.engine.contract;

import java.util.Locale;

/**
 * Logical types of the data contract, and the Java type a usable value has: {@link java.math.BigDecimal} for NUMBER and
 * INTEGER, {@link Boolean}, {@link String}, {@link java.time.LocalDate}.
 */
public enum FieldType {
    NUMBER,
    INTEGER,
    BOOLEAN,
    STRING,
    DATE;

    /** As the contract writes it: {@code number}, {@code integer}, {@code boolean}, {@code string}, {@code date}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }
}
