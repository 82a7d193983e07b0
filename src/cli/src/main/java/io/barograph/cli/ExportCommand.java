package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.Decider;
import io.barograph.engine.decision.Decider.Inquiry;
import io.barograph.engine.decision.Decision;
import io.barograph.engine.export.CsvExport;
import io.barograph.engine.export.ExportedFile;
import io.barograph.engine.export.MarkdownExport;
import io.barograph.engine.export.NativeAccounts;
import io.barograph.engine.export.NativeExport;
import io.barograph.engine.export.NotCarried;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model in other forms. */
@Command(
        name = "export",
        description = {
            "Write a model in another form: as rules that stock Drools runs, without Barograph; as CSV, a file a sheet; or as"
                    + " one Markdown document to read."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {

    private enum Format {
        DROOLS,
        CSV,
        MARKDOWN
    }

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Folder with the model's workbooks (default: decision-tables/customer-health).")
    private @Nullable Path folder;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "drools, csv or markdown.")
    private Format format = Format.DROOLS;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write to (default: one here, named after the model and the format).")
    private @Nullable Path out;

    @Option(
            names = "--force",
            description = "Write into a folder that is not empty; exported rules in it are replaced.")
    private boolean force;

    @Mixin
    private AccountsInput accounts = new AccountsInput();

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path model = ModelOption.existing(folder, console, spec);
        AccountSource source = accounts.source(console);
        if (source != null && format != Format.DROOLS) {
            throw new ParameterException(spec.commandLine(), "`--accounts` goes with `--format drools` only");
        }
        ModelFiles files = ModelFolder.read(model, console.home());
        Path target = target(files.name());
        Compilation.Accepted compiled = SoundModel.load(model, console).orElse(null);
        if (compiled == null) {
            return Faults.PROBLEMS;
        }
        try (Decider decider = compiled.decider()) {
            StringBuilder told = new StringBuilder();
            List<ExportedFile> exported = exported(compiled.model(), files, told);
            if (format == Format.DROOLS) {
                removeRules(target);
            }
            for (ExportedFile file : exported) {
                Path path = target.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.write(path, file.bytes());
            }
            if (source != null) {
                accounts(source, compiled.model(), decider, target.resolve("accounts.csv"));
            }
            console.print("%s written to `%s`%n%s"
                    .formatted(exported.size() == 1 ? "one file" : exported.size() + " files", shown(target), told));
        }
        return accounts.allUsed() ? 0 : Faults.PROBLEMS;
    }

    private Path target(String model) throws IOException {
        String name = format.name().toLowerCase(Locale.ROOT);
        Path target = console.resolve(out == null ? Path.of(model + "-export-" + name) : out);
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new ParameterException(
                    spec.commandLine(), "`" + shown(target) + "` is a file; name a folder for --out");
        }
        if (!force && Files.isDirectory(target) && !isEmpty(target)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the folder `" + shown(target) + "` is not empty; name another with --out, or add --force");
        }
        return target;
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private String shown(Path target) {
        return target.startsWith(console.directory())
                ? console.directory().relativize(target).toString()
                : target.toString();
    }

    private List<ExportedFile> exported(Model model, ModelFiles files, StringBuilder told) {
        return switch (format) {
            case DROOLS -> {
                NativeExport.NativeForm form = NativeExport.of(model);
                notCarried(form.notCarried(), told);
                yield form.files();
            }
            case CSV -> CsvExport.of(workbooks(files));
            case MARKDOWN -> List.of(MarkdownExport.of(model, workbooks(files)));
        };
    }

    private void notCarried(List<NotCarried> notCarried, StringBuilder told) {
        told.append("\nNot carried:\n");
        for (NotCarried each : notCarried) {
            told.append(Paragraph.of("* " + each.what() + ": " + each.reason(), 2));
        }
        told.append("\nREADME.md in that folder tells how to run it\n");
    }

    private static List<Workbook> workbooks(ModelFiles files) {
        List<Workbook> workbooks = new ArrayList<>();
        for (ModelFiles.ModelFile file : files.workbooks()) {
            if (WorkbookReader.read(file.name(), file.bytes()) instanceof Reading.Read read) {
                workbooks.add(read.workbook());
            }
        }
        return workbooks;
    }

    /** Rules of an earlier export would run beside these. */
    private static void removeRules(Path target) throws IOException {
        Path rules = target.resolve(NativeExport.RULES_FOLDER);
        if (!Files.isDirectory(rules)) {
            return;
        }
        List<Path> old;
        try (var found = Files.walk(rules)) {
            old = found.filter(path ->
                            path.toString().endsWith(".drl") || path.toString().endsWith(".drl.xlsx"))
                    .toList();
        }
        for (Path path : old) {
            Files.delete(path);
        }
    }

    private void accounts(AccountSource source, Model model, Decider decider, Path file) throws IOException {
        NativeAccounts form = new NativeAccounts(model);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write(form.header());
            accounts.run(source, model.contract(), console, batch -> {
                String lines = lines(form, batch, decider.decide(batch));
                return () -> writer.write(lines);
            });
        }
    }

    private static String lines(NativeAccounts form, List<Inquiry> inquiries, List<Decision> decisions) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < inquiries.size(); i++) {
            lines.append(form.line(inquiries.get(i), decisions.get(i).segment()));
        }
        return lines.toString();
    }
}
