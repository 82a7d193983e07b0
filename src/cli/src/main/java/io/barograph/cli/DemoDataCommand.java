package io.barograph.cli;

import io.barograph.cli.portfolio.Plan;
import io.barograph.cli.portfolio.PortfolioAccount;
import io.barograph.cli.portfolio.PortfolioFiles;
import io.barograph.cli.portfolio.PortfolioTotals;
import io.barograph.engine.contract.Contract;
import io.barograph.engine.contract.ContractReader;
import io.barograph.engine.exchange.AccountFile.BadFileException;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.issue.IssueRenderer;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Invents a portfolio of accounts to try a model on. */
@Command(
        name = "demo-data",
        description = {
            "Invent a portfolio of customer accounts: months of readings, planted stories with known onsets, and what"
                    + " became of the accounts.",
            "The same arguments always give the same files."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DemoDataCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        JSON
    }

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--accounts",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many accounts, 1 to 100,000 (default: 200).")
    private int accounts;

    @Option(
            names = "--months",
            paramLabel = "M",
            defaultValue = "18",
            description = "How many months of readings, 3 to 60 (default: 18).")
    private int months;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Any whole number; another seed gives another portfolio (default: 1).")
    private long seed;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateOption.class,
            defaultValue = "2026-03-01",
            description = "The last day (default: 2026-03-01).")
    private LocalDate asOf = LocalDate.EPOCH;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "demo-data",
            description = "Folder to write to; made when it is not there (default: demo-data).")
    private Path out = Path.of("demo-data");

    @Option(names = "--force", description = "Write there even if the folder holds something; other files stay.")
    private boolean force;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: text).")
    private Format format = Format.TEXT;

    DemoDataCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        within("--accounts", accounts, 1, Plan.MAX_ACCOUNTS);
        within("--months", months, Plan.MIN_MONTHS, Plan.MAX_MONTHS);
        Plan plan = new Plan(seed, accounts, months, asOf);
        ModelFiles files = ModelFolder.read(model.folder(console), console.home());
        Path folder = emptyFolder();
        Contract contract = contract(files);
        if (contract == null) {
            return Faults.PROBLEMS;
        }
        if (!PortfolioAccount.fits(contract)) {
            throw new BadFileException("the data contract of `" + files.name()
                    + "` has no indicator of customer health, so there is nothing to invent; name a model that has");
        }
        Files.createDirectories(folder);
        PortfolioTotals totals = write(plan, contract, folder);
        DemoDataSummary summary = new DemoDataSummary(plan, totals, out.toString(), model.written());
        Files.writeString(folder.resolve("README.txt"), summary.readme(), StandardCharsets.UTF_8);
        if (format == Format.JSON) {
            summary.writeJson(console.out());
        } else {
            console.print(summary.text());
        }
        return 0;
    }

    private void within(String option, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.format(
                            Locale.ROOT, "`%s` must be from %d to %,d, but is `%d`", option, least, greatest, value));
        }
    }

    private Path emptyFolder() throws IOException {
        Path folder = console.resolve(out);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "`" + out + "` is a file; name a folder for --out");
        }
        if (Files.isDirectory(folder) && !force) {
            try (Stream<Path> found = Files.list(folder)) {
                if (found.findAny().isPresent()) {
                    throw new ParameterException(
                            spec.commandLine(),
                            "the folder `" + out + "` is not empty; name another one, or add --force to replace the"
                                    + " portfolio in it");
                }
            }
        }
        return folder;
    }

    private @Nullable Contract contract(ModelFiles files) throws IOException {
        ModelFile file = files.contract();
        if (file == null) {
            throw new BadFileException("the model `" + files.name() + "` has no data contract; put a `"
                    + ModelFolder.CONTRACT + "` into its folder or into `governance/" + files.name() + "`");
        }
        Issues issues = new Issues();
        Contract contract = ContractReader.read(file.name(), file.bytes(), issues);
        if (contract == null) {
            console.err()
                    .print(IssueRenderer.render(
                            issues.sorted().stream().filter(Issue::isError).toList(), false));
            console.complain("a portfolio cannot be invented before the errors of the data contract are mended");
        }
        return contract;
    }

    private PortfolioTotals write(Plan plan, Contract contract, Path folder) throws IOException {
        PortfolioTotals totals = new PortfolioTotals();
        Progress progress = new Progress(console.err(), console.errIsTerminal());
        try (PortfolioFiles files = new PortfolioFiles(folder, plan, contract)) {
            for (int number = 0; number < plan.accounts(); number++) {
                PortfolioAccount account = PortfolioAccount.of(plan, number, contract);
                files.write(account);
                totals.add(account);
                progress.at(number + 1);
            }
        }
        progress.clear();
        return totals;
    }
}
