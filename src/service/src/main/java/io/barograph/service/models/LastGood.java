package io.barograph.service.models;

import io.barograph.engine.audit.export.ModelDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The model that decided last on this instance, in a file of its own, for the day the database does not give one that loads. */
@Component
public class LastGood {

    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);

    private final Path file;

    LastGood(@Value("${barograph.data}") Path data) {
        this.file = data.resolve("last-good-model.json");
    }

    public void keep(Generation generation) {
        ModelDocument document = generation.document();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "model", ".tmp");
            Files.write(written, document.canonicalBytes());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            LOG.warn("the model that decides could not be kept in {}: {}", file, full.getMessage());
        }
    }

    /** The model whose files have the digest they had; empty when there is none. */
    public Optional<ModelDocument> find() {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(ModelDocument.read(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.warn("the model in {} cannot be used: {}", file, unusable.getMessage());
            return Optional.empty();
        }
    }
}
