package io.barograph.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which model decides. */
final class ModelOption {

    /** What decisions call a model that was read from a folder. */
    static final String VERSION = "working-copy";

    private static final Path SHIPPED = Path.of("decision-tables", "customer-health");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder with the model's workbooks (default: decision-tables/customer-health).")
    private @Nullable Path folder;

    /** As the user wrote it; null when nothing was. */
    @Nullable String written() {
        return folder == null ? null : folder.toString();
    }

    /** The folder, which exists. */
    Path folder(Console console) {
        return existing(folder, console, spec);
    }

    /**
     * A folder with workbooks: the given one, else the shipped model where the user stands, else that of the project.
     *
     * @throws ParameterException when there is no such folder
     */
    static Path existing(@Nullable Path given, Console console, CommandSpec spec) {
        if (given == null) {
            Path here = console.resolve(SHIPPED);
            Path shipped = Files.isDirectory(here) ? here : console.home().resolve(SHIPPED);
            return existing(shipped, console, spec);
        }
        Path found = console.resolve(given);
        if (Files.isDirectory(found)) {
            return found;
        }
        throw new ParameterException(
                spec.commandLine(),
                Files.exists(found)
                        ? "`" + given + "` is a file; name the folder that holds the workbooks"
                        : "there is no folder `" + given + "`; name one that holds workbooks, for example `" + SHIPPED
                                + "`");
    }
}
