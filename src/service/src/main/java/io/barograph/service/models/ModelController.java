package io.barograph.service.models;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models there are. */
@Tag(name = "Models")
@RestController
@RequestMapping(path = "/api/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
class ModelController {

    /** @param state {@code active}: it decides */
    record ModelDocument(String name, String version, String digest, String state, List<String> segments) {}

    record ModelList(List<ModelDocument> items) {
        ModelList {
            items = List.copyOf(items);
        }
    }

    private final ActiveModel active;

    ModelController(ActiveModel active) {
        this.active = active;
    }

    @Operation(summary = "The models there are")
    @GetMapping
    ModelList models() {
        return new ModelList(List.of(new ModelDocument(
                active.name(), active.version().version(), active.version().digest(), "active", active.segments())));
    }
}
