package io.barograph.engine.contract;

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

    public boolean isNumeric() {
        return this == NUMBER || this == INTEGER;
    }
}
