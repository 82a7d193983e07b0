package io.barograph.service.governance;

import io.barograph.engine.audit.export.ModelPart;
import io.barograph.engine.governance.ReleaseManifest;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The manifests of released versions that came with the installation, {@code governance/releases/<model>/*.yaml}. */
@Component
class Releases {

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final Path folder;

    Releases(@Value("${barograph.home}") Path home) {
        this.folder = home.resolve("governance/releases");
    }

    /** The manifest of exactly these files; empty when they were never released. */
    Optional<ReleaseManifest> find(ModelFiles files, String digest) {
        Map<String, String> hashes = new TreeMap<>();
        ModelPart.of(files)
                .forEach(part ->
                        hashes.put(part.kind().label() + "/" + part.file().name(), part.sha256()));
        return manifests(folder.resolve(files.name()).normalize()).stream()
                .filter(manifest -> manifest.digest().equals(digest))
                .filter(manifest -> manifest.files().equals(hashes))
                .findFirst();
    }

    private List<ReleaseManifest> manifests(Path model) {
        if (!model.startsWith(folder.normalize()) || !Files.isDirectory(model)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(model)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("the releases in {} cannot be read: {}", model, unreadable.getMessage());
            return List.of();
        }
    }

    private static Optional<ReleaseManifest> read(Path file) {
        Issues issues = new Issues();
        try {
            Optional<ReleaseManifest> manifest = Optional.ofNullable(
                    ReleaseManifest.read(file.getFileName().toString(), Files.readAllBytes(file), issues));
            issues.sorted().stream()
                    .filter(Issue::isError)
                    .forEach(issue -> LOG.warn("{}: {}", issue.cell(), issue.message()));
            return manifest;
        } catch (IOException unreadable) {
            LOG.warn("the release in {} cannot be read: {}", file, unreadable.getMessage());
            return Optional.empty();
        }
    }
}
