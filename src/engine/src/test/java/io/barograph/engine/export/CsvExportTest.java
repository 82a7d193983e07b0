package io.barograph.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.workbook.ColumnPlan;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.SheetPlan;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookPlan;
import io.barograph.engine.workbook.WorkbookReader;
import io.barograph.engine.workbook.WorkbookWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-100..0", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void keepsTextsFromBecomingFormulas(String text) {
        assertThat(lines(text)).last().asString().isEqualTo("'" + text);
    }

    @Test
    void leavesNumbersNumbers() {
        assertThat(lines(new BigDecimal("-12.5"))).last().isEqualTo("-12.5");
    }

    @Test
    void quotesWhatWouldPartCells() {
        assertThat(lines("a, \"b\"")).last().isEqualTo("\"a, \"\"b\"\"\"");
    }

    @Test
    void namesFilesAsAnySystemTakesThemAndNeverTwiceTheSame() {
        Workbook workbook = workbook("../Größe.xlsx", "Ä|b", "x");
        List<ExportedFile> files = CsvExport.of(List.of(workbook, workbook));

        assertThat(files).extracting(ExportedFile::path).containsExactly("gr-e/b.csv", "gr-e-2/b.csv");
    }

    private static List<String> lines(Object cell) {
        ExportedFile file =
                CsvExport.of(List.of(workbook("model.xlsx", "Sheet", cell))).get(0);
        return new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    private static Workbook workbook(String file, String sheet, Object cell) {
        SheetPlan plan = new SheetPlan(sheet, List.of(ColumnPlan.condition("Value")), List.of(Arrays.asList(cell)));
        byte[] bytes = WorkbookWriter.write(new WorkbookPlan("test", List.of(), List.of(plan)));
        return ((Reading.Read) WorkbookReader.read(file, bytes)).workbook();
    }
}
