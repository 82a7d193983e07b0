package io.barograph.engine.model;

import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.WorkbookLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of a model on disk. */
public final class ModelFolder {

    /** The data contract's file name. */
    public static final String CONTRACT = "data-contract.yaml";

    private ModelFolder() {}

    /**
     * Reads a model's folder; its contract from the folder, else from {@code governance/<name>/} of the project the
     * folder belongs to (two levels up), else of {@code home}; its guardrails from {@code rules/guardrails/<name>/}
     * of the same project. Of a file beyond the size limit only the first bytes past it are read, enough for its reader
     * to refuse it.
     *
     * @param home the project to fall back to
     * @throws IOException when a file that exists cannot be read
     */
    public static ModelFiles read(Path folder, Path home) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        String name = name(absolute);
        Path project = project(absolute, home);
        Path contract = contractFile(absolute, home);
        return new ModelFiles(
                name,
                files(absolute, 1, ModelFolder::isWorkbook),
                contract == null ? null : new ModelFile(CONTRACT, bytes(contract)),
                rules(name, project));
    }

    /**
     * The guardrails of a model in a project; none when it has none.
     *
     * @throws IOException when a file that exists cannot be read
     */
    public static List<ModelFile> rules(String model, Path project) throws IOException {
        return files(project.resolve("rules/guardrails").resolve(model), Integer.MAX_VALUE, ModelFolder::isRuleFile);
    }

    /**
     * The project a model's folder belongs to: two levels up when that has {@code rules/} or {@code governance/}, else {@code home}.
     *
     * @param folder absolute
     */
    public static Path project(Path folder, Path home) {
        Path models = folder.getParent();
        Path project = models == null ? null : models.getParent();
        boolean isProject = project != null
                && (Files.isDirectory(project.resolve("rules")) || Files.isDirectory(project.resolve("governance")));
        return project != null && isProject ? project : home;
    }

    /**
     * The file of the data contract that {@link #read} would take; null when there is none.
     *
     * @param home the project to fall back to
     */
    public static @Nullable Path contractFile(Path folder, Path home) {
        Path absolute = folder.toAbsolutePath().normalize();
        String name = name(absolute);
        return Stream.of(
                        absolute.resolve(CONTRACT),
                        project(absolute, home)
                                .resolve("governance")
                                .resolve(name)
                                .resolve(CONTRACT),
                        home.resolve("governance").resolve(name).resolve(CONTRACT))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    private static String name(Path folder) {
        Path fileName = folder.getFileName();
        return fileName == null ? "model" : fileName.toString();
    }

    private static List<ModelFile> files(Path folder, int depth, Predicate<String> counts) throws IOException {
        List<ModelFile> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            paths = walk.filter(Files::isRegularFile)
                    .filter(path -> counts.test(path.getFileName().toString()))
                    .toList();
        }
        for (Path path : paths) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            files.add(new ModelFile(name, bytes(path)));
        }
        files.sort(Comparator.comparing(ModelFile::name));
        return files;
    }

    private static boolean isWorkbook(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx") && !name.startsWith("~$") && !name.startsWith(".");
    }

    private static boolean isRuleFile(String name) {
        return isWorkbook(name) || (name.endsWith(".drl") && !name.startsWith("."));
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(WorkbookLimits.FILE_BYTES + 1);
        }
    }
}
