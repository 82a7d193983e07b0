package io.barograph.benchmarks.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook written cell by cell, for tools whose users edit workbooks of their own format. */
final class Grid {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet;
    private int rows;

    Grid(String sheet) {
        this.sheet = workbook.createSheet(sheet);
    }

    /** @param cells texts, numbers, or null for an empty cell */
    void row(@Nullable Object... cells) {
        Row row = sheet.createRow(rows++);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                Cell cell = row.createCell(i);
                if (cells[i] instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else {
                    cell.setCellValue(String.valueOf(cells[i]));
                }
            }
        }
    }

    void blankRow() {
        rows++;
    }

    /** Makes cells of the last row one. */
    void merge(int from, int to) {
        if (to > from) {
            Row row = sheet.getRow(rows - 1);
            for (int i = from; i <= to; i++) {
                row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
            sheet.addMergedRegion(new CellRangeAddress(rows - 1, rows - 1, from, to));
        }
    }

    byte[] bytes() throws IOException {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }
}
