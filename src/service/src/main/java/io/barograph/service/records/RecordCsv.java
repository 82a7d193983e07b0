package io.barograph.service.records;

import io.barograph.engine.exchange.DefusedCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes records as CSV for people and spreadsheets (RFC 4180, UTF-8), one a line below a header. */
final class RecordCsv {

    private static final List<String> HEADER = List.of(
            "index",
            "kind",
            "decision_id",
            "event_id",
            "recorded_at",
            "account_id",
            "as_of",
            "caller",
            "status",
            "model_version",
            "model_digest",
            "segment",
            "overall",
            "band",
            "event",
            "retired");

    private final DefusedCsv csv;

    /** Writes the header. */
    RecordCsv(OutputStream out) throws IOException {
        csv = new DefusedCsv(out, DefusedCsv.Lines.CRLF);
        csv.write(HEADER);
    }

    void write(RecordRow row) throws IOException {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(row.index()));
        cells.add(row.kind());
        cells.add(plain(row.decisionId()));
        cells.add(plain(row.eventId()));
        cells.add(row.recordedAt().toString());
        cells.add(DefusedCsv.text(row.accountId()));
        cells.add(plain(row.asOf()));
        cells.add(DefusedCsv.text(row.caller()));
        cells.add(plain(row.status()));
        cells.add(DefusedCsv.text(row.modelVersion()));
        cells.add(DefusedCsv.text(row.modelDigest()));
        cells.add(DefusedCsv.text(row.segment()));
        cells.add(row.overall() == null ? "" : row.overall().toPlainString());
        cells.add(DefusedCsv.text(row.band()));
        cells.add(DefusedCsv.text(row.event()));
        cells.add(Boolean.toString(row.retired()));
        csv.write(cells);
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    void close() throws IOException {
        csv.close();
    }
}
