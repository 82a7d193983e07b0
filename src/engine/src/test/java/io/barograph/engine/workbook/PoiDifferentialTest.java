package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.text.Numbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks with seeded content read the same here and in Apache POI. */
class PoiDifferentialTest {

    private static final int ROWS = 60;
    private static final int COLUMNS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsWhatPoiReads(long seed) throws IOException {
        byte[] bytes = seededWorkbook(new Random(seed));
        assertThat(cells(WorkbookReader.read("seeded.xlsx", bytes))).isEqualTo(poiCells(bytes));
    }

    private static byte[] seededWorkbook(Random random) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle date = style(workbook, "yyyy-mm-dd");
            CellStyle percent = style(workbook, "0.0%");
            for (int s = 0; s < 3; s++) {
                XSSFSheet sheet = workbook.createSheet("Sheet " + s);
                for (int i = 0; i < ROWS * COLUMNS / 3; i++) {
                    int row = random.nextInt(ROWS);
                    XSSFRow target = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
                    fill(target.createCell(random.nextInt(COLUMNS)), random, date, percent);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static void fill(XSSFCell cell, Random random, CellStyle date, CellStyle percent) {
        switch (random.nextInt(7)) {
            case 0 -> cell.setCellValue("text <&> " + random.nextInt(40) + " ≥ \u00e9\u4e2d\uD83D\uDE00");
            case 1 -> cell.setCellValue(random.nextInt(1_000));
            case 2 -> cell.setCellValue(random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6));
            case 3 -> cell.setCellValue(random.nextBoolean());
            case 4 -> {
                cell.setCellValue(LocalDate.of(1901, 1, 1).plusDays(random.nextInt(60_000)));
                cell.setCellStyle(date);
            }
            case 5 -> {
                cell.setCellValue(random.nextInt(100) / 100.0);
                cell.setCellStyle(percent);
            }
            default -> cell.setCellStyle(percent);
        }
    }

    private static Map<String, String> cells(Reading reading) {
        Map<String, String> cells = new TreeMap<>();
        for (Sheet sheet : ((Reading.Read) reading).workbook().sheets()) {
            sheet.rows()
                    .values()
                    .forEach(row -> row.values()
                            .forEach(cell -> cells.put(
                                    cell.address().toString(), cell.getClass().getSimpleName() + " " + cell.text())));
        }
        return cells;
    }

    private static Map<String, String> poiCells(byte[] bytes) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() != CellType.BLANK) {
                    String place = "seeded.xlsx!" + sheet.getSheetName() + "!"
                            + cell.getAddress().formatAsString();
                    cells.put(place, poiContent(cell));
                }
            })));
        }
        return cells;
    }

    private static String poiContent(org.apache.poi.ss.usermodel.Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> "Text " + cell.getStringCellValue();
            case BOOLEAN -> "Logical " + (cell.getBooleanCellValue() ? "yes" : "no");
            default ->
                DateUtil.isCellDateFormatted(cell)
                        ? "Day " + cell.getLocalDateTimeCellValue().toLocalDate()
                        : "Numeric "
                                + Numbers.ofDouble(cell.getNumericCellValue()).toPlainString();
        };
    }
}
