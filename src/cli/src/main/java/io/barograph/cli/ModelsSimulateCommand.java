package io.barograph.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Simulates a version on the accounts of the service. */
@Command(
        name = "simulate",
        description = {
            "Decide the accounts of the service by a version and by the active model, and tell which guardrails it"
                    + " passes.",
            "A passed guardrail makes the exit code 1."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsSimulateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "Its number or digest.")
    private String version = "";

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsSimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ServiceClient client = service.client();
        String path = "/models/" + ModelsMoveCommand.encoded(version) + "/simulation";
        client.post(path, Map.of());
        ServiceClient.Answer answer = client.get(path);
        while (state(answer).equals("running")) {
            pause();
            answer = client.get(path);
        }
        if (!state(answer).equals("finished")) {
            throw new ServiceClient.RefusedException("the simulation failed: "
                    + (answer.members().get("progress") instanceof Map<?, ?> progress
                            ? String.valueOf(progress.get("why"))
                            : "nobody says why"));
        }
        List<?> breaches = answer.members().get("breaches") instanceof List<?> lines ? lines : List.of();
        console.print(format.isJson() ? answer.text() + "\n" : VersionText.simulation(answer.members()));
        return breaches.isEmpty() ? 0 : Faults.PROBLEMS;
    }

    private static String state(ServiceClient.Answer answer) {
        return answer.members().get("progress") instanceof Map<?, ?> progress
                ? String.valueOf(progress.get("state"))
                : "unknown";
    }

    private static void pause() throws ServiceClient.RefusedException {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ServiceClient.RefusedException("stopped; the simulation goes on in the service");
        }
    }
}
