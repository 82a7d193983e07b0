package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.workbook.ColumnPlan.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookEditorTest {

    private static final byte[] BYTES = WorkbookWriter.write(new WorkbookPlan(
            "a",
            List.of("Words."),
            List.of(
                    new SheetPlan(
                            "Indicators",
                            List.of(ColumnPlan.outcome("Indicator", Format.TEXT, 20)
                                    .explained("An indicator.")),
                            List.of(List.of("Logins"), List.of("Seats"), List.of("Tickets"))),
                    new SheetPlan(
                            "Scoring",
                            List.of(
                                    ColumnPlan.outcome("Indicator", Format.TEXT, 20)
                                            .choosing(new Choices.ColumnOf("Indicators", "Indicator")),
                                    ColumnPlan.condition("Value")),
                            List.of(List.of("Logins", "> 3"))))));

    @Test
    void insertsARowThatLooksLikeItsNeighbourAndMovesTheOthersDown() throws IOException {
        byte[] edited = edit(editor -> editor.insertRow("Indicators", 3, Map.of(1, "Clicks")));

        try (XSSFWorkbook workbook = open(edited)) {
            XSSFSheet sheet = workbook.getSheet("Indicators");
            assertThat(column(sheet)).containsExactly("Indicator", "Logins", "Clicks", "Seats", "Tickets");
            assertThat(sheet.getRow(2).getCell(0).getCellStyle())
                    .isEqualTo(sheet.getRow(1).getCell(0).getCellStyle());
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress(0, 0))
                            .getString()
                            .getString())
                    .isEqualTo("An indicator.");
            assertThat(workbook.getSheet("Scoring")
                            .getDataValidations()
                            .get(0)
                            .getValidationConstraint()
                            .getFormula1())
                    .isEqualTo("'Indicators'!$A$2:$A$5");
        }
    }

    @Test
    void insertsBeforeTheFirstRowAndAfterTheLast() throws IOException {
        byte[] edited = edit(editor -> {
            editor.insertRow("Indicators", 2, Map.of(1, "First"));
            editor.insertRow("Indicators", 6, Map.of(1, "Last"));
        });

        try (XSSFWorkbook workbook = open(edited)) {
            assertThat(column(workbook.getSheet("Indicators")))
                    .containsExactly("Indicator", "First", "Logins", "Seats", "Tickets", "Last");
        }
    }

    @Test
    void setsACellAndLeavesTheOthers() throws IOException {
        byte[] edited = edit(editor -> editor.set("Scoring", 2, 2, new BigDecimal("12.5")));

        try (XSSFWorkbook workbook = open(edited)) {
            XSSFSheet sheet = workbook.getSheet("Scoring");
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(12.5);
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
            assertThat(column(sheet)).containsExactly("Indicator", "Logins");
            assertThat(workbook.getSheet("Read me")).isNotNull();
        }
    }

    @Test
    void addsAColumnForTextAtTheRightEnd() throws IOException {
        byte[] edited = edit(editor -> assertThat(
                        editor.addColumn("Scoring", ColumnPlan.condition("ARR").explained("Revenue.")))
                .isEqualTo(3));

        try (XSSFWorkbook workbook = open(edited)) {
            XSSFSheet sheet = workbook.getSheet("Scoring");
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("ARR");
            assertThat(sheet.getColumnStyle(2).getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress(0, 2)))
                    .isNotNull();
        }
    }

    @Test
    void takesRowsAwayAndRaisesThem() throws IOException {
        byte[] edited = edit(editor -> {
            editor.raiseRow("Indicators", 4, 2);
            editor.removeRow("Indicators", 3);
        });

        try (XSSFWorkbook workbook = open(edited)) {
            assertThat(column(workbook.getSheet("Indicators"))).containsExactly("Indicator", "Tickets", "Seats");
        }
    }

    @Test
    void aValueTakesThePlaceOfAFormula() throws IOException {
        byte[] edited;
        try (XSSFWorkbook workbook = open(BYTES);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getSheet("Scoring").getRow(1).getCell(1).setCellFormula("1+1");
            workbook.write(out);
            edited = out.toByteArray();
        }

        try (WorkbookEditor editor = WorkbookEditor.open(edited)) {
            assertThat(editor.formula("Scoring", 2, 2)).isEqualTo("1+1");
            editor.compute();
            assertThat(read(editor.bytes(), "Scoring").cell(2, 2)).hasFieldOrPropertyWithValue("text", "2");
            editor.set("Scoring", 2, 2, new BigDecimal("7"));
            assertThat(editor.formula("Scoring", 2, 2)).isNull();
            assertThat(read(editor.bytes(), "Scoring").cell(2, 2))
                    .hasFieldOrPropertyWithValue("text", "7")
                    .hasFieldOrPropertyWithValue("formula", false);
            editor.clear("Scoring", 2, 2);
            assertThat(read(editor.bytes(), "Scoring").cell(2, 2)).isNull();
        }
    }

    @Test
    void takesCellsColumnsAndSheetsOfAnotherWorkbook() throws IOException {
        byte[] other = WorkbookWriter.write(new WorkbookPlan(
                "b",
                List.of(),
                List.of(new SheetPlan(
                        "Other",
                        List.of(
                                ColumnPlan.outcome("Share", Format.PERCENT, 20),
                                ColumnPlan.condition("ARR").explained("Revenue.")),
                        List.of(List.of(new BigDecimal("25"), "> 5"))))));

        byte[] edited;
        try (WorkbookEditor editor = WorkbookEditor.open(BYTES);
                WorkbookEditor source = WorkbookEditor.open(other)) {
            editor.copy(source, new CellAddress("b", "Other", 2, 1), "Scoring", 2, 2);
            editor.addColumn(source, "Other", 2, "Scoring", editor.columnCount("Scoring") + 1);
            editor.copy(source, new CellAddress("b", "Other", 1, 2), "Scoring", 1, 3);
            editor.addSheet(source, "Other");
            editor.removeSheet("Read me");
            edited = editor.bytes();
        }

        assertThat(read(edited, "Scoring").cell(2, 2))
                .hasFieldOrPropertyWithValue("text", "0.25")
                .hasFieldOrPropertyWithValue("percentage", true);
        assertThat(read(edited, "Scoring").cell(1, 3)).hasFieldOrPropertyWithValue("text", "ARR");
        assertThat(read(edited, "Other").cell(2, 2)).hasFieldOrPropertyWithValue("text", "> 5");
        try (XSSFWorkbook workbook = open(edited)) {
            assertThat(workbook.getSheet("Read me")).isNull();
            for (String place : List.of("Scoring 2", "Other 1")) {
                String[] words = place.split(" ", -1);
                assertThat(workbook.getSheet(words[0])
                                .getCellComment(new org.apache.poi.ss.util.CellAddress(0, Integer.parseInt(words[1]))))
                        .isNotNull();
            }
        }
    }

    private static Sheet read(byte[] bytes, String sheet) {
        return ((Reading.Read) WorkbookReader.read("a.xlsx", bytes))
                .workbook().sheets().stream()
                        .filter(one -> one.name().equals(sheet))
                        .findFirst()
                        .orElseThrow();
    }

    private interface Edit {
        void run(WorkbookEditor editor);
    }

    private static byte[] edit(Edit edit) throws IOException {
        try (WorkbookEditor editor = WorkbookEditor.open(BYTES)) {
            edit.run(editor);
            return editor.bytes();
        }
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static List<String> column(XSSFSheet sheet) {
        return java.util.stream.IntStream.rangeClosed(0, sheet.getLastRowNum())
                .mapToObj(row -> sheet.getRow(row).getCell(0).getStringCellValue())
                .toList();
    }
}
