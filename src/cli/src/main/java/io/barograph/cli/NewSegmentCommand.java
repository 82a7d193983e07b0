package io.barograph.cli;

import io.barograph.engine.authoring.NewSegment;
import io.barograph.engine.authoring.SegmentCondition;
import java.io.IOException;
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

/** Makes a segment. */
@Command(
        name = "segment",
        description = {
            "Make a segment: a workbook to start from, and a row in segments.xlsx that leads accounts to it.",
            "Nothing else in segments.xlsx changes."
        },
        footer = {
            "",
            "For example:",
            "  barograph new segment \"Public sector\" --when \"Industry=public\" \\",
            "    --when \"ARR=>= 50000\""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NewSegmentCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "What the segment is called.")
    private String name = "";

    @Option(
            names = "--when",
            paramLabel = "NAME=CELL",
            description = "Which accounts belong to it: a name of the data contract and what its condition cell says,"
                    + " for example \"ARR=>= 500000\". Repeat it where several must hold.")
    private List<String> conditions = new ArrayList<>();

    @Option(
            names = "--before",
            paramLabel = "RULE_ID",
            description = "The row of Segments that the new one precedes, and so takes accounts from (default: as far"
                    + " down as it can be reached).")
    private @Nullable String before;

    @Mixin
    private DraftOptions draft = new DraftOptions();

    NewSegmentCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<SegmentCondition> parsed = new ArrayList<>();
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            if (equals < 1 || equals == condition.length() - 1) {
                throw new ParameterException(
                        spec.commandLine(),
                        "`--when` needs a name and a cell, for example `--when \"ARR=>= 500000\"`, but is `" + condition
                                + "`");
            }
            parsed.add(new SegmentCondition(
                    condition.substring(0, equals).strip(),
                    condition.substring(equals + 1).strip()));
        }
        return draft.apply(console, files -> NewSegment.of(files, name, parsed, before));
    }
}
