package io.barograph.testkit.large;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.decision.Compilation;
import io.barograph.engine.decision.ModelCompiler;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.WorkbookReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeModelTest {

    @ParameterizedTest
    @CsvSource({"1, 400, 1", "2, 500, 1", "3, 1000, 4", "4, 5000, 1"})
    void drawsSoundModelsOfThatManyRows(long seed, int rows, int segments) {
        ModelFiles files = LargeModel.draw(seed, rows, segments);

        assertThat(files.workbooks()).hasSize(segments + 1);
        assertThat(files.workbooks().stream().mapToInt(LargeModelTest::rows).sum())
                .isEqualTo(rows);
        Compilation compilation = ModelCompiler.compile(files, "large");
        assertThat(compilation).as("%s", compilation.issues()).isInstanceOf(Compilation.Accepted.class);
        assertThat(compilation.tests().outcomes()).hasSizeGreaterThanOrEqualTo(3 * segments);
        ((Compilation.Accepted) compilation).decider().close();
    }

    @ParameterizedTest
    @CsvSource({"7, 600, 2"})
    void drawsTheSameForTheSameSeed(long seed, int rows, int segments) {
        assertThat(digest(LargeModel.draw(seed, rows, segments)))
                .isEqualTo(digest(LargeModel.draw(seed, rows, segments)))
                .isNotEqualTo(digest(LargeModel.draw(seed + 1, rows, segments)));
    }

    private static String digest(ModelFiles files) {
        return String.valueOf(ModelCompiler.compile(files, "large").digest());
    }

    private static int rows(ModelFiles.ModelFile file) {
        return ((Reading.Read) WorkbookReader.read(file.name(), file.bytes()))
                .workbook().sheets().stream()
                        .mapToInt(sheet -> sheet.rows().size() - 1)
                        .sum();
    }
}
