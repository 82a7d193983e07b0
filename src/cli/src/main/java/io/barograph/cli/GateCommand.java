package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.governance.Breach;
import io.barograph.engine.governance.Figures;
import io.barograph.engine.governance.GovernanceFolder;
import io.barograph.engine.governance.GuardrailCheck;
import io.barograph.engine.governance.GuardrailPolicy;
import io.barograph.engine.governance.GuardrailPolicyReader;
import io.barograph.engine.governance.Study;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.simulation.Simulation;
import io.barograph.engine.simulation.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a changed model before it is merged. */
@Command(
        name = "gate",
        description = {
            "Judge a changed model before it is merged: check it and run its tests, tell what changes against the base, decide"
                    + " accounts by both, and hold that against the guardrails.",
            "The guardrails are those of the base, so that a change cannot loosen what it is held against.",
            "Exit codes: 0 it may be merged, 1 something stands against it, 2 wrong usage."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class GateCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        MARKDOWN
    }

    private static final int EXAMPLES = 10;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "BASE", description = "Folder with the workbooks as they are.")
    private Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "CHANGED", description = "Folder with the workbooks as they are to be.")
    private Path changed = Path.of("");

    @Mixin
    private AccountsInput accounts = new AccountsInput();

    @Option(
            names = "--without-accounts",
            description =
                    "Judge without deciding accounts: what needs a portfolio is not judged, and the answer says so.")
    private boolean withoutAccounts;

    @Option(
            names = "--guardrails",
            paramLabel = "FILE",
            description = "Limits to hold it against (default: guardrails.yaml of the base's project).")
    private @Nullable Path guardrails;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or markdown (default: text).")
    private Format format = Format.TEXT;

    GateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path before = ModelOption.existing(base, console, spec);
        Path after = ModelOption.existing(changed, console, spec);
        AccountSource source = accounts.source(console);
        if ((source == null) != withoutAccounts) {
            throw usage(
                    source == null
                            ? "name the accounts to decide, for example `--accounts accounts.csv`, or say `--without-accounts`"
                            : "`--accounts` and `--without-accounts` exclude each other");
        }
        ModelFiles oldFiles = ModelFolder.read(before, console.home());
        ModelFiles newFiles = ModelFolder.read(after, console.home());
        Compilation now = ModelCompiler.compile(newFiles, ModelOption.VERSION);
        ModelDiff diff = ModelDiff.between(oldFiles, newFiles);
        List<String> remarks = new ArrayList<>();
        GateResult result;
        if (now instanceof Compilation.Accepted accepted) {
            GuardrailPolicy policy = policy(before, after, accepted, remarks);
            if (policy == null) {
                accepted.decider().close();
                return Faults.PROBLEMS;
            }
            result = source == null
                    ? unsimulated(accepted, diff, policy, remarks)
                    : simulated(oldFiles, newFiles, accepted, diff, policy, source, remarks);
        } else {
            remarks.add("a model with errors cannot decide, so what it does to accounts is not known");
            result = result(now, diff, null, List.of(), 0, remarks);
        }
        if (format == Format.MARKDOWN) {
            console.print(GateMarkdown.of(result));
        } else {
            console.print(GateText.of(result, console));
        }
        return result.passes() ? 0 : Faults.PROBLEMS;
    }

    /** Null, after telling it, when there are no limits to hold anything against. */
    private @Nullable GuardrailPolicy policy(Path before, Path after, Compilation.Accepted now, List<String> remarks)
            throws IOException {
        Path own = guardrails(before);
        Path file = guardrails == null ? own : console.resolve(guardrails);
        if (!Files.isRegularFile(file)) {
            throw usage(
                    "there are no guardrails in `" + console.shown(file) + "`; name their file with `--guardrails`");
        }
        byte[] yaml = Files.readAllBytes(file);
        Path others = guardrails(after);
        if (guardrails == null && Files.isRegularFile(others) && !Arrays.equals(yaml, Files.readAllBytes(others))) {
            remarks.add("the guardrails change, too; the model was held against those of the base");
        }
        Issues issues = new Issues();
        GuardrailPolicy policy = GuardrailPolicyReader.read(
                console.shown(file), yaml, now.model().contract(), issues);
        if (policy == null) {
            console.err().print(IssueRenderer.render(issues.sorted(), false));
            console.complain("these guardrails cannot be used; mend them first");
        }
        return policy;
    }

    private Path guardrails(Path model) {
        return new GovernanceFolder(ModelFolder.project(model, console.home()))
                .file(model.getFileName().toString(), GovernanceFolder.GUARDRAILS);
    }

    private GateResult unsimulated(
            Compilation.Accepted now, ModelDiff diff, GuardrailPolicy policy, List<String> remarks) {
        now.decider().close();
        remarks.add(
                "no accounts were decided: nobody knows who would change band, and coverage, proxies and fairness were not"
                        + " judged");
        return result(now, diff, null, GuardrailCheck.breaches(policy, now.model(), now.tests()), 0, remarks);
    }

    private GateResult simulated(
            ModelFiles oldFiles,
            ModelFiles newFiles,
            Compilation.Accepted now,
            ModelDiff diff,
            GuardrailPolicy policy,
            AccountSource source,
            List<String> remarks)
            throws IOException {
        Compilation.Accepted old = decides(oldFiles);
        boolean compares = old != null;
        if (old == null) {
            remarks.add("the base has errors and cannot decide, so nothing could be counted against it");
            old = (Compilation.Accepted) ModelCompiler.compile(newFiles, ModelOption.VERSION);
        }
        Study study = new Study(now.model(), policy);
        try (Simulation simulation = new Simulation(old, now, compares ? diff.changes() : List.of(), EXAMPLES)) {
            Tally total = simulation.tally();
            accounts.run(source, now.model().contract(), console, batch -> {
                List<Runnable> seen = new ArrayList<>(batch.size());
                Tally part =
                        simulation.compare(batch, (inquiry, was, is) -> seen.add(() -> study.add(inquiry, was, is)));
                return () -> {
                    total.add(part);
                    seen.forEach(Runnable::run);
                };
            });
            Figures figures = study.figures();
            return result(
                    now,
                    diff,
                    new GateResult.Simulated(simulation.report(total), figures, policy),
                    GuardrailCheck.breaches(policy, now.model(), now.tests(), figures),
                    accounts.unusable(),
                    remarks);
        }
    }

    private static Compilation.@Nullable Accepted decides(ModelFiles files) {
        return ModelCompiler.compile(files, ModelOption.VERSION) instanceof Compilation.Accepted accepted
                ? accepted
                : null;
    }

    private static GateResult result(
            Compilation now,
            ModelDiff diff,
            GateResult.@Nullable Simulated simulated,
            List<Breach> breaches,
            long unusable,
            List<String> remarks) {
        List<Issue> issues = now.issues().stream()
                .filter(issue -> issue.code() != IssueCode.UNTESTED_RULE)
                .toList();
        return new GateResult(diff.after().name(), issues, now.tests(), diff, simulated, breaches, unusable, remarks);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
