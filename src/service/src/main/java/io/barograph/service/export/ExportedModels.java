package io.barograph.service.export;

import io.barograph.service.models.KeptModels;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The models that decided, as the documents that an export carries. */
@Component
class ExportedModels {

    private final KeptModels models;

    ExportedModels(KeptModels models) {
        this.models = models;
    }

    Optional<byte[]> document(String digest) {
        return models.find(digest).map(kept -> kept.document().canonicalBytes());
    }
}
