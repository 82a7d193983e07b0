package io.barograph.cli;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.exchange.AccountBlocks;
import io.barograph.engine.exchange.AccountFile;
import io.barograph.engine.exchange.Explain;
import io.barograph.engine.exchange.HistoryFile;
import io.barograph.engine.exchange.Look;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.model.Model;
import io.barograph.engine.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

/** Decides a file of accounts. */
@Command(
        name = "score",
        description = {
            "Decide every account of a file.",
            "Lines that cannot be read are reported and do not stop the others; they make the exit code 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ScoreCommand implements Callable<Integer> {

    private enum Format {
        TEXT,
        CSV,
        JSON,
        NDJSON
    }

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "CSV or NDJSON file of accounts; - is standard input.")
    private String file = "-";

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, csv, json (an array) or ndjson (one a line); default: what the name after --out says,"
                    + " else text.")
    private @Nullable Format format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there, once everything is decided (default: standard output).")
    private @Nullable Path out;

    @Option(
            names = "--explain",
            paramLabel = "DEPTH",
            description = "For json and ndjson: none, summary (contributions) or full (also every fired rule; the"
                    + " default).",
            defaultValue = "full")
    private Explain explain = Explain.FULL;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateOption.class,
            description = "The day to decide for, where a line does not say (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "CSV of earlier readings: account_id, observed_at, indicator, value, campaign_share.")
    private @Nullable String history;

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description = "csv or ndjson (default: by the file's name, else by its first letter).")
    private AccountFile.@Nullable Format inputFormat;

    private long badLines;

    ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        badLines = 0;
        Path folder = model.folder(console);
        AccountSource accounts = AccountSource.readable(file, AccountSource.ACCOUNTS, console, spec);
        if (history != null) {
            AccountSource.readable(history, AccountSource.HISTORY, console, spec);
        }
        Path target = target();
        if (target != null
                && accounts.path() != null
                && Files.exists(target)
                && Files.isSameFile(target, accounts.path())) {
            throw new ParameterException(
                    spec.commandLine(), "`" + out + "` is the file of accounts itself; name another file for --out");
        }
        Compilation.Accepted compiled = SoundModel.load(folder, console).orElse(null);
        if (compiled == null) {
            return Faults.PROBLEMS;
        }
        try (Decider decider = compiled.decider();
                InputStream in = accounts.open(console);
                Destination destination = Destination.open(target, console)) {
            AccountBlocks lines = lines(in, accounts, compiled.model().contract());
            DecisionOutput output = output(compiled.model(), destination.out(), target == null);
            Progress progress = new Progress(
                    console.err(), console.errIsTerminal() && !(target == null && console.outIsTerminal()));
            Map<String, List<HistoryEntry>> histories =
                    histories(compiled.model().contract());
            try (Scoring scoring = new Scoring(batch -> output.prepare(decider.decide(batch)), histories, progress)) {
                scoring.run(lines, bad -> report(accounts, bad));
            }
            output.finish();
            destination.complete();
        }
        if (badLines > 0) {
            console.complain(
                    badLines == 1
                            ? "one line could not be used"
                            : String.format(Locale.ROOT, "%,d lines could not be used", badLines));
        }
        return badLines == 0 ? 0 : Faults.PROBLEMS;
    }

    private AccountBlocks lines(InputStream in, AccountSource accounts, Contract contract) throws IOException {
        return accounts.blocks(in, inputFormat, contract, asOf == null ? console.today() : asOf);
    }

    private Map<String, List<HistoryEntry>> histories(Contract contract) throws IOException {
        if (history == null) {
            return Map.of();
        }
        AccountSource earlier = AccountSource.of(history, console);
        return HistoryFile.read(earlier.open(console), contract, bad -> report(earlier, bad));
    }

    private @Nullable Path target() {
        if (out == null || out.toString().equals("-")) {
            return null;
        }
        return TargetFile.of(out, "--out", console, spec);
    }

    private DecisionOutput output(Model compiled, OutputStream to, boolean onConsole) throws IOException {
        return switch (format()) {
            case CSV -> new CsvOutput(to, compiled);
            case JSON -> new JsonOutput(to, explain, true);
            case NDJSON -> new JsonOutput(to, explain, false);
            case TEXT ->
                new TextOutput(
                        to,
                        console,
                        compiled.contract(),
                        new Totals(compiled),
                        new Look(console.look().unicode(), onConsole && console.colours()));
        };
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        String name = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> Format.CSV;
            case "json" -> Format.JSON;
            case "ndjson", "jsonl" -> Format.NDJSON;
            default -> Format.TEXT;
        };
    }

    private void report(AccountSource source, SnapshotLine.Bad bad) {
        badLines++;
        console.complain("%s:%d: %s".formatted(source.name(), bad.line(), Printable.line(bad.message())));
    }
}
