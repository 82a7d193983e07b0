package io.barograph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes things for people to edit. */
@Command(
        name = "new",
        synopsisSubcommandLabel = "(segment | workbook | indicator)",
        description = "Make a segment, a workbook or an indicator that is sound as it is and ready to be adjusted.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NewCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
