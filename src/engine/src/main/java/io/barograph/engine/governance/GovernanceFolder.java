package io.barograph.engine.governance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the governance of a project's models lies.
 *
 * @param project the folder that holds {@code governance/} and {@code decision-tables/}
 */
public record GovernanceFolder(Path project) {

    public static final String RIGHTS = "decision-rights.yaml";
    public static final String GUARDRAILS = "guardrails.yaml";
    public static final String CALENDAR = "review-calendar.yaml";
    public static final String CHANGE_LOG = "CHANGELOG.md";
    public static final String MODEL_CARD = "model-card.md";

    public Path root() {
        return project.resolve("governance");
    }

    /** Where a file of a model is: {@code governance/<model>/} has those of one model, {@code governance/} those of all others. */
    public Path file(String model, String name) {
        Path own = root().resolve(model).resolve(name).normalize();
        return own.startsWith(root().normalize()) && Files.isRegularFile(own) ? own : root().resolve(name);
    }

    public Path releases() {
        return root().resolve("releases");
    }

    /** The public keys that releases are signed with, unless the installation says otherwise. */
    public Path keys() {
        return releases().resolve("keys.txt");
    }

    /** The folders of the project's models, by name. */
    public List<Path> models() throws IOException {
        return folders(project.resolve("decision-tables"));
    }

    /** The models that were ever released, by name. */
    public List<String> released() throws IOException {
        return folders(releases()).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    private static List<Path> folders(Path above) throws IOException {
        if (!Files.isDirectory(above)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(above)) {
            return found.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** A file as issues name it: from the project, with slashes. */
    public String named(Path file) {
        Path shown = file.startsWith(project) ? project.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
