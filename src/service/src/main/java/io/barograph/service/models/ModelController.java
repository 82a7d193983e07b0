package io.barograph.service.models;

import io.barograph.engine.audit.export.ModelPart;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models there are: the one that decides, and every earlier one. */
@Tag(name = "Models")
@RestController
@RequestMapping(path = "/api/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ACTIVE = "active";
    private static final String RETIRED = "retired";

    /**
     * @param version what decisions call it; null of one that decided earlier, since it may have had several
     * @param state {@code active}: it decides; {@code retired}: it decided earlier
     * @param segments null of one that decided earlier
     */
    record ModelDocument(
            String name,
            @Nullable String version,
            String digest,
            @Schema(allowableValues = {ACTIVE, RETIRED}) String state,
            @Nullable List<String> segments) {}

    record ModelList(List<ModelDocument> items) {
        ModelList {
            items = List.copyOf(items);
        }
    }

    /** @param kind {@code contract}, {@code rule} or {@code workbook} */
    record FileDocument(
            @Schema(allowableValues = {"contract", "rule", "workbook"})
            String kind,

            String name,
            String sha256,
            int bytes) {

        static FileDocument of(ModelPart part) {
            return new FileDocument(
                    part.kind().label(),
                    part.file().name(),
                    part.sha256(),
                    part.file().bytes().length);
        }
    }

    /** @param files as they were when the model was first active; its digest is computed from them */
    record KeptDocument(String name, String digest, String state, Instant keptAt, List<FileDocument> files) {
        KeptDocument {
            files = List.copyOf(files);
        }
    }

    private final ActiveModel active;
    private final KeptModels kept;

    ModelController(ActiveModel active, KeptModels kept) {
        this.active = active;
        this.kept = kept;
    }

    @Operation(
            summary = "The models there are",
            description = "The active one first, then those that decided earlier, the latest first.")
    @GetMapping
    ModelList models() {
        Generation now = active.now();
        List<ModelDocument> earlier = new ArrayList<>();
        for (KeptModels.Entry model : kept.all()) {
            if (!model.digest().equals(now.version().digest())) {
                earlier.add(0, new ModelDocument(model.name(), null, model.digest(), RETIRED, null));
            }
        }
        earlier.add(
                0,
                new ModelDocument(
                        now.name(), now.version().version(), now.version().digest(), ACTIVE, now.segments()));
        return new ModelList(earlier);
    }

    @Operation(summary = "A model that decides or decided, and its files")
    @GetMapping("/{digest}")
    KeptDocument model(@PathVariable String digest) {
        KeptModel model = known(digest);
        return new KeptDocument(
                model.document().files().name(),
                digest,
                isActive(digest) ? ACTIVE : RETIRED,
                model.keptAt(),
                ModelPart.of(model.document().files()).stream()
                        .map(FileDocument::of)
                        .toList());
    }

    @Operation(summary = "A workbook of a model that decides or decided, as it was")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/{digest}/workbooks/{name}", produces = WORKBOOK)
    ResponseEntity<byte[]> workbook(@PathVariable String digest, @PathVariable String name) {
        byte[] workbook = known(digest).document().files().workbooks().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "model `" + digest + "` has no workbook `" + name + "`; `/api/v1/models/" + digest
                                + "` names those it has"))
                .bytes();
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.parseMediaType(WORKBOOK))
                .body(workbook);
    }

    private boolean isActive(String digest) {
        return digest.equals(active.now().version().digest());
    }

    private KeptModel known(String digest) {
        return kept.find(digest)
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "no model `" + digest + "` was ever active here; `/api/v1/models` names those that were"));
    }
}
