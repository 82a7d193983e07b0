package io.barograph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an auditor does with the log. */
@Command(
        name = "audit",
        synopsisSubcommandLabel = "(verify)",
        description = "Check the audit log without the service that wrote it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
