package io.barograph.testkit.large;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.testkit.ChildJava;
import io.barograph.testkit.large.Reloads.Footprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models come and go for as long as a service runs, each with classes of its own when it has guardrails. */
class ReloadTest {

    private static final long KIBIBYTE = 1 << 10;

    /**
     * Leaked, 100 models would keep some 110 MiB, and the guardrails of 20 of them some 160 classes and 550 KiB of metaspace.
     *
     * <p>The process compiles without profiles, since the profiles of methods are kept in metaspace too and grow for as long as
     * new paths are run.
     */
    @Test
    void leavesNothingOfModelsThatAreClosed(@TempDir Path folder) throws IOException, InterruptedException {
        List<Footprint> footprints = ChildJava.run(
                        folder,
                        "-XX:+UseSerialGC",
                        "-Dlog4j2.statusLoggerLevel=OFF",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reloads.class.getName())
                .stream()
                .map(Footprint::read)
                .toList();
        assertThat(footprints).hasSize(2);
        Footprint before = footprints.get(0);
        Footprint after = footprints.get(1);
        assertThat(after.heap() - before.heap()).as("heap").isLessThan(4 * KIBIBYTE * KIBIBYTE);
        assertThat(after.metaspace() - before.metaspace()).as("metaspace").isLessThan(256 * KIBIBYTE);
        assertThat(after.classes() - before.classes()).as("classes").isLessThan(80);
    }
}
