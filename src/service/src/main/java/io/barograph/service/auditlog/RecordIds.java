package io.barograph.service.auditlog;

import java.util.Optional;
import java.util.UUID;

/** Ids of records as they appear in addresses and documents. */
public final class RecordIds {

    private RecordIds() {}

    /** Empty when it is not one. */
    public static Optional<UUID> parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
