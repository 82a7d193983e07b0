package io.barograph.cli;

import java.io.PrintWriter;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code barograph} command. Exit codes: 0 fine, 1 problems found, 2 wrong usage. */
@Command(
        name = "barograph",
        synopsisSubcommandLabel = "COMMAND",
        description = "Reads the weather around every customer account: spreadsheets in, explained decisions out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exit codes: 0 fine, 1 problems found, 2 wrong usage.",
            "`barograph COMMAND --help` tells more about a command."
        })
public final class Barograph implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Barograph() {}

    /** Runs one command and ends the process. */
    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        boolean serves = arguments.length > 0 && arguments[0].equals("serve");
        if (!serves && !console.debug()) {
            withoutLogging();
        }
        System.exit(run(console, arguments));
    }

    private static int run(Console console, String[] arguments) {
        try {
            return commandLine(console).execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError beyond) {
            console.complain(
                    "this takes more memory than there is; give more with `JAVA_TOOL_OPTIONS=-Xmx2g`, or do it in"
                            + " parts");
            return Faults.PROBLEMS;
        }
    }

    /** Libraries that log have nothing to tell the user of a short command, and setting up a logger takes time. */
    private static void withoutLogging() {
        System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Barograph())
                .addSubcommand(new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(console)))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new DemoDataCommand(console))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new GateCommand(console))
                .addSubcommand(
                        new CommandLine(new GovernanceCommand()).addSubcommand(new GovernanceCheckCommand(console)))
                .addSubcommand(new MergeCommand(console))
                .addSubcommand(ModelsCommand.commandLine(console))
                .addSubcommand(new CommandLine(new NewCommand())
                        .addSubcommand(new NewSegmentCommand(console))
                        .addSubcommand(new NewWorkbookCommand(console))
                        .addSubcommand(new NewIndicatorCommand(console)))
                .addSubcommand(new CommandLine(new ReleaseCommand())
                        .addSubcommand(new ReleaseKeygenCommand(console))
                        .addSubcommand(new ReleaseSignCommand(console))
                        .addSubcommand(new ReleaseVerifyCommand(console)))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand(new ScoreCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new SimulateCommand(console))
                .addSubcommand(new TextconvCommand(console))
                .addSubcommand(new VersionCommand(console));
        Faults faults = new Faults(console);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setOut(new PrintWriter(console.out(), true, console.charset()))
                .setErr(new PrintWriter(console.err(), true, console.charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults);
    }

    @Override
    public void run() {
        String commands = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "name a command, one of " + commands);
    }
}
