package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.Hash;
import io.barograph.engine.audit.note.Checkpoint;
import io.barograph.engine.audit.note.VerifierKey;
import io.barograph.service.auditlog.CheckpointRows.StoredCheckpoint;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The signed state of the log, its keys, and that one state continues another. */
@Tag(name = "Audit log")
@RestController
@RequestMapping("/api/v1/audit")
class CheckpointController {

    private static final String SUMMARY = "The signed state of the log";
    private static final String DESCRIPTION =
            "The newest checkpoint, made now when records came since the last one; with `size` that of an earlier size."
                    + " As plain text it is the C2SP signed note itself.";

    private static final String KEYS_SUMMARY = "The public keys of the log";
    private static final String KEYS_DESCRIPTION =
            "Oldest first; as plain text one a line. Confirm the key you trust by another way than this one.";

    /** @param root in base64 */
    record CheckpointDocument(String origin, long size, String root, Instant signedAt, String note, String key) {}

    /** @param proof in base64; empty when one is the other, or the earlier one is empty */
    record ConsistencyDocument(long from, long to, String fromRoot, String toRoot, List<String> proof) {
        ConsistencyDocument {
            proof = List.copyOf(proof);
        }
    }

    /** @param from checkpoints of a larger size than this are signed with the key */
    record KeyDocument(String key, long from, boolean signs) {}

    record KeyList(String origin, List<KeyDocument> keys) {
        KeyList {
            keys = List.copyOf(keys);
        }
    }

    private final Checkpoints checkpoints;
    private final CheckpointRows rows;
    private final Proofs proofs;
    private final CurrentPrincipal current;

    CheckpointController(Checkpoints checkpoints, CheckpointRows rows, Proofs proofs, CurrentPrincipal current) {
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.proofs = proofs;
        this.current = current;
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(path = "/checkpoint", produces = MediaType.APPLICATION_JSON_VALUE)
    CheckpointDocument json(@RequestParam(required = false) @Nullable Long size) {
        StoredCheckpoint stored = checkpoint(size);
        Checkpoint checkpoint = stored.checkpoint();
        List<VerifierKey> signers = checkpoints.identity().signersOf(stored.size());
        return new CheckpointDocument(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root().base64(),
                stored.signedAt(),
                stored.note(),
                signers.get(signers.size() - 1).toString());
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String note(@RequestParam(required = false) @Nullable Long size) {
        return checkpoint(size).note();
    }

    @Operation(
            summary = "That one state of the log continues another",
            description =
                    "RFC 6962: the consistency proof between the trees of the first `from` and the first `to` records"
                            + " (the newest checkpoint's when left out). Whoever kept an earlier checkpoint sees by it"
                            + " that nothing was removed or changed since.")
    @GetMapping(path = "/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
    ConsistencyDocument consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        long most = checkpoints.current().size();
        long end = to == null ? most : to;
        if (from < 0 || from > end || end > most) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "`from` and `to` must be sizes of the log with `from` at most `to`, so from 0 to " + most
                            + ", but are " + from + " and " + end);
        }
        return new ConsistencyDocument(
                from,
                end,
                proofs.root(from).base64(),
                proofs.root(end).base64(),
                from == 0 || from == end
                        ? List.of()
                        : proofs.consistency(from, end).stream()
                                .map(Hash::base64)
                                .toList());
    }

    @Operation(summary = KEYS_SUMMARY, description = KEYS_DESCRIPTION)
    @GetMapping(path = "/keys", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String keyLines() {
        return checkpoints.identity().keys().stream()
                .map(signer -> signer.key() + "\n")
                .collect(Collectors.joining());
    }

    @Operation(summary = KEYS_SUMMARY, description = KEYS_DESCRIPTION)
    @GetMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    KeyList keys() {
        LogIdentity identity = checkpoints.identity();
        return new KeyList(
                identity.origin(),
                identity.keys().stream()
                        .map(signer -> new KeyDocument(
                                signer.key().toString(),
                                signer.from(),
                                signer.key().equals(identity.key())))
                        .toList());
    }

    @Operation(
            summary = "Sign with a new key from now on",
            description =
                    "Makes a key, records the change, and signs the checkpoint that ends with that record with the old"
                            + " key and the new one. The private key is written to the folder of keys, which every"
                            + " instance needs.")
    @PostMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<KeyList> changeKey() {
        checkpoints.change(current.get().id());
        return ResponseEntity.created(URI.create("/api/v1/audit/keys")).body(keys());
    }

    private StoredCheckpoint checkpoint(@Nullable Long size) {
        if (size == null) {
            return checkpoints.current();
        }
        return rows.ofSize(size)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "no checkpoint of size " + size + " was signed; leave `size` out for the newest one"));
    }
}
