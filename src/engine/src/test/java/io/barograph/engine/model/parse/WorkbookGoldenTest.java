package io.barograph.engine.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookGoldenTest {

    private static final boolean WRITE = "write".equals(System.getProperty("barograph.golden"));

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GoldenModel.CASES)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsExpected(String name) throws IOException {
        Path folder = GoldenModel.CASES.resolve(name);
        GoldenModel model = GoldenModel.of(folder);

        boolean sound = model.read() != null;

        List<String> found =
                model.issues().stream().map(WorkbookGoldenTest::line).toList();
        assertThat(sound).isEqualTo(model.issues().stream().noneMatch(Issue::isError));
        Path expected = folder.resolve("expected.txt");
        if (WRITE && Files.notExists(expected)) {
            Files.write(expected, found);
        }
        assertThat(found).isEqualTo(Files.readAllLines(expected));
    }

    @Test
    void tellsTwelveMistakesAtOnce() {
        GoldenModel model = GoldenModel.of(GoldenModel.CASES.resolve("twelve-mistakes"));

        assertThat(model.read()).isNull();
        assertThat(model.issues().stream().filter(Issue::isError)).hasSizeGreaterThanOrEqualTo(12);
    }

    private static String line(Issue issue) {
        return issue.severity().label() + " " + issue.code().label() + " " + issue.cell() + ": " + issue.message()
                + (issue.suggestion() == null ? "" : "; " + issue.suggestion())
                + (issue.row() == null ? "" : " [" + issue.row() + "]");
    }
}
