package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.time.LocalDate;

/**
 * Reads snapshots as {@link SnapshotJson#read} does, one after the other: what it learned of one, such as the names of indicators, speeds
 * up the next. For one thread at a time.
 */
public final class SnapshotParser {

    private final JsonAccounts plain = new JsonAccounts();

    /**
     * @param json one object in UTF-8
     * @param defaultAsOf used when the snapshot has no {@code as_of}
     * @throws BadSnapshotException when it is not such an object
     */
    public AccountSnapshot read(byte[] json, LocalDate defaultAsOf) throws BadSnapshotException {
        AccountSnapshot snapshot = plain.read(json, 0, json.length, defaultAsOf);
        if (snapshot != null) {
            return snapshot;
        }
        try (JsonInput input = JsonInput.of(json)) {
            return new SnapshotReader(input).read(defaultAsOf);
        }
    }
}
