package io.barograph.cli;

import io.barograph.engine.exchange.MergeText;
import io.barograph.engine.model.merge.Resolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Merges two versions of the model of a running service. */
@Command(
        name = "merge",
        description = {
            "Merge a version with the active one, or with another draft of the same base, cell by cell, as a new draft of"
                    + " both authors.",
            "Conflicts make the exit code 1; settle them with `--take` and `--value`."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ModelsMergeCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "Its number or digest.")
    private String version = "";

    @Option(
            names = "--with",
            paramLabel = "VERSION",
            defaultValue = "active",
            description = "The other one (default: active); by its number when conflicts are settled.")
    private String with = "active";

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "Why; it is kept for good.")
    private String why = "";

    @Mixin
    private ResolutionOptions settled = new ResolutionOptions();

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Mixin
    private FormatOption format = new FormatOption();

    ModelsMergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Object> members = new TreeMap<>(Map.of("why", why, "with", with));
        members.put(
                "resolutions",
                settled.resolutions().stream().map(ModelsMergeCommand::sent).toList());
        ServiceClient.Answer answer;
        try {
            answer = service.client().post("/models/" + ModelsMoveCommand.encoded(version) + "/merge", members);
        } catch (ServiceClient.RefusedException refused) {
            return conflicts(refused);
        }
        console.print(format.isJson() ? answer.text() + "\n" : VersionText.line(answer.members()));
        return 0;
    }

    private int conflicts(ServiceClient.RefusedException refused) throws IOException {
        ServiceClient.Answer problem = refused.answer();
        List<MergeText.Told> conflicts = new ArrayList<>();
        if (problem != null) {
            VersionText.maps(problem.members().get("conflicts")).forEach(conflict -> conflicts.add(told(conflict)));
        }
        if (problem == null || conflicts.isEmpty()) {
            throw refused;
        }
        console.print(format.isJson() ? problem.text() + "\n" : MergeText.of(conflicts, console.look()));
        console.complain(String.valueOf(refused.getMessage()));
        return Faults.PROBLEMS;
    }

    private static MergeText.Told told(Map<?, ?> conflict) {
        String place = text(conflict, "cell_theirs");
        if (place == null) {
            place = text(conflict, "cell_mine");
        }
        String sheet = text(conflict, "sheet");
        String file = String.valueOf(text(conflict, "file"));
        return new MergeText.Told(
                String.valueOf(text(conflict, "conflict")),
                place != null ? place : sheet == null ? file : file + "!" + sheet,
                text(conflict, "words"),
                String.valueOf(text(conflict, "message")),
                text(conflict, "base"),
                text(conflict, "theirs"),
                text(conflict, "mine"),
                String.valueOf(text(conflict, "remedy")));
    }

    private static @Nullable String text(Map<?, ?> members, String name) {
        Object value = members.get(name);
        return value == null ? null : value.toString();
    }

    private static Map<String, @Nullable Object> sent(Resolution resolution) {
        Map<String, @Nullable Object> sent = new TreeMap<>();
        sent.put("conflict", resolution.conflict());
        sent.put("take", resolution.take().label());
        sent.put("value", resolution.value());
        return sent;
    }
}
