package io.barograph.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A file that the user wants written. */
final class TargetFile {

    private TargetFile() {}

    /**
     * The file, in a folder that exists.
     *
     * @param option that named it, for the message
     * @throws ParameterException when nothing can be written there
     */
    static Path of(Path given, String option, Console console, CommandSpec spec) {
        Path target = console.resolve(given);
        Path parent = target.getParent();
        if (Files.isDirectory(target)) {
            throw new ParameterException(spec.commandLine(), "`" + given + "` is a folder; name a file for " + option);
        }
        if (parent != null && !Files.isDirectory(parent)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder `" + parent + "` for " + option + "; make it");
        }
        return target;
    }
}
