package io.barograph.service.governance;

import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.model.ModelFiles;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** @param kind {@code contract}, {@code rule} or {@code workbook} */
record FileDocument(
        @Schema(allowableValues = {"contract", "rule", "workbook"})
        String kind,

        String name,
        String sha256,
        int bytes) {

    static List<FileDocument> of(ModelFiles files) {
        return ModelPart.of(files).stream()
                .map(part -> new FileDocument(
                        part.kind().label(),
                        part.file().name(),
                        part.sha256(),
                        part.file().bytes().length))
                .toList();
    }
}
