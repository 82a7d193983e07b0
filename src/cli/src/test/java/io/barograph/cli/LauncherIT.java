package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar and its launcher. */
class LauncherIT {

    private static final Path JAR = Run.ROOT.resolve("src/cli/target/barograph.jar");

    @TempDir
    private Path folder;

    private Run run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    private Run run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        int code = builder.directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Run(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void checksFromAnywhereThroughALinkWithoutAWarning() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), Run.ROOT.resolve("barograph"));

        Run run = run(link.toString(), "check");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("customer-health is sound");
    }

    /** What is done side by side is done by whoever waits for it where there is no thread to spare. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES) // else two that wait for each other would do so for good
    void checksWhereThereIsOneProcessor() throws IOException, InterruptedException {
        String one = "-XX:ActiveProcessorCount=1 -Djava.util.concurrent.ForkJoinPool.common.parallelism=0";

        Run run = run(
                Map.of("JDK_JAVA_OPTIONS", one), Run.ROOT.resolve("barograph").toString(), "check");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("customer-health is sound");
    }

    @Test
    void compilesGuardrailsInsideTheJarAlone() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        Run run = run(java.toString(), "-jar", JAR.toString(), "check", "--format", "json");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"model\":\"customer-health\"", "\"failed\":0")
                .doesNotContain("\"severity\":\"error\"");
    }
}
