package io.barograph.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which version this is and what it runs on. */
@Command(
        name = "version",
        description = "Show the version and the Java it runs on.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class VersionCommand implements Callable<Integer> {

    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.print("barograph %s (Java %s)%n".formatted(Version.number(), System.getProperty("java.version")));
        return 0;
    }
}
