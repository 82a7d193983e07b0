package io.barograph.service.access;

import io.barograph.service.access.ApiKeys.Issued;
import io.barograph.service.problems.Problem;
import io.barograph.service.problems.ProblemType;
import io.barograph.service.security.CurrentPrincipal;
import io.barograph.service.security.Principal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys of services: make, list, renew and revoke them. */
@Tag(name = "Access")
@RestController
@RequestMapping(path = KeysController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class KeysController {

    static final String PATH = "/api/v1/access/keys";

    private static final String VALIDITY = "P90D";
    private static final String OVERLAP = "P1D";

    /**
     * @param segments where the roles hold; all when left out
     * @param validity ISO 8601 duration, 90 days when left out
     * @param person who answers for the key: whoever makes it when left out
     */
    record NewKey(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable List<String> segments,
            @Nullable String validity,
            @Nullable String person) {}

    /**
     * @param overlap how long the old key is still good; a day when left out
     * @param validity of the new key; 90 days when left out
     */
    record Rotation(@Nullable String overlap, @Nullable String validity) {}

    /**
     * A key without its secret.
     *
     * @param id what the key begins with, after {@code barograph_}
     * @param segments null for all
     */
    record KeyDocument(
            String name,
            String id,
            String person,
            List<String> roles,
            @Nullable List<String> segments,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {

        static KeyDocument of(ApiKey key) {
            return new KeyDocument(
                    key.name(),
                    key.id(),
                    key.person(),
                    key.grant().labels(),
                    key.grant().segments().all() ? null : key.grant().segments().list(),
                    key.createdBy(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt());
        }
    }

    /** @param token the key itself, as {@code Authorization: Bearer} sends it; it is told this once */
    record IssuedDocument(String token, KeyDocument key) {

        /** Without the key itself. */
        @Override
        public String toString() {
            return key.toString();
        }
    }

    record KeyList(List<KeyDocument> items) {
        KeyList {
            items = List.copyOf(items);
        }
    }

    private final ApiKeys keys;
    private final CurrentPrincipal current;

    KeysController(ApiKeys keys, CurrentPrincipal current) {
        this.keys = keys;
        this.current = current;
    }

    @Operation(summary = "API keys there are and were", description = "By name; never with their secrets.")
    @GetMapping
    KeyList list() {
        return new KeyList(keys.list().stream().map(KeyDocument::of).toList());
    }

    @Operation(
            summary = "Make an API key",
            description = "The answer has the key itself, this one time; what is kept of it is a hash.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IssuedDocument> create(@RequestBody NewKey wanted) {
        Principal by = current.get();
        String person = wanted.person() == null ? by.person() : Texts.name("person", wanted.person());
        return issued(keys.create(
                Texts.name("name", wanted.name()),
                person,
                Grant.of(wanted.roles(), wanted.segments()),
                duration("validity", wanted.validity(), VALIDITY),
                by));
    }

    @Operation(
            summary = "Renew an API key",
            description =
                    "Makes a key with the same name, roles and segments; the old one is good until `overlap` is over.")
    @PostMapping(path = "/{name}/rotation", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IssuedDocument> rotate(@PathVariable String name, @RequestBody Rotation wanted) {
        return issued(keys.rotate(
                name,
                duration("overlap", wanted.overlap(), OVERLAP),
                duration("validity", wanted.validity(), VALIDITY),
                current.get()));
    }

    @Operation(
            summary = "Revoke an API key",
            description = "All keys of that name; other instances follow within seconds.")
    @DeleteMapping("/{name}")
    ResponseEntity<Void> revoke(@PathVariable String name) {
        keys.revoke(name, current.get());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<IssuedDocument> issued(Issued issued) {
        return ResponseEntity.created(URI.create(PATH))
                .cacheControl(CacheControl.noStore())
                .body(new IssuedDocument(issued.token(), KeyDocument.of(issued.key())));
    }

    private static Duration duration(String member, @Nullable String text, String otherwise) {
        try {
            return Duration.parse(text == null ? otherwise : text);
        } catch (DateTimeParseException wrong) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    member + ": must be a duration such as `P90D` or `PT12H`, but is `" + text + "`",
                    wrong);
        }
    }
}
