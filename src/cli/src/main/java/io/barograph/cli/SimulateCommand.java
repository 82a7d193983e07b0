package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.exchange.SimulationJson;
import io.barograph.engine.exchange.SimulationText;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.simulation.Simulation;
import io.barograph.engine.simulation.SimulationReport;
import io.barograph.engine.simulation.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what another model would do to a file of accounts. */
@Command(
        name = "simulate",
        description = {
            "Decide accounts by a changed model and by the one it is to replace, and tell what would be different: bands by"
                    + " segment, ARR, playbooks and the work they make, and which change does it.",
            "Differences are no problem; lines that cannot be read make the exit code 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SimulateCommand implements Callable<Integer> {

    private static final int MOST_EXAMPLES = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "Folder with the changed model's workbooks.")
    private Path changed = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Folder with the model to replace (default: decision-tables/customer-health).")
    private @Nullable Path against;

    @Mixin
    private AccountsInput accounts = new AccountsInput();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many accounts to name in lists of examples (default: 10).")
    private int top = 10;

    @Mixin
    private FormatOption format = new FormatOption();

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 1 || top > MOST_EXAMPLES) {
            throw new ParameterException(
                    spec.commandLine(), "`--top` must be from 1 to " + MOST_EXAMPLES + ", but is `" + top + "`");
        }
        Path after = ModelOption.existing(changed, console, spec);
        Path before = ModelOption.existing(against, console, spec);
        AccountSource source = accounts.source(console);
        if (source == null) {
            throw new ParameterException(
                    spec.commandLine(), "name the accounts to decide, for example `--accounts accounts.csv`");
        }
        Compilation.Accepted old = SoundModel.load(before, console).orElse(null);
        Compilation.Accepted now =
                old == null ? null : SoundModel.load(after, console).orElse(null);
        if (old == null || now == null) {
            return Faults.PROBLEMS;
        }
        ModelFiles oldFiles = ModelFolder.read(before, console.home());
        ModelFiles newFiles = ModelFolder.read(after, console.home());
        try (Simulation simulation =
                new Simulation(old, now, ModelDiff.between(oldFiles, newFiles).changes(), top)) {
            Tally total = simulation.tally();
            accounts.run(source, now.model().contract(), console, batch -> {
                Tally part = simulation.compare(batch);
                return () -> total.add(part);
            });
            answer(before, after, simulation.report(total));
        }
        return accounts.allUsed() ? 0 : Faults.PROBLEMS;
    }

    private void answer(Path before, Path after, SimulationReport report) throws IOException {
        String old = shown(before, after);
        String now = shown(after, before);
        if (format.isJson()) {
            SimulationJson.write(old, now, report, console.out());
            console.out().flush();
        } else {
            console.print(SimulationText.of(old, now, report, console.look()));
        }
    }

    /** The folder's name, or all of it where both have the same. */
    private static String shown(Path folder, Path other) {
        return folder.getFileName().equals(other.getFileName())
                ? folder.toString()
                : folder.getFileName().toString();
    }
}
