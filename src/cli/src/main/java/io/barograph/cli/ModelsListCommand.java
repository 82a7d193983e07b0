package io.barograph.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists versions. */
@Command(
        name = "list",
        description = "List the versions of the model, the active one first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServiceClient.Answer answer = service.client().get("/models");
        if (format.isJson()) {
            console.print(answer.text() + "\n");
            return 0;
        }
        StringBuilder lines = new StringBuilder();
        for (Map<?, ?> version : VersionText.maps(answer.members().get("items"))) {
            lines.append(VersionText.line(version));
        }
        console.print(lines.toString());
        return 0;
    }
}
