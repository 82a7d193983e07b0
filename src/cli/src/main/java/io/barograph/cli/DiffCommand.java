package io.barograph.cli;

import io.barograph.engine.authoring.AnnotatedDiff;
import io.barograph.engine.exchange.DiffJson;
import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what changed between two models. */
@Command(
        name = "diff",
        description = {
            "Tell what changed between two models, in business terms: rows by Rule ID, weights, thresholds, conditions,"
                    + " order where it decides, the data contract, guardrails.",
            "Models with errors are compared as far as they can be read. Differences are no problem; a file that cannot be"
                    + " read makes the exit code 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DiffCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Folder with the older model's workbooks.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "Folder with the newer model's workbooks.")
    private Path after = Path.of("");

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--xlsx",
            paramLabel = "FILE",
            description = "Write the changes there as a workbook: changed cells yellow with the old value in a comment,"
                    + " added rows green, removed rows red.")
    private @Nullable Path xlsx;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path old = ModelOption.existing(before, console, spec);
        Path now = ModelOption.existing(after, console, spec);
        Path annotated = xlsx == null ? null : annotated(xlsx, old, now);
        ModelDiff diff =
                ModelDiff.between(ModelFolder.read(old, console.home()), ModelFolder.read(now, console.home()));
        if (format.isJson()) {
            console.out().write(DiffJson.line(diff));
            console.out().flush();
        } else {
            console.print(DiffText.of(diff, console.look()));
        }
        if (annotated != null) {
            FileSet.replace(Map.of(annotated, AnnotatedDiff.write(diff)));
        }
        return diff.unreadable().isEmpty() ? 0 : Faults.PROBLEMS;
    }

    /** Among a model's workbooks it would count as one of them, or replace one. */
    private Path annotated(Path given, Path old, Path now) {
        Path target = TargetFile.of(given, "--xlsx", console, spec);
        if (target.startsWith(old) || target.startsWith(now)) {
            throw new ParameterException(
                    spec.commandLine(), "`" + given + "` lies in a model's folder; name a file elsewhere for --xlsx");
        }
        return target;
    }
}
