package io.barograph.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.export.MarkdownExport;
import io.barograph.engine.model.Model;
import io.barograph.engine.model.ModelFiles;
import io.barograph.engine.model.ModelParser;
import io.barograph.engine.model.Parsing;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Workbook;
import io.barograph.engine.workbook.WorkbookReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownExportTest {

    @Test
    void keepsTablesWholeWhateverCellsHold() {
        List<String> lines = document(HostileModel.files()).lines().toList();

        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("| ") && lines.get(i - 1).startsWith("| ")) {
                assertThat(bars(lines.get(i))).as(lines.get(i)).isEqualTo(bars(lines.get(i - 1)));
            }
        }
        assertThat(lines).anyMatch(line -> line.contains("c\\|d"));
        assertThat(lines).noneMatch(line -> line.contains("<script"));
    }

    @Test
    void linksEverySheetFromTheContents() {
        String document = document(HostileModel.files());

        assertThat(document).contains("[Scoring](#param-x-scoring)", "<a id=\"param-x-scoring\"></a>", "### Scoring");
    }

    /** Those that part cells. */
    private static long bars(String line) {
        return line.replace("\\|", "").chars().filter(c -> c == '|').count();
    }

    private static String document(ModelFiles files) {
        Model model = ((Parsing.Accepted) ModelParser.parse(files)).model();
        List<Workbook> workbooks = files.workbooks().stream()
                .map(file -> ((Reading.Read) WorkbookReader.read(file.name(), file.bytes())).workbook())
                .toList();
        return new String(MarkdownExport.of(model, workbooks).bytes(), StandardCharsets.UTF_8);
    }
}
