package io.barograph.cli;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.DecisionText;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.HistoryFile;
import io.barograph.engine.exchange.Look;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells one account as a person would want it told. */
@Command(
        name = "explain",
        description = {
            "Decide one account of a file and tell why: the score and how it adds up, what pulls it down and what holds it",
            "up, what to do, each with the cell that says so. An account that cannot be decided is told what it lacks."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "Accounts: CSV (.csv) or NDJSON (.ndjson, .jsonl).")
    private Path file = Path.of("");

    @Option(names = "--account", paramLabel = "ID", required = true, description = "The account to explain.")
    private String account = "";

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateOption.class,
            description = "The day the account is decided as of, unless its row says (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "CSV of earlier readings: account_id,observed_at,indicator,value,campaign_share.")
    private @Nullable Path history;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown or json (default: text).")
    private Format format = Format.TEXT;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path accounts = console.resolve(file);
        AccountFile.Format written = AccountFile.Format.ofFileName(file.toString())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "`" + file + "` is neither .csv nor .ndjson; rename it to what it is"));
        Optional<Compilation.Accepted> loaded = SoundModel.load(model.folder(console), console);
        if (loaded.isEmpty()) {
            return Faults.PROBLEMS;
        }
        Contract contract = loaded.get().model().contract();
        try (var decider = loaded.get().decider()) {
            AccountSearch search = new AccountSearch(account.strip());
            AccountSnapshot snapshot = found(search, accounts, written, contract);
            if (snapshot == null) {
                console.complain(search.failure(file.toString()));
                return Faults.PROBLEMS;
            }
            tell(decider.decide(snapshot, prior(snapshot.accountId(), contract)), contract);
            return 0;
        }
    }

    private @Nullable AccountSnapshot found(
            AccountSearch search, Path accounts, AccountFile.Format written, Contract contract) throws IOException {
        LocalDate day = asOf == null ? console.today() : asOf;
        try (AccountFile lines = AccountFile.open(Files.newInputStream(accounts), written, contract, day)) {
            return search.in(lines);
        }
    }

    private PriorState prior(String id, Contract contract) throws IOException {
        if (history == null) {
            return PriorState.NONE;
        }
        return new PriorState(HistoryFile.read(
                        Files.newInputStream(console.resolve(history)),
                        contract,
                        bad -> console.complain("`" + history + "` line " + bad.line() + ": " + bad.message()))
                .getOrDefault(id, List.of()));
    }

    private void tell(Decision decision, Contract contract) throws IOException {
        switch (format) {
            case TEXT ->
                console.print(
                        DecisionText.terminal(decision, contract, new Look(console.drawsUnicode(), console.colours())));
            case MARKDOWN ->
                console.out().write(DecisionText.markdown(decision, contract).getBytes(StandardCharsets.UTF_8));
            case JSON -> {
                DecisionJson.write(decision, null, Explain.FULL, console.out());
                console.out().write('\n');
            }
        }
        console.out().flush();
    }
}
