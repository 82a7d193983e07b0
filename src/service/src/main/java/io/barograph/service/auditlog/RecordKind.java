package io.barograph.service.auditlog;

import java.util.Locale;

/** What a record of the log is about. */
public enum RecordKind {
    DECISION,
    EVENT;

    /** As it stands in the database and in documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RecordKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
