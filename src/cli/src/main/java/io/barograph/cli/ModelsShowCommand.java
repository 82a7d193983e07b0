package io.barograph.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells one version. */
@Command(
        name = "show",
        description = "Tell a version: its state, what it touches, and who did what to it, when and why.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsShowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "Its number or digest, or `active`.")
    private String version = "";

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServiceClient.Answer answer = service.client().get("/models/" + ModelsMoveCommand.encoded(version));
        console.print(format.isJson() ? answer.text() + "\n" : VersionText.all(answer.members()));
        return 0;
    }
}
