package io.barograph.service.privacy;

import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forgets what is sensitive about an account. */
@Tag(name = "Accounts")
@RestController
@RequestMapping("/api/v1/accounts/{id}/erasure")
class ErasureController {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NAME = 200;

    /**
     * @param reason why, without personal data: it is kept for good
     * @param by who asks for it
     */
    record ErasureRequest(@Nullable String reason, @Nullable String by) {}

    /**
     * @param keys that were deleted by this call; empty when there were none
     * @param records how many records they had sealed
     * @param erasures all that the log records of this account, oldest first
     */
    record ErasureDocument(String accountId, List<String> keys, long records, List<Erasure> erasures) {
        ErasureDocument {
            keys = List.copyOf(keys);
            erasures = List.copyOf(erasures);
        }
    }

    private final Erasures erasures;
    private final CurrentPrincipal current;

    ErasureController(Erasures erasures, CurrentPrincipal current) {
        this.erasures = erasures;
        this.current = current;
    }

    @Operation(
            summary = "Erase what is sensitive about an account",
            description =
                    "Deletes the keys of the account's sealed values and records that in the log. Its records stay and"
                            + " their proofs verify; the values are told as `[erased]`, with when, by whom and why. Called"
                            + " again it finds nothing to erase, answers no keys, and records nothing. A later decision"
                            + " with sensitive values gets a new key.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ErasureDocument erase(@PathVariable String id, @RequestBody ErasureRequest request) {
        String reason = required("reason", request.reason(), LONGEST_REASON);
        String by = required("by", request.by(), LONGEST_NAME);
        Optional<Erasure> erased = erasures.erase(id, reason, by, current.get());
        return new ErasureDocument(
                id,
                erased.map(Erasure::keys).orElse(List.of()),
                erased.map(Erasure::records).orElse(0L),
                erasures.of(id));
    }

    private static String required(String name, @Nullable String text, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()
                || stripped.length() > longest
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    name + ": must be a text of 1 to " + longest + " characters on one line; the log keeps it");
        }
        return stripped;
    }
}
