package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import io.barograph.engine.model.Parsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile workbook is refused with one clear line, in a small heap, while the other workbooks are still read. */
class HostileWorkbooksTest {

    private static final long GENEROUS_MINUTES = 20;

    static Stream<HostileWorkbook> all() {
        return HostileWorkbook.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isRefusedWithOneLine(HostileWorkbook hostile) {
        Parsing parsing = ShippedModel.with(hostile.content().get());
        List<Issue> errors = parsing.issues().stream().filter(Issue::isError).toList();
        assertThat(errors).hasSize(1);
        Issue refusal = errors.get(0);
        assertThat(refusal.cell().file()).isEqualTo(ShippedModel.FILE);
        assertThat(refusal.code()).isEqualTo(hostile.code());
        assertThat(refusal.message()).contains(hostile.found()).matches("[a-z].*[^.]");
        assertThat(refusal.suggestion()).isNotBlank();
        assertThat(parsing.digest()).isNull();
    }

    @Test
    void areRefusedWithin256MebibytesOfHeap(@TempDir Path folder) throws IOException, InterruptedException {
        List<HostileWorkbook> all = all().toList();
        for (HostileWorkbook hostile : all) {
            Files.write(
                    folder.resolve(hostile.name() + ".xlsx"), hostile.content().get());
        }
        Path output = folder.resolve("output.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dbarograph.root=" + ShippedModel.ROOT,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = child.waitFor(GENEROUS_MINUTES, TimeUnit.MINUTES);
        child.destroyForcibly();
        String told = Files.readString(output);
        assertThat(ended).as(told).isTrue();
        assertThat(child.exitValue()).as(told).isZero();
        assertThat(told.lines()).hasSize(all.size()).allMatch(line -> line.contains("refused"));
    }
}
