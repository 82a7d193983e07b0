package io.barograph.cli;

import io.barograph.engine.contract.Contract;
import io.barograph.engine.decision.HistoryEntry;
import io.barograph.engine.exchange.AccountBlocks;
import io.barograph.engine.exchange.HistoryFile;
import io.barograph.engine.exchange.SnapshotLine;
import io.barograph.engine.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The accounts that a command works through, their history and their day; lines that cannot be used are told and counted. */
final class AccountsInput {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            description = "CSV or NDJSON file of accounts; - is standard input.")
    private @Nullable String accounts;

    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = "CSV of earlier readings: account_id, observed_at, indicator, value, campaign_share.")
    private @Nullable String history;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateOption.class,
            description = "The day to decide for, where a line does not say (default: today).")
    private @Nullable LocalDate asOf;

    private long badLines;

    /** The file, which can be read as far as can be told; null when none was named. */
    @Nullable AccountSource source(Console console) {
        badLines = 0;
        if (history != null) {
            AccountSource.readable(history, AccountSource.HISTORY, console, spec);
        }
        return accounts == null ? null : AccountSource.readable(accounts, AccountSource.ACCOUNTS, console, spec);
    }

    /** Takes all accounts through some work. */
    void run(AccountSource source, Contract contract, Console console, Scoring.Work work) throws IOException {
        try (InputStream in = source.open(console)) {
            AccountBlocks lines = source.blocks(in, null, contract, asOf == null ? console.today() : asOf);
            Progress progress = new Progress(console.err(), console.errIsTerminal());
            try (Scoring scoring = new Scoring(work, histories(contract, console), progress)) {
                scoring.run(lines, bad -> report(source, bad, console));
            }
        }
        if (badLines > 0) {
            console.complain(
                    badLines == 1
                            ? "one line could not be used"
                            : String.format(Locale.ROOT, "%,d lines could not be used", badLines));
        }
    }

    private Map<String, List<HistoryEntry>> histories(Contract contract, Console console) throws IOException {
        if (history == null) {
            return Map.of();
        }
        AccountSource earlier = AccountSource.of(history, console);
        return HistoryFile.read(earlier.open(console), contract, bad -> report(earlier, bad, console));
    }

    private void report(AccountSource source, SnapshotLine.Bad bad, Console console) {
        badLines++;
        console.complain("%s:%d: %s".formatted(source.name(), bad.line(), Printable.line(bad.message())));
    }

    boolean allUsed() {
        return badLines == 0;
    }

    /** Lines that could not be used. */
    long unusable() {
        return badLines;
    }
}
