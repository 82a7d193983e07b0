package io.barograph.cli;

import io.barograph.engine.model.merge.Resolution;
import io.barograph.engine.model.merge.Resolution.Take;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How the conflicts of a merge are to be settled. */
final class ResolutionOptions {

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--take",
            paramLabel = "CONFLICT=SIDE",
            description = "Settle a conflict by what theirs or mine has. As often as needed.")
    private List<String> takes = new ArrayList<>();

    @Option(
            names = "--value",
            paramLabel = "CONFLICT=TEXT",
            description = "Settle a conflict of a cell by another value, or one of two rows with the same Rule ID by"
                    + " another Rule ID for mine. As often as needed.")
    private List<String> values = new ArrayList<>();

    /** @throws ParameterException when one of them cannot be read */
    List<Resolution> resolutions() {
        List<Resolution> resolutions = new ArrayList<>();
        for (String take : takes) {
            int split = take.lastIndexOf('=');
            String side = take.substring(split + 1).strip();
            if (split < 1 || !(side.equals("theirs") || side.equals("mine"))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "`--take` must be a conflict, `=`, and `theirs` or `mine`, but is `" + take + "`");
            }
            resolutions.add(
                    new Resolution(take.substring(0, split), side.equals("theirs") ? Take.THEIRS : Take.MINE, null));
        }
        for (String value : values) {
            int split = value.indexOf('=');
            if (split < 1) {
                throw new ParameterException(
                        spec.commandLine(), "`--value` must be a conflict, `=`, and a text, but is `" + value + "`");
            }
            resolutions.add(new Resolution(value.substring(0, split), Take.VALUE, value.substring(split + 1)));
        }
        return resolutions;
    }
}
