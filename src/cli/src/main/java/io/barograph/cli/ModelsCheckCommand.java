package io.barograph.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells what the check finds in a version. */
@Command(
        name = "check",
        description = {
            "Tell what the check finds in a version and what came of its tests, as `barograph check` does for a folder.",
            "An error or a failed test makes the exit code 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsCheckCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "Its number or digest, or `active`.")
    private String version = "";

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServiceClient client = service.client();
        String path = "/models/" + ModelsMoveCommand.encoded(version) + "/issues";
        ServiceClient.Answer answer = client.get(path);
        console.print(format.isJson() ? answer.text() + "\n" : client.text(path));
        return isSound(answer) ? 0 : Faults.PROBLEMS;
    }

    private static boolean isSound(ServiceClient.Answer answer) {
        boolean passed = answer.members().get("tests") instanceof Map<?, ?> tests
                && tests.get("failed") instanceof BigDecimal failed
                && failed.signum() == 0;
        return passed
                && VersionText.maps(answer.members().get("issues")).stream()
                        .noneMatch(issue -> "error".equals(issue.get("severity")));
    }
}
