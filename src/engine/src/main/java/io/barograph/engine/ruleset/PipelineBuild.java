package io.barograph.engine.ruleset;

import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A step of the build: compiles {@code rules/pipeline/*.drl} to class files beside the engine's own, and the shipped guardrails to
 * {@link Precompiled} ones, so that no process that decides has to.
 */
public final class PipelineBuild {

    private PipelineBuild() {}

    /** @param args the project's folder, and the folder for class files */
    public static void main(String[] args) throws IOException {
        Path rules = Path.of(args[0], "rules", "pipeline");
        Path output = Path.of(args[1]);
        Issues issues = new Issues();
        List<RuleCompilation.Source> sources = sources(rules);
        RuleCompilation.Compiled compiled = RuleCompilation.compile(sources, "pipeline", issues);
        if (compiled == null) {
            StringBuilder message = new StringBuilder("the pipeline's rules do not compile:");
            issues.sorted()
                    .forEach(issue -> message.append("\n  ")
                            .append(issue.cell())
                            .append(": ")
                            .append(issue.message()));
            throw new IllegalStateException(message.toString());
        }
        deleteEarlier(output.resolve("rules"));
        for (Map.Entry<String, byte[]> file : compiled.classes().entrySet()) {
            Path target = output.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Files.write(output.resolve(RuleBase.PIPELINE_MODELS), compiled.models());
        guardrails(Path.of(args[0]), output);
    }

    private static void guardrails(Path home, Path output) throws IOException {
        try (Stream<Path> models = Files.list(home.resolve("rules").resolve("guardrails"))) {
            for (Path model : models.filter(Files::isDirectory).sorted().toList()) {
                ModelFiles files =
                        ModelFolder.read(home.resolve("decision-tables").resolve(model.getFileName()), home);
                GuardrailCompiler.precompile(files.ruleFiles(), output);
            }
        }
    }

    private static void deleteEarlier(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".class")
                                || file.toString().endsWith(".zip"))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<RuleCompilation.Source> sources(Path rules) throws IOException {
        try (Stream<Path> files = Files.list(rules)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .map(file -> new RuleCompilation.Source(file.getFileName().toString(), text(file)))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
