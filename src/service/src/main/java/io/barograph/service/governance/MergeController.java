package io.barograph.service.governance;

import io.barograph.engine.model.merge.Resolution;
import io.barograph.engine.model.merge.Resolution.Take;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings versions together that two people made side by side. */
@Tag(name = "Models")
@RestController
@RequestMapping(path = "/api/v1/models/{v}", produces = MediaType.APPLICATION_JSON_VALUE)
class MergeController {

    /**
     * @param conflict as the refusal names it
     * @param take {@code theirs}, {@code mine} or {@code value}
     * @param value what to write, as a person would type it; only with {@code value}
     */
    record Settled(
            @Nullable String conflict,
            @Nullable String take,
            @Nullable String value) {}

    /**
     * @param why for good in the draft's history and in the log
     * @param with number or digest of the other version; the active one when nothing is said
     * @param resolutions for the conflicts that an earlier call told
     */
    record Merge(
            @Nullable String why,
            @Nullable String with,
            @Nullable List<Settled> resolutions) {}

    private final VersionLookup lookup;
    private final Merges merges;
    private final CurrentPrincipal principal;

    MergeController(VersionLookup lookup, Merges merges, CurrentPrincipal principal) {
        this.lookup = lookup;
        this.merges = merges;
        this.principal = principal;
    }

    @Operation(
            summary = "Merge a version with the active one, or with another draft of the same base",
            description =
                    "Three ways, cell by cell: what one of the two changes is taken, what both change alike is taken once."
                            + " The outcome is a new draft, whose authors are those of both; neither version changes. What"
                            + " both change differently is told as `conflicts`, each with its place, the base's value and"
                            + " both others; send `resolutions` to settle them. Whether the merged model is sound, its check"
                            + " says.")
    @ApiResponse(responseCode = "201", description = "The merged draft is kept")
    @ApiResponse(responseCode = "409", description = "There are conflicts, in the member `conflicts`")
    @PostMapping("/merge")
    ResponseEntity<VersionDocument> merge(@PathVariable String v, @RequestBody Merge merge) {
        String with = merge.with() == null ? VersionLookup.ACTIVE : merge.with().strip();
        String why = merge.why() == null ? "" : merge.why().strip();
        GovernedVersion draft =
                merges.merge(lookup.require(v), with, resolutions(merge.resolutions()), why, principal.get());
        return ResponseEntity.created(URI.create("/api/v1/models/" + draft.number()))
                .body(lookup.document(Integer.toString(draft.number())));
    }

    private static List<Resolution> resolutions(@Nullable List<@Nullable Settled> sent) {
        List<Resolution> resolutions = new ArrayList<>();
        for (int i = 0; sent != null && i < sent.size(); i++) {
            resolutions.add(resolution("`resolutions[" + i + "]`", sent.get(i)));
        }
        return resolutions;
    }

    private static Resolution resolution(String place, @Nullable Settled sent) {
        if (sent == null || sent.conflict() == null) {
            throw malformed(place + " must name its `conflict`, as the refusal told it");
        }
        Take take = Arrays.stream(Take.values())
                .filter(one -> one.label().equals(sent.take()))
                .findFirst()
                .orElseThrow(() -> malformed(place + " must `take` `theirs`, `mine` or `value`, but has "
                        + (sent.take() == null ? "nothing" : "`" + sent.take() + "`")));
        if ((take == Take.VALUE) != (sent.value() != null)) {
            throw malformed(place
                    + (sent.value() == null
                            ? " takes a value but has none; send it as `value`"
                            : " has a `value`, so it must `take` `value`"));
        }
        return new Resolution(sent.conflict(), take, sent.value());
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.MALFORMED_REQUEST, detail);
    }
}
