package io.barograph.cli;

import io.barograph.service.BarographService;
import io.barograph.service.ServeOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the service, and runs until it is stopped. */
@Command(
        name = "serve",
        description = "Run the service: HTTP API on an embedded database.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "TCP port to listen on (default: 8080); 0 takes any free one.")
    private int port;

    @Option(names = "--demo", description = "Decide the sample accounts first, so that there is something to look at.")
    private boolean demo;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the database (default: data/ in the project).")
    private @Nullable Path data;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port must be between 0 and " + HIGHEST_PORT + ", but is " + port);
        }
        return BarographService.run(new ServeOptions(
                console.home(), port, demo, model.folder(console), data == null ? null : console.resolve(data)));
    }
}
