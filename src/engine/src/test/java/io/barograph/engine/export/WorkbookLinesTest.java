package io.barograph.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookLinesTest {

    @Test
    void writesALineACellCalledByItsRule() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet prose = workbook.createSheet("Read me");
            row(prose, 0, "First\nlines");
            row(prose, 2, "two", "cells");
            Sheet table = workbook.createSheet("Thresholds");
            row(table, 0, "Applies to", "Rule ID", "From");
            row(table, 1, "Overall", "T-1", 80.5);
            row(table, 4, "Overall", "", true);
            Cell computed = table.getRow(1).createCell(3);
            computed.setCellFormula("40+2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(computed);
            Sheet weights = workbook.createSheet("Weights");
            row(weights, 0, "Indicator", "Retention");
            row(weights, 1, "Logins", 0.6);
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            weights.getRow(1).getCell(1).setCellStyle(percent);
            row(weights, 2, "Alone");
            workbook.createSheet("Notes");
            workbook.setSheetHidden(2, true);

            assertThat(lines(workbook))
                    .containsExactly(
                            "Read me › First lines",
                            "Read me › two | cells",
                            "Thresholds › columns: Applies to | Rule ID | From |",
                            "Thresholds › T-1 › Applies to = Overall",
                            "Thresholds › T-1 › From = 80.5",
                            "Thresholds › T-1 › (no header) = 42 (by a formula)",
                            "Thresholds › Overall › From = yes",
                            "Weights › the sheet is hidden",
                            "Weights › columns: Indicator | Retention",
                            "Weights › Logins › Retention = 60%",
                            "Weights › Alone",
                            "Notes › the sheet is empty");
        }
    }

    private static List<String> lines(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        Reading reading = WorkbookReader.read("book.xlsx", out.toByteArray());
        return WorkbookLines.of(((Reading.Read) reading).workbook()).lines().toList();
    }

    private static void row(Sheet sheet, int at, Object... values) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            if (values[i] instanceof Double number) {
                cell.setCellValue(number);
            } else if (values[i] instanceof Boolean flag) {
                cell.setCellValue(flag);
            } else if (!values[i].toString().isEmpty()) {
                cell.setCellValue(values[i].toString());
            }
        }
    }
}
