package io.barograph.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a version changes. */
@Command(
        name = "diff",
        description = "Tell in business terms what a version changes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsDiffCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "Its number or digest.")
    private String version = "";

    @Option(
            names = "--against",
            paramLabel = "VERSION",
            defaultValue = "active",
            description = "The version it is compared with (default: the active one).")
    private String against = "active";

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String path =
                "/models/" + ModelsMoveCommand.encoded(version) + "/diff?against=" + ModelsMoveCommand.encoded(against);
        ServiceClient client = service.client();
        console.print(format.isJson() ? client.get(path).text() : client.text(path));
        return 0;
    }
}
