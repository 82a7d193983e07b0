package io.barograph.service.privacy;

import io.barograph.engine.audit.EventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That an account's keys were deleted, as the log records it.
 *
 * @param by whose wish it was
 * @param caller who did it
 * @param records how many records they had sealed
 */
public record Erasure(
        String eventId,
        String accountId,
        List<String> keys,
        long records,
        String reason,
        String by,
        String caller,
        Instant at) {

    public Erasure {
        keys = List.copyOf(keys);
    }

    static Erasure of(EventRecord event) {
        List<String> keys = new ArrayList<>();
        if (event.details().get("keys") instanceof List<?> ids) {
            ids.forEach(id -> keys.add(String.valueOf(id)));
        }
        return new Erasure(
                event.id().toString(),
                event.text("account_id"),
                keys,
                event.number("records"),
                event.text("reason"),
                event.details().get("requested_by") instanceof String wish ? wish : event.by(),
                event.by(),
                event.at());
    }
}
