package io.barograph.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Releases versions of models that are kept in git. */
@Command(
        name = "release",
        synopsisSubcommandLabel = "(keygen | sign | verify)",
        description = "Release a version of a model: a signed manifest that services look for at their start.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReleaseCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
