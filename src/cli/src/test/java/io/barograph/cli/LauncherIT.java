package io.barograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar and its launcher. */
class LauncherIT {

    private static final Path JAR = Run.ROOT.resolve("src/cli/target/barograph.jar");

    @TempDir
    private Path folder;

    private Run run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
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
