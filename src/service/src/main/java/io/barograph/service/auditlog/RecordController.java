package io.barograph.service.auditlog;

import io.barograph.engine.audit.EventRecord;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One record of the log, byte for byte, and the proof of it. */
@Tag(name = "Audit log")
@RestController
@RequestMapping("/api/v1/audit/records/{index}")
class RecordController {

    private static final String PROOF = "The inclusion proof of a record";
    private static final String PROOF_DESCRIPTION =
            "RFC 6962: from the hash of the record's bytes, `leaf`, the hashes of `proof` lead to the root hash of the"
                    + " signed `checkpoint`. As plain text it is a C2SP tlog-proof.";

    private final LogRows rows;
    private final Proofs proofs;
    private final Checkpoints checkpoints;

    RecordController(LogRows rows, Proofs proofs, Checkpoints checkpoints) {
        this.rows = rows;
        this.proofs = proofs;
        this.checkpoints = checkpoints;
    }

    @Operation(
            summary = "A record of the log",
            description =
                    "Exactly the bytes that were written and are hashed: JSON of an event, packed of a decision, which"
                            + " `/api/v1/decisions/{id}` tells; sealed values stay sealed. The `ETag` is the record's leaf"
                            + " hash in base64. A record that retention took away is answered with 410, by whom and when.")
    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<byte[]> record(@PathVariable long index) {
        LogEntry entry = rows.entry(index).orElseThrow(() -> unknown(index));
        byte[] bytes = entry.record();
        if (bytes == null) {
            throw retired(entry);
        }
        return ResponseEntity.ok()
                .contentType(
                        entry.kind() == RecordKind.EVENT
                                ? MediaType.APPLICATION_JSON
                                : MediaType.APPLICATION_OCTET_STREAM)
                .eTag("\"" + entry.leaf().base64() + "\"")
                .body(bytes);
    }

    @Operation(summary = PROOF, description = PROOF_DESCRIPTION)
    @GetMapping(path = "/proof", produces = MediaType.APPLICATION_JSON_VALUE)
    ProofDocument proof(@PathVariable long index) {
        return ProofDocument.of(inclusion(index), checkpoints.identity());
    }

    @Operation(summary = PROOF, description = PROOF_DESCRIPTION)
    @GetMapping(path = "/proof", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String proofText(@PathVariable long index) {
        return inclusion(index).text();
    }

    private Proofs.Inclusion inclusion(long index) {
        return proofs.inclusion(index).orElseThrow(() -> unknown(index));
    }

    private Problem unknown(long index) {
        return new Problem(
                ProblemType.NOT_FOUND,
                "there is no record " + index + "; the log has those from 0 to " + (rows.size() - 1));
    }

    /** What the record of the retention says, the last one that covers it. */
    private Problem retired(LogEntry entry) {
        String who = rows.events(EventRecord.RETENTION).stream()
                .map(retention ->
                        EventRecord.read(Objects.requireNonNull(retention.record(), "events are never retired")))
                .filter(event -> event.number("from") <= entry.index() && entry.index() < event.number("to"))
                .reduce((earlier, later) -> later)
                .map(event ->
                        "`" + event.by() + "` on " + event.at() + ", for being older than " + event.text("before"))
                .orElse("nobody who left a record of it");
        return new Problem(
                ProblemType.GONE,
                "the bytes of record " + entry.index() + " (" + entry.kind().label() + " " + entry.id()
                        + ") were taken away by " + who + "; its leaf hash `"
                        + entry.leaf().base64()
                        + "` stays in the log, as its proof shows");
    }
}
