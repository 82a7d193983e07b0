package io.barograph.service.auditlog;

import io.barograph.engine.audit.merkle.Hash;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves that a decision's record is in the signed log. */
@Tag(name = "Audit log")
@RestController
@RequestMapping("/api/v1/decisions/{id}/proof")
class ProofController {

    private static final String SUMMARY = "The inclusion proof of a decision";
    private static final String DESCRIPTION =
            "RFC 6962: from the hash of the record's bytes, `leaf`, the hashes of `proof` lead to the root hash of the"
                    + " signed `checkpoint`. As plain text it is a C2SP tlog-proof.";

    /**
     * @param leaf SHA-256 of 0x00 and the record's bytes, in base64 like the hashes of the proof
     * @param size of the tree that the checkpoint signs
     * @param checkpoint a C2SP signed note
     * @param key the public key that verifies it
     */
    record ProofDocument(
            UUID decisionId, long index, String leaf, long size, List<String> proof, String checkpoint, String key) {
        ProofDocument {
            proof = List.copyOf(proof);
        }
    }

    private final Proofs proofs;
    private final Checkpoints checkpoints;

    ProofController(Proofs proofs, Checkpoints checkpoints) {
        this.proofs = proofs;
        this.checkpoints = checkpoints;
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ProofDocument json(@PathVariable String id) {
        Proofs.Inclusion inclusion = inclusion(id);
        return new ProofDocument(
                inclusion.entry().id(),
                inclusion.entry().index(),
                inclusion.entry().leaf().base64(),
                inclusion.checkpoint().size(),
                inclusion.path().stream().map(Hash::base64).toList(),
                inclusion.checkpoint().note(),
                checkpoints.identity().key().toString());
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String text(@PathVariable String id) {
        Proofs.Inclusion inclusion = inclusion(id);
        return inclusion.path().stream()
                .map(hash -> hash.base64() + "\n")
                .collect(Collectors.joining(
                        "",
                        "c2sp.org/tlog-proof@v1\nindex " + inclusion.entry().index() + "\n",
                        "\n" + inclusion.checkpoint().note()));
    }

    private Proofs.Inclusion inclusion(String id) {
        return RecordIds.parse(id)
                .flatMap(proofs::inclusion)
                .filter(found -> found.entry().kind() == RecordKind.DECISION)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "there is no decision `" + id + "`; the `decision_id` of an answer names one"));
    }
}
