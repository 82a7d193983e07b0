package io.barograph.engine.export;

import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Workbooks as CSV, one file a sheet in a folder a workbook; no cell can be taken for a formula. */
public final class CsvExport {

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private CsvExport() {}

    public static List<ExportedFile> of(List<Workbook> workbooks) {
        List<ExportedFile> files = new ArrayList<>();
        Slugs folders = new Slugs("workbook");
        for (Workbook workbook : workbooks) {
            String folder = folders.of(workbook.file().replaceFirst("(?i)[.]xlsx$", ""));
            Slugs names = new Slugs("sheet");
            for (Sheet sheet : workbook.sheets()) {
                files.add(ExportedFile.text(folder + "/" + names.of(sheet.name()) + ".csv", csv(SheetGrid.of(sheet))));
            }
        }
        return files;
    }

    private static String csv(SheetGrid grid) {
        StringBuilder csv = new StringBuilder();
        for (List<@Nullable Cell> row : grid.rows()) {
            csv.append(Csv.line(row.stream().map(CsvExport::defused).toList()));
        }
        return csv.toString();
    }

    /** A text that a spreadsheet program would take for a formula starts with an apostrophe instead; numbers are numbers. */
    private static String defused(@Nullable Cell cell) {
        String text = SheetGrid.text(cell);
        boolean harmless = text.isEmpty() || cell instanceof Cell.Numeric;
        return harmless || STARTS_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
