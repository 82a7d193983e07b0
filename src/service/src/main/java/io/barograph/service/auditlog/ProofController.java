package io.barograph.service.auditlog;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    private final Proofs proofs;
    private final Checkpoints checkpoints;

    ProofController(Proofs proofs, Checkpoints checkpoints) {
        this.proofs = proofs;
        this.checkpoints = checkpoints;
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ProofDocument json(@PathVariable String id) {
        return ProofDocument.of(inclusion(id), checkpoints.identity());
    }

    @Operation(summary = SUMMARY, description = DESCRIPTION)
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String text(@PathVariable String id) {
        return inclusion(id).text();
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
