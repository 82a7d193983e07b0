package io.barograph.service.governance;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.exchange.DiffJson;
import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The versions of the model, and drafts of new ones. */
@Tag(name = "Models")
@RestController
@RequestMapping(path = "/api/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
class VersionController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String CHECK = "What the check finds in a version, and what came of its tests";
    private static final String CHANGES = "What a version changes, in business terms";
    private static final String NAMED = "`{v}` is a version's number or digest, or `active`.";

    record VersionList(List<VersionDocument> items) {
        VersionList {
            items = List.copyOf(items);
        }
    }

    private final VersionLookup lookup;
    private final Versions versions;
    private final Drafts drafts;
    private final Checking checking;
    private final CurrentPrincipal principal;

    VersionController(
            VersionLookup lookup, Versions versions, Drafts drafts, Checking checking, CurrentPrincipal principal) {
        this.lookup = lookup;
        this.versions = versions;
        this.drafts = drafts;
        this.checking = checking;
        this.principal = principal;
    }

    @Operation(
            summary = "The versions of the model",
            description = "The active one first, then the newest, each with who did what to it, when and why.")
    @GetMapping
    VersionList models() {
        return new VersionList(lookup.all());
    }

    @Operation(
            summary = "Upload a draft",
            description =
                    "Workbooks, as parts named `workbooks`, replace those of the active model with the same name; the"
                            + " others stay, unless `whole=true`. A part may be the data contract (`data-contract.yaml`)."
                            + " `base` is the version the workbooks were taken from, when another one is active by now:"
                            + " then the draft is compared with that one, and can be merged with what was changed since."
                            + " `why` says what is changed and why. Errors of the check do not keep a draft from being"
                            + " kept; they keep it from being submitted.")
    @ApiResponse(responseCode = "201", description = "The draft is kept")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<VersionDocument> upload(
            @RequestParam("workbooks") List<MultipartFile> workbooks,
            @RequestParam String why,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = VersionLookup.ACTIVE) String base)
            throws IOException {
        List<ModelFile> files = new ArrayList<>();
        for (MultipartFile part : workbooks) {
            files.add(new ModelFile(
                    part.getOriginalFilename() == null ? "" : part.getOriginalFilename(), part.getBytes()));
        }
        GovernedVersion draft = drafts.upload(files, whole, base, why, principal.get());
        return ResponseEntity.created(URI.create("/api/v1/models/" + draft.number()))
                .body(lookup.document(Integer.toString(draft.number())));
    }

    @Operation(summary = "A version, its files and its history", description = NAMED)
    @GetMapping("/{v}")
    VersionDocument model(@PathVariable String v) {
        return lookup.document(v);
    }

    @Operation(summary = "A workbook of a version, as it is", description = NAMED)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = WORKBOOK, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/{v}/workbooks/{name}", produces = WORKBOOK)
    ResponseEntity<byte[]> workbook(@PathVariable String v, @PathVariable String name) {
        byte[] workbook = lookup.files(v).workbooks().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND,
                        "model `" + v + "` has no workbook `" + name + "`; `/api/v1/models/" + v
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

    @Operation(
            summary = CHECK,
            description = "The same as `barograph check --format json`; as `text/plain`, for people. " + NAMED)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @GetMapping("/{v}/issues")
    ResponseEntity<byte[]> issues(@PathVariable String v) {
        GovernedVersion version = lookup.require(v);
        return json(versions.check(version.number())
                .orElseGet(() -> checking.run(() -> CheckDocument.of(version.name(), compiled(version)))));
    }

    @Operation(summary = CHECK)
    @GetMapping(path = "/{v}/issues", produces = TEXT)
    String issuesForPeople(@PathVariable String v) {
        GovernedVersion version = lookup.require(v);
        return checking.run(() -> CheckText.of(compiled(version)));
    }

    private Compilation compiled(GovernedVersion version) {
        Compilation compilation = ModelCompiler.compile(versions.files(version), version.label());
        if (compilation instanceof Compilation.Accepted accepted) {
            accepted.decider().close();
        }
        return compilation;
    }

    @Operation(
            summary = CHANGES,
            description = "The same as `barograph diff --format json`; as `text/plain`, for people. " + NAMED)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @GetMapping("/{v}/diff")
    ResponseEntity<byte[]> diff(@PathVariable String v, @RequestParam(defaultValue = "active") String against) {
        ModelFiles before = lookup.files(against);
        ModelFiles after = lookup.files(v);
        return json(checking.run(() -> DiffJson.line(ModelDiff.between(before, after))));
    }

    @Operation(summary = CHANGES)
    @GetMapping(path = "/{v}/diff", produces = TEXT)
    String diffForPeople(@PathVariable String v, @RequestParam(defaultValue = "active") String against) {
        ModelFiles before = lookup.files(against);
        ModelFiles after = lookup.files(v);
        return checking.run(() -> DiffText.of(ModelDiff.between(before, after), Look.PLAIN));
    }

    static ResponseEntity<byte[]> json(byte[] document) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
