package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.decision.Mutation;
import io.barograph.engine.decision.MutationReport;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds everything that is wrong with models, and runs their Tests sheets. */
@Command(
        name = "check",
        description = {
            "Find every issue in a model's workbooks, data contract and guardrails, and run",
            "its Tests sheets.",
            "Notices are no problem; errors make the exit code 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Folders with workbooks (default: decision-tables/customer-health).")
    private @Nullable List<Path> folders;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--tests", description = "List every test, and every rule that no test fires.")
    private boolean everyTest;

    @Option(names = "--mutate", description = "Move every number a little and tell which moves no test notices.")
    private boolean mutate;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> models = new ArrayList<>();
        if (folders == null) {
            models.add(ModelOption.existing(null, console, spec));
        } else {
            for (Path folder : folders) {
                models.add(ModelOption.existing(folder, console, spec));
            }
        }
        boolean sound = true;
        for (Path model : models) {
            sound &= check(model);
        }
        return sound ? 0 : Faults.PROBLEMS;
    }

    private boolean check(Path folder) throws IOException {
        ModelFiles files = ModelFolder.read(folder, console.home());
        Compilation compilation = ModelCompiler.compile(files, ModelOption.VERSION);
        MutationReport mutation =
                mutate && compilation instanceof Compilation.Accepted accepted ? mutation(accepted) : null;
        if (format.isJson()) {
            CheckJson.write(files.name(), compilation, mutation, console.out());
        } else {
            console.print(text(files.name(), compilation, mutation));
        }
        if (compilation instanceof Compilation.Accepted accepted) {
            accepted.decider().close();
            return true;
        }
        return false;
    }

    private MutationReport mutation(Compilation.Accepted accepted) {
        Progress progress = new Progress(console.err(), console.errIsTerminal());
        try {
            return Mutation.run(accepted, progress::of);
        } finally {
            progress.clear();
        }
    }

    /** What no test fires is told with the tests, so that it does not bury what is wrong. */
    private String text(String model, Compilation compilation, @Nullable MutationReport mutation) {
        StringBuilder text = new StringBuilder();
        List<Issue> issues = compilation.issues().stream()
                .filter(issue -> issue.code() != IssueCode.UNTESTED_RULE)
                .collect(Collectors.toCollection(ArrayList::new));
        if (mutation != null) {
            issues.addAll(mutation.unnoticed());
        }
        if (!issues.isEmpty()) {
            Issues sorted = new Issues();
            sorted.addAll(issues);
            text.append(IssueRenderer.render(sorted.sorted(), console.colours()))
                    .append('\n');
        }
        text.append(TestText.of(compilation.tests(), everyTest));
        if (mutation != null) {
            text.append(MutationText.of(mutation));
        }
        if (compilation instanceof Compilation.Accepted accepted) {
            text.append(ModelSummary.of(accepted.model()));
        } else {
            text.append("%s cannot decide before its errors are mended%n".formatted(model));
        }
        if (compilation.digest() != null) {
            text.append(String.format(Locale.ROOT, "digest %s%n", compilation.digest()));
        }
        return text.toString();
    }
}
