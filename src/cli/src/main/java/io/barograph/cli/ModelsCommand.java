package io.barograph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The versions of the model of a running service. */
@Command(
        name = "models",
        synopsisSubcommandLabel = "COMMAND",
        description = "Upload, judge and activate versions of the model of a running service.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ModelsCommand() {}

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsListCommand(console))
                .addSubcommand(new ModelsShowCommand(console))
                .addSubcommand(new ModelsUploadCommand(console))
                .addSubcommand(new ModelsMergeCommand(console))
                .addSubcommand(new ModelsCheckCommand(console))
                .addSubcommand(new ModelsDiffCommand(console))
                .addSubcommand(new ModelsSimulateCommand(console))
                .addSubcommand(new ModelsCompareCommand(console));
        for (ModelsMoveCommand.Kind kind : ModelsMoveCommand.Kind.values()) {
            CommandLine move = new CommandLine(new ModelsMoveCommand(console, kind));
            move.getCommandSpec().usageMessage().description(kind.description());
            line.addSubcommand(kind.label(), move);
        }
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what, one of " + String.join(", ", spec.subcommands().keySet()));
    }
}
