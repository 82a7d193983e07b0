package io.barograph.engine.exchange;

import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.exchange.SnapshotJson.BadSnapshotException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tells what single lines of a file of accounts say; for one thread at a time. */
interface LineReader {

    /**
     * @param number of the line in its file
     * @param bytes which hold the line, without its line end
     * @return null when the line is blank
     */
    @Nullable SnapshotLine read(long number, byte[] bytes, int from, int length);

    /** Of rows of CSV below a header. */
    static LineReader csv(AccountColumns columns, LocalDate defaultAsOf) {
        return new CsvAccounts(columns, defaultAsOf)::read;
    }

    /** Of snapshots as JSON. */
    static LineReader ndjson(LocalDate defaultAsOf) {
        JsonAccounts plain = new JsonAccounts();
        Utf8Text utf8 = new Utf8Text();
        return (number, bytes, from, length) -> {
            AccountSnapshot snapshot = plain.read(bytes, from, length, defaultAsOf);
            return snapshot == null
                    ? unusual(number, utf8.of(bytes, from, length), defaultAsOf)
                    : new SnapshotLine.Good(number, snapshot);
        };
    }

    private static @Nullable SnapshotLine unusual(long number, @Nullable String text, LocalDate defaultAsOf) {
        if (text == null) {
            return new SnapshotLine.Bad(number, Utf8Text.FAULT);
        }
        if (text.isBlank()) {
            return null;
        }
        try (JsonInput input = JsonInput.of(text)) {
            return new SnapshotLine.Good(number, new SnapshotReader(input).read(defaultAsOf));
        } catch (BadSnapshotException e) {
            return new SnapshotLine.Bad(number, e.reason());
        }
    }
}
