package io.barograph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What governs models. */
@Command(
        name = "governance",
        synopsisSubcommandLabel = "(check)",
        description = "Check what governs models: rights, limits, reviews, releases.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class GovernanceCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
