package io.barograph.cli;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.exchange.MergeJson;
import io.barograph.engine.exchange.MergeText;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import io.barograph.engine.model.diff.ModelDiff;
import io.barograph.engine.model.merge.MergeConflict;
import io.barograph.engine.model.merge.Merging;
import io.barograph.engine.model.merge.ModelMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Merges two changes of one model, or of one workbook for git. */
@Command(
        name = "merge",
        description = {
            "Merge what two people made of one model, cell by cell. Rows are told apart as `diff` does; what only one side"
                    + " changed is taken, what both changed differently is a conflict.",
            "Conflicts, and errors in the merged model, make the exit code 1; while there are conflicts, nothing is written."
                    + " `docs/merging.md` tells how git uses it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class MergeCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "BASE", description = "Folder with the model that both started from.")
    private Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "THEIRS", description = "Folder with the one model; its looks are kept.")
    private Path theirs = Path.of("");

    @Parameters(index = "2", paramLabel = "MINE", description = "Folder with the other model.")
    private Path mine = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write the merged model into.")
    private @Nullable Path out;

    @Option(
            names = "--driver",
            description =
                    "Merge three workbooks instead of folders, and write the outcome in the place of THEIRS, as git's"
                            + " merge drivers do (%%O %%A %%B).")
    private boolean driver;

    @Option(
            names = "--path",
            paramLabel = "FILE",
            description =
                    "With --driver: what the workbook is called in the tree (%%P); its data contract is looked for"
                            + " from there.")
    private @Nullable Path path;

    @Mixin
    private ResolutionOptions settled = new ResolutionOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (driver) {
            return drive();
        }
        if (path != null) {
            throw new ParameterException(spec.commandLine(), "only `--driver` takes `--path`");
        }
        if (out == null) {
            throw new ParameterException(
                    spec.commandLine(), "name a folder to write the merged model into, with `--out`");
        }
        Path target = console.resolve(out);
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new ParameterException(spec.commandLine(), "`" + out + "` is a file; name a folder for --out");
        }
        ModelFiles old = read(base);
        ModelFiles there = read(theirs);
        ModelFiles here = read(mine);
        Merging merging = ModelMerge.of(old, there, here, settled.resolutions());
        if (!(merging instanceof Merging.Merged merged)) {
            return unmerged(merging);
        }
        requireNothingElse(target, merged.files());
        write(target, merged.files());
        return tell(target, merged.files(), ModelDiff.between(old, there), ModelDiff.between(old, here));
    }

    private ModelFiles read(Path folder) throws IOException {
        return ModelFolder.read(ModelOption.existing(folder, console, spec), console.home());
    }

    private int unmerged(Merging merging) throws IOException {
        if (merging instanceof Merging.Refused refused) {
            refused.reasons().forEach(console::complain);
            return Faults.PROBLEMS;
        }
        List<MergeConflict> conflicts = ((Merging.Conflicting) merging).conflicts();
        if (format.isJson()) {
            json(MergeJson.line(List.of(), null, conflicts));
        } else {
            console.print(MergeText.of(conflicts.stream().map(MergeText::told).toList(), console.look()));
            console.complain("settle conflicts with `--take CONFLICT=theirs`, `--take CONFLICT=mine` or `--value"
                    + " CONFLICT=TEXT`");
        }
        return Faults.PROBLEMS;
    }

    private void json(byte[] line) throws IOException {
        console.out().write(line);
        console.out().flush();
    }

    /** A workbook that is there and no part of the merged model would become one. */
    private void requireNothingElse(Path target, ModelFiles merged) throws IOException {
        for (ModelFile file : ModelFolder.read(target, console.home()).workbooks()) {
            if (merged.workbooks().stream().noneMatch(own -> own.name().equals(file.name()))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "`" + console.shown(target.resolve(file.name()))
                                + "` is no part of the merged model; take it away, or name an empty folder for --out");
            }
        }
    }

    private void write(Path target, ModelFiles merged) throws IOException {
        Files.createDirectories(target);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        merged.workbooks().forEach(file -> files.put(target.resolve(file.name()), file.bytes()));
        ModelFile contract = merged.contract();
        Path found = ModelFolder.contractFile(target, console.home());
        boolean there = found != null && contract != null && Arrays.equals(Files.readAllBytes(found), contract.bytes());
        if (contract != null && !there) {
            files.put(target.resolve(contract.name()), contract.bytes());
        }
        FileSet.replace(files);
    }

    private int tell(Path target, ModelFiles merged, ModelDiff there, ModelDiff here) throws IOException {
        Compilation compilation = ModelCompiler.compile(merged, ModelOption.VERSION);
        if (compilation instanceof Compilation.Accepted accepted) {
            accepted.decider().close();
        }
        int errors = (int) compilation.issues().stream().filter(Issue::isError).count();
        if (format.isJson()) {
            json(MergeJson.line(merged.workbooks().stream().map(ModelFile::name).toList(), errors, List.of()));
        } else {
            console.print("theirs: " + changes(there) + ", mine: " + changes(here) + "\nwrote " + console.shown(target)
                    + "\n");
        }
        if (errors == 0) {
            return 0;
        }
        console.complain("the check finds " + (errors == 1 ? "one error" : errors + " errors")
                + " in the merged model; see `barograph check " + console.shown(target) + "`");
        return Faults.PROBLEMS;
    }

    private static String changes(ModelDiff diff) {
        int count = diff.changes().size();
        return count == 1 ? "one change" : count + " changes";
    }

    private int drive() throws IOException {
        if (out != null) {
            throw new ParameterException(
                    spec.commandLine(), "`--driver` writes in the place of THEIRS; leave `--out` out");
        }
        Path current = file(theirs);
        Merging merging = ModelMerge.of(single(file(base)), single(current), single(file(mine)), settled.resolutions());
        if (!(merging instanceof Merging.Merged merged)) {
            return unmerged(merging);
        }
        FileSet.replace(Map.of(current, merged.files().workbooks().get(0).bytes()));
        if (format.isJson()) {
            json(MergeJson.line(List.of(name()), null, List.of()));
        }
        return 0;
    }

    private Path file(Path given) {
        Path file = console.resolve(given);
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no file `" + given + "`; with `--driver` name three workbooks");
        }
        return file;
    }

    private String name() {
        Path named = path == null ? theirs.getFileName() : path.getFileName();
        return named == null ? "workbook.xlsx" : named.toString();
    }

    /** A model of one workbook. Git has an empty file where there was none. */
    private ModelFiles single(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Path folder = path == null ? null : console.resolve(path).getParent();
        Path contract = folder == null ? null : ModelFolder.contractFile(folder, console.home());
        return new ModelFiles(
                "workbook",
                bytes.length == 0 ? List.of() : List.of(new ModelFile(name(), bytes)),
                contract == null ? null : new ModelFile(ModelFolder.CONTRACT, Files.readAllBytes(contract)),
                List.of());
    }
}
