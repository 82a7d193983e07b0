package io.barograph.testkit.reference;

import io.barograph.engine.contract.FieldType;

/** What sort of value a condition is about. */
enum Kind {
    NUMBER,
    YES_NO,
    TEXT,
    DAY,
    SET;

    static Kind of(FieldType type) {
        return switch (type) {
            case NUMBER, INTEGER -> NUMBER;
            case BOOLEAN -> YES_NO;
            case STRING -> TEXT;
            case DATE -> DAY;
        };
    }
}
