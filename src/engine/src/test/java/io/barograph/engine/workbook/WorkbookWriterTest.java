package io.barograph.engine.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.barograph.engine.workbook.ColumnPlan.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookWriterTest {

    private static final SheetPlan INDICATORS = new SheetPlan(
            "Indicators",
            List.of(ColumnPlan.outcome("Indicator", Format.TEXT, 30)),
            List.of(List.of("Seat utilisation"), List.of("Net promoter score")));

    private static final SheetPlan SCORING = new SheetPlan(
            "Scoring",
            List.of(
                    ColumnPlan.ruleId().explained("A stable name for the row."),
                    ColumnPlan.outcome("Indicator", Format.TEXT, 30)
                            .choosing(new Choices.ColumnOf("Indicators", "Indicator")),
                    ColumnPlan.condition("Value"),
                    ColumnPlan.outcome("Score", Format.INTEGER, 10),
                    ColumnPlan.outcome("Share", Format.PERCENT, 10),
                    ColumnPlan.outcome("Review by", Format.DATE, 12),
                    ColumnPlan.outcome("Active", Format.GENERAL, 8).choosing(Choices.only("yes", "no")),
                    ColumnPlan.prose("Because", 60)),
            "Indicator",
            List.of(
                    Arrays.asList(
                            "SC-1",
                            "Seat utilisation",
                            "3-4",
                            20,
                            new BigDecimal("62.5"),
                            LocalDate.of(2026, 3, 1),
                            true),
                    Arrays.asList(
                            "SC-2", "Net promoter score", "80", new BigDecimal("12.25"), null, null, null, "=1+1")));

    private static final WorkbookPlan PLAN =
            new WorkbookPlan("Enterprise", List.of("What this is.", "How to edit it."), List.of(INDICATORS, SCORING));

    @Test
    void writesEveryValueInItsType() throws IOException {
        try (XSSFWorkbook read = read(WorkbookWriter.write(PLAN))) {
            XSSFSheet sheet = read.getSheet("Scoring");
            assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Indicator");
            XSSFCell condition = sheet.getRow(1).getCell(2);
            assertThat(condition.getStringCellValue()).isEqualTo("3-4");
            assertThat(condition.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(20.0);
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(0.625);
            assertThat(sheet.getRow(1).getCell(4).getCellStyle().getDataFormatString())
                    .endsWith("%");
            assertThat(sheet.getRow(1).getCell(5).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDate.of(2026, 3, 1).atStartOfDay());
            assertThat(sheet.getRow(1).getCell(6).getBooleanCellValue()).isTrue();
            assertThat(sheet.getRow(1).getCell(7).getCellType()).isEqualTo(CellType.BLANK);
        }
    }

    @Test
    void writesTextThatLooksLikeAFormulaAsText() throws IOException {
        try (XSSFWorkbook read = read(WorkbookWriter.write(PLAN))) {
            XSSFCell cell = read.getSheet("Scoring").getRow(2).getCell(7);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
        }
    }

    @Test
    void keepsColumnsOfConditionsTextBelowTheLastRowToo() throws IOException {
        try (XSSFWorkbook read = read(WorkbookWriter.write(PLAN))) {
            assertThat(read.getSheet("Scoring").getColumnStyle(2).getDataFormatString())
                    .isEqualTo("@");
        }
    }

    @Test
    void freezesTheHeaderExplainsItAndOffersChoices() throws IOException {
        try (XSSFWorkbook read = read(WorkbookWriter.write(PLAN))) {
            XSSFSheet sheet = read.getSheet("Scoring");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getRow(0).getCell(0).getCellComment().getString().getString())
                    .isEqualTo("A stable name for the row.");
            assertThat(sheet.getDataValidations())
                    .extracting(XSSFDataValidation::getValidationConstraint)
                    .extracting(constraint -> constraint.getFormula1())
                    .containsExactly("'Indicators'!$A$2:$A$3", "\"yes,no\"");
        }
    }

    @Test
    void greetsWithTheReadMeSheet() throws IOException {
        try (XSSFWorkbook read = read(WorkbookWriter.write(PLAN))) {
            assertThat(read.getSheetName(0)).isEqualTo("Read me");
            assertThat(read.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Enterprise");
            assertThat(read.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("How to edit it.");
        }
    }

    @Test
    void writesTheSameBytesForTheSamePlan() {
        assertThat(WorkbookWriter.write(PLAN)).isEqualTo(WorkbookWriter.write(PLAN));
    }

    @Test
    void refusesAListFromAColumnThatDoesNotExist() {
        SheetPlan sheet = new SheetPlan(
                "Weights",
                List.of(ColumnPlan.outcome("Indicator", Format.TEXT, 30)
                        .choosing(new Choices.ColumnOf("Indicators", "Name"))),
                List.of());
        WorkbookPlan plan = new WorkbookPlan("Broken", List.of(), List.of(INDICATORS, sheet));
        assertThatThrownBy(() -> WorkbookWriter.write(plan))
                .hasMessage("sheet `Indicators` has no column `Name` to choose from");
    }

    private static XSSFWorkbook read(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
