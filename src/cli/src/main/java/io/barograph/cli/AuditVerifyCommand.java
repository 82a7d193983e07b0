package io.barograph.cli;

import io.barograph.engine.audit.verify.AuditVerifier;
import io.barograph.engine.audit.verify.ExportSource;
import io.barograph.engine.audit.verify.SeenCheckpoint;
import io.barograph.engine.audit.verify.TrustedKey;
import io.barograph.engine.audit.verify.Verdict;
import io.barograph.engine.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Verifies exports of the audit log. */
@Command(
        name = "verify",
        description = {
            "Verify exports of the audit log: that every record is the one that was signed,",
            "that none is missing or moved, and that your key vouches for them.",
            "Needs nothing but the files."
        },
        footer = {
            "",
            "For example:",
            "  barograph audit verify audit.ndjson --key log.pub --checkpoint last-year.txt",
            "",
            "Exit codes: 0 intact, 1 anything found, 2 wrong usage."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AuditVerifyCommand implements Callable<Integer> {

    /** No key and no checkpoint is larger. */
    private static final long LARGEST = 1_000_000;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Exports, or the parts of one that broke off; may be compressed (.gz); - is standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "PUB",
            description =
                    "A public key of the log that you know from elsewhere: a file with it, as the log writes it or"
                            + " as PEM, or the key itself. Without one, only the inner consistency shows.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint of the log that you or somebody else got earlier.")
    private List<String> checkpoints = new ArrayList<>();

    @Mixin
    private FormatOption format = new FormatOption();

    AuditVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<TrustedKey> trusted = new ArrayList<>();
        for (String key : keys) {
            trusted.addAll(trusted(key));
        }
        List<SeenCheckpoint> seen = new ArrayList<>();
        for (String checkpoint : checkpoints) {
            seen.add(seen(checkpoint));
        }
        Verdict verdict = verify(sources(), trusted, seen);
        if (format.isJson()) {
            VerdictJson.write(verdict, console.out());
        } else {
            console.print(VerdictText.of(verdict));
        }
        return verdict instanceof Verdict.Intact ? 0 : Faults.PROBLEMS;
    }

    private Verdict verify(List<ExportSource> sources, List<TrustedKey> trusted, List<SeenCheckpoint> seen)
            throws IOException {
        Progress progress = new Progress(console.err(), console.errIsTerminal());
        try {
            return AuditVerifier.verify(sources, trusted, seen, lines -> progress.at(lines, "lines"));
        } finally {
            progress.clear();
        }
    }

    private List<ExportSource> sources() {
        if (files.stream().filter("-"::equals).count() > 1) {
            throw usage("`-` can be given once, since standard input is one file");
        }
        return files.stream()
                .map(file -> AccountSource.readable(file, AccountSource.EXPORT, console, spec))
                .map(file -> new ExportSource(file.name(), () -> Unpacked.of(file.open(console))))
                .toList();
    }

    private List<TrustedKey> trusted(String key) throws IOException {
        Path file = file(key);
        try {
            return TrustedKey.parse(file == null ? key : read(file));
        } catch (IllegalArgumentException e) {
            throw usage("`--key` " + Printable.line(key) + ": "
                    + (file == null && key.indexOf('+') < 0
                            ? "there is no such file, and it is no key"
                            : e.getMessage()));
        }
    }

    private SeenCheckpoint seen(String checkpoint) throws IOException {
        Path file = file(checkpoint);
        if (file == null) {
            throw usage("there is no file `" + checkpoint + "`; name one with a checkpoint");
        }
        try {
            return SeenCheckpoint.parse(console.shown(file), read(file));
        } catch (IllegalArgumentException e) {
            throw usage("`--checkpoint` " + Printable.line(checkpoint) + ": " + e.getMessage());
        }
    }

    private @Nullable Path file(String written) {
        try {
            Path file = console.resolve(Path.of(written));
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("the file is too large to be that");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
