package io.barograph.cli;

import io.barograph.engine.export.WorkbookLines;
import io.barograph.engine.issue.Issue;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.WorkbookLimits;
import io.barograph.engine.workbook.WorkbookReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a workbook as lines, for {@code git diff}. */
@Command(
        name = "textconv",
        description = {
            "Write a workbook as text, a line a cell, for `git diff`: sheet, Rule ID, column and value.",
            "Tell git once in a clone:",
            "  git config diff.barograph.textconv './barograph textconv'",
            "  git config diff.barograph.cachetextconv true",
            "A file that cannot be read is told in one line; the exit code is 0, since git would show no diff otherwise."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class TextconvCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A workbook (.xlsx).")
    private Path file = Path.of("");

    TextconvCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path workbook = console.resolve(file);
        if (!Files.exists(workbook) || Files.isDirectory(workbook)) {
            throw new ParameterException(
                    spec.commandLine(),
                    Files.exists(workbook)
                            ? "`" + file + "` is a folder; name a workbook in it"
                            : "there is no file `" + file + "`; name a workbook");
        }
        console.out().write(text(workbook).getBytes(StandardCharsets.UTF_8));
        console.out().flush();
        return 0;
    }

    private static String text(Path workbook) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(workbook)) {
            bytes = in.readNBytes(WorkbookLimits.FILE_BYTES + 1);
        }
        if (bytes.length == 0) {
            return "";
        }
        Reading reading = WorkbookReader.read(workbook.getFileName().toString(), bytes);
        if (reading instanceof Reading.Refused refused) {
            Issue reason = refused.reason();
            return "cannot be read: " + reason.message()
                    + (reason.suggestion() == null ? "" : "; " + reason.suggestion()) + "\n";
        }
        return WorkbookLines.of(((Reading.Read) reading).workbook());
    }
}
