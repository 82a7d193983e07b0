package io.barograph.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells where a version in shadow, or a canary, disagrees with the active one. */
@Command(
        name = "compare",
        description = "Tell how often a version in shadow, or a canary, disagrees with the active version.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsCompareCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "Its number or digest.")
    private String version = "";

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsCompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServiceClient.Answer answer = service.client().get("/models/" + ModelsMoveCommand.encoded(version) + "/shadow");
        console.print(format.isJson() ? answer.text() + "\n" : VersionText.comparison(answer.members()));
        return 0;
    }
}
