package io.barograph.cli;

import io.barograph.engine.authoring.Draft;
import io.barograph.engine.authoring.NewSegment;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a workbook to start from. */
@Command(
        name = "workbook",
        description = {
            "Make a segment's workbook to start from: every sheet, with headers that explain themselves, drop-down lists"
                    + " and rows that are sound as they are.",
            "Its indicators are some of those in the model's data contract; its Rule IDs are free in the model."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NewWorkbookCommand implements Callable<Integer> {

    private static final String SEGMENT = "new segment";

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--segment",
            paramLabel = "NAME",
            defaultValue = SEGMENT,
            description = "The segment it decides (default: ${DEFAULT-VALUE}).")
    private String segment = SEGMENT;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there (default: the segment's name and .xlsx, in the current folder).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    NewWorkbookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = model.folder(console);
        Draft draft = NewSegment.workbook(ModelFolder.read(folder, console.home()), segment);
        if (draft instanceof Draft.Made made) {
            ModelFile workbook = made.files().workbooks().get(0);
            Path target = target(workbook.name());
            FileSet.replace(Map.of(target, workbook.bytes()));
            console.print("wrote %s%n".formatted(console.shown(target)));
            return 0;
        }
        console.complain(((Draft.Refused) draft).reason());
        return Faults.PROBLEMS;
    }

    private Path target(String name) {
        Path target = TargetFile.of(out == null ? Path.of(name) : out, "--out", console, spec);
        if (Files.exists(target) && !force) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`" + console.shown(target) + "` exists; name another file with --out, or replace it with --force");
        }
        return target;
    }
}
