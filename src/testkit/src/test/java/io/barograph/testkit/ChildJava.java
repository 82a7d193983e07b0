package io.barograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program in a Java of its own, which compiles without profiles. */
public final class ChildJava {

    private static final int GENEROUS_MINUTES = 10;

    private ChildJava() {}

    /**
     * Waits for its end, which must be a good one.
     *
     * @param folder for what it prints
     * @param arguments options of Java, the class, and what is for it
     * @return the lines it printed
     */
    public static List<String> run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("output.txt");
        Path err = folder.resolve("messages.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(GENEROUS_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended: %s", Files.readString(err)).isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(err)).isZero();
        return Files.readAllLines(out);
    }
}
