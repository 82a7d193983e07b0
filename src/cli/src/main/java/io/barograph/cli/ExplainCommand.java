package io.barograph.cli;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.AccountSnapshot;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.decision.PreviousDecision;
import io.barograph.engine.decision.PriorState;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.Background;
import io.barograph.engine.exchange.DecisionJson;
import io.barograph.engine.exchange.DecisionText;
import io.barograph.engine.exchange.HistoryFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
            "Decide one account of a file and tell why: the score and how it adds up, what pulls it down and what holds it up.",
            "Each reason comes with the cell that says so; an account that cannot be decided is told what it lacks."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "CSV or NDJSON file of accounts; - is standard input.")
    private String file = "-";

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
            description = "CSV of earlier readings: account_id, observed_at, indicator, value, campaign_share.")
    private @Nullable String history;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown or json (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--near",
            paramLabel = "N",
            defaultValue = "3",
            description = {
                "Tell at most so many indicators that would lift the account to a better band, and rows that nearly fired",
                "(default: 3; 0 for none)."
            })
    private int near = 3;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (near < 0) {
            throw new ParameterException(spec.commandLine(), "--near must be 0 or more, but is " + near);
        }
        AccountSource accounts = AccountSource.readable(file, AccountSource.ACCOUNTS, console, spec);
        if (history != null) {
            AccountSource.readable(history, AccountSource.HISTORY, console, spec);
        }
        Optional<Compilation.Accepted> loaded = SoundModel.load(model.folder(console), console);
        if (loaded.isEmpty()) {
            return Faults.PROBLEMS;
        }
        Contract contract = loaded.get().model().contract();
        try (var decider = loaded.get().decider()) {
            AccountSearch search = new AccountSearch(account.strip());
            AccountSnapshot found = found(search, accounts, contract);
            if (found == null) {
                console.complain(search.failure(accounts.name()));
                return Faults.PROBLEMS;
            }
            AccountSnapshot snapshot = found.withHistory(history(found.accountId(), contract));
            PriorState prior = PriorState.NONE;
            Background background = new Background(
                    PreviousDecision.of(snapshot, prior).orElse(null), decider.nearMisses(snapshot, prior, near));
            tell(decider.decide(snapshot, prior), contract, background);
            return 0;
        }
    }

    private @Nullable AccountSnapshot found(AccountSearch search, AccountSource accounts, Contract contract)
            throws IOException {
        LocalDate day = asOf == null ? console.today() : asOf;
        InputStream in = accounts.open(console);
        try (AccountFile lines = accounts.accounts(in, null, contract, day)) {
            return search.in(lines);
        }
    }

    private List<HistoryEntry> history(String id, Contract contract) throws IOException {
        if (history == null) {
            return List.of();
        }
        AccountSource earlier = AccountSource.of(history, console);
        return HistoryFile.read(
                        earlier.open(console),
                        contract,
                        bad -> console.complain("%s:%d: %s".formatted(earlier.name(), bad.line(), bad.message())))
                .getOrDefault(id, List.of());
    }

    private void tell(Decision decision, Contract contract, Background background) throws IOException {
        switch (format) {
            case TEXT -> console.print(DecisionText.terminal(decision, contract, background, console.look()));
            case MARKDOWN ->
                console.out()
                        .write(DecisionText.markdown(decision, contract, background)
                                .getBytes(StandardCharsets.UTF_8));
            case JSON -> {
                DecisionJson.write(decision, background.near(), console.out());
                console.out().write('\n');
            }
        }
        console.out().flush();
    }
}
