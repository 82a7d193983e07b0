package io.barograph.engine.export;

import io.barograph.engine.text.Names;
import io.barograph.engine.text.Printable;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as lines to compare, one a filled cell: {@code Thresholds › ENT-TH-01 › From = 80}. A row is called by its Rule ID, else by its
 * first column, so a line stays the same when rows are put in above it. Sheets that are no tables are prose, a line a row. How cells look and
 * which are blank plays no part, so the same content always gives the same lines.
 */
public final class WorkbookLines {

    private static final String STEP = " › ";

    private final StringBuilder out = new StringBuilder();

    private WorkbookLines() {}

    /** Sheets, rows and columns in the order of the file; each line ends with a line feed. */
    public static String of(Workbook workbook) {
        WorkbookLines lines = new WorkbookLines();
        workbook.sheets().forEach(lines::sheet);
        return lines.out.toString();
    }

    private void sheet(Sheet sheet) {
        SheetGrid grid = SheetGrid.of(sheet);
        if (sheet.hidden()) {
            line(grid.name(), "the sheet is hidden");
        }
        if (grid.isEmpty()) {
            line(grid.name(), "the sheet is empty");
        } else if (grid.isTable()) {
            table(grid);
        } else {
            grid.rows()
                    .forEach(row -> line(
                            grid.name(),
                            row.stream()
                                    .filter(Objects::nonNull)
                                    .map(WorkbookLines::value)
                                    .collect(Collectors.joining(" | "))));
        }
    }

    private void table(SheetGrid grid) {
        List<String> headers = grid.rows().get(0).stream().map(SheetGrid::text).toList();
        int ruleId = 0;
        for (int column = headers.size() - 1; column >= 0; column--) {
            if (Names.same(headers.get(column), SheetGrid.RULE_ID)) {
                ruleId = column;
            }
        }
        line(grid.name(), "columns: " + String.join(" | ", headers));
        for (List<@Nullable Cell> row : grid.rows().subList(1, grid.rows().size())) {
            row(grid.name(), headers, row, row.get(ruleId) == null ? 0 : ruleId);
        }
    }

    private void row(String sheet, List<String> headers, List<@Nullable Cell> row, int named) {
        Cell name = row.get(named);
        String called = name == null ? "(no name)" : value(name);
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            Cell cell = row.get(column);
            if (cell != null && column != named) {
                String header = headers.get(column);
                cells.add((header.isEmpty() ? "(no header)" : header) + " = " + value(cell));
            }
        }
        if (cells.isEmpty()) {
            line(sheet, called);
        }
        cells.forEach(cell -> line(sheet, called + STEP + cell));
    }

    private static String value(Cell cell) {
        return SheetGrid.text(cell) + (cell.formula() ? " (by a formula)" : "");
    }

    private void line(String sheet, String text) {
        out.append(Printable.line(sheet + STEP + text).stripTrailing()).append('\n');
    }
}
