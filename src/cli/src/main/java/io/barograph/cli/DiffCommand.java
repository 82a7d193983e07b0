package io.barograph.cli;

import io.barograph.engine.exchange.DiffJson;
import io.barograph.engine.exchange.DiffText;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path old = ModelOption.existing(before, console, spec);
        Path now = ModelOption.existing(after, console, spec);
        ModelDiff diff =
                ModelDiff.between(ModelFolder.read(old, console.home()), ModelFolder.read(now, console.home()));
        if (format.isJson()) {
            console.out().write(DiffJson.line(diff));
            console.out().flush();
        } else {
            console.print(DiffText.of(diff, console.look()));
        }
        return diff.unreadable().isEmpty() ? 0 : Faults.PROBLEMS;
    }
}
