package io.barograph.cli;

import io.barograph.engine.audit.export.ExportReader;
import io.barograph.engine.audit.export.ReadLine;
import io.barograph.engine.decision.Compilation;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.text.Printable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides the decisions of an export of the audit log again, without a service. */
@Command(
        name = "replay",
        description = {
            "Decide every decision of an export of the audit log again, from its record and the model that it names, and compare"
                    + " the bytes.",
            "Any difference makes the exit code 1, and so does a decision that cannot be decided again, unless it was erased or"
                    + " retired.",
            "It does not check that the export is what was signed: `barograph audit verify` does."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_COMPLAINTS = 20;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final Console console;
    private long badLines;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Exports of the audit log, plain or gzip; several parts in their order; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "Folder of a model that the export does not hold; its digest must be the one that records name. May"
                            + " be given several times.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--trust-guardrails",
            description =
                    "Run the rule files in the export even where this installation does not have the same ones. They are"
                            + " code and may do anything: only for exports of people you trust.")
    private boolean trustGuardrails;

    @Mixin
    private FormatOption format = new FormatOption();

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        badLines = 0;
        List<AccountSource> sources = files.stream()
                .map(file -> AccountSource.readable(file, AccountSource.EXPORT, console, spec))
                .toList();
        try (ReplayModels models = new ReplayModels(console.home(), trustGuardrails)) {
            for (Path folder : folders) {
                addOwn(models, folder);
            }
            ExportReplay replay = new ExportReplay(models);
            Progress progress = new Progress(console.err(), console.errIsTerminal());
            for (AccountSource source : sources) {
                take(source, replay, progress);
            }
            progress.clear();
            return told(replay.finished());
        }
    }

    private void addOwn(ReplayModels models, Path folder) throws IOException {
        Path existing = ModelOption.existing(folder, console, spec);
        Compilation.Accepted model = SoundModel.load(existing, console).orElse(null);
        if (model == null) {
            badLines++;
            return;
        }
        model.decider().close();
        ModelFiles own = ModelFolder.read(existing, console.home());
        models.addOwn(model.digest(), own);
    }

    private void take(AccountSource source, ExportReplay replay, Progress progress) throws IOException {
        try (ExportReader lines = new ExportReader(unpacked(source.open(console)))) {
            for (ReadLine line = lines.next(); line != null; line = lines.next()) {
                if (line instanceof ReadLine.Whole whole) {
                    try {
                        replay.take(whole.line());
                    } catch (IllegalArgumentException unusable) {
                        complain(source, line.number(), String.valueOf(unusable.getMessage()), progress);
                    }
                } else if (line instanceof ReadLine.Bad bad) {
                    complain(source, line.number(), bad.why(), progress);
                } else {
                    complain(source, line.number(), "the file ends within this line", progress);
                }
                progress.at(replay.done(), "decisions");
            }
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream peeked = new BufferedInputStream(in, 1 << 16);
        peeked.mark(2);
        boolean packed = peeked.read() == GZIP_FIRST && peeked.read() == GZIP_SECOND;
        peeked.reset();
        return packed ? new GZIPInputStream(peeked, 1 << 16) : peeked;
    }

    private void complain(AccountSource source, long line, String why, Progress progress) {
        badLines++;
        if (badLines <= MOST_COMPLAINTS) {
            progress.clear();
            console.complain("%s:%d: %s".formatted(source.name(), line, Printable.line(why)));
        }
    }

    private int told(ReplayTally tally) throws IOException {
        if (badLines > MOST_COMPLAINTS) {
            console.complain(String.format(Locale.ROOT, "%,d lines could not be used in all", badLines));
        }
        if (format.isJson()) {
            ReplayJson.write(tally, badLines, Version.number(), console.out());
        } else {
            console.print(ReplayText.of(tally, Version.number()));
        }
        return tally.allIdentical() && badLines == 0 ? 0 : Faults.PROBLEMS;
    }
}
