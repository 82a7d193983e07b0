package io.barograph.engine.workbook;

import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet that greets whoever opens the workbook: a title and a few paragraphs in one wide column. */
final class ReadMeSheet {

    static final String NAME = "Read me";

    private static final int WIDTH = 100;
    private static final int MEANING_WIDTH = 70;
    private static final int FIRST_PARAGRAPH = 2;

    private ReadMeSheet() {}

    static void write(XSSFWorkbook workbook, Styles styles, WorkbookPlan plan) {
        XSSFSheet sheet = workbook.createSheet(NAME);
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, TableSheet.columnUnits(WIDTH));
        XSSFRow heading = sheet.createRow(0);
        heading.setHeightInPoints(34);
        heading.createCell(0).setCellValue(plan.title());
        heading.getCell(0).setCellStyle(styles.title());
        var style = styles.paragraph();
        for (int i = 0; i < plan.readMe().size(); i++) {
            String paragraph = plan.readMe().get(i);
            XSSFRow row = sheet.createRow(FIRST_PARAGRAPH + i);
            row.setHeightInPoints(LineCount.of(paragraph, WIDTH) * LineCount.POINTS + 7f);
            row.createCell(0).setCellValue(paragraph);
            row.getCell(0).setCellStyle(style);
        }
        glossary(sheet, style, plan);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** Where the glossary's words stand, as a formula. */
    static String glossary(WorkbookPlan plan) {
        int first = firstWord(plan) + 1;
        return "'%s'!$A$%d:$A$%d".formatted(NAME, first, first + plan.glossary().size() - 1);
    }

    /** Row of the first word, from 0, after a blank row. */
    private static int firstWord(WorkbookPlan plan) {
        return FIRST_PARAGRAPH + plan.readMe().size() + 1;
    }

    private static void glossary(XSSFSheet sheet, XSSFCellStyle style, WorkbookPlan plan) {
        if (plan.glossary().isEmpty()) {
            return;
        }
        sheet.setColumnWidth(1, TableSheet.columnUnits(MEANING_WIDTH));
        for (int i = 0; i < plan.glossary().size(); i++) {
            WorkbookPlan.Word word = plan.glossary().get(i);
            XSSFRow row = sheet.createRow(firstWord(plan) + i);
            row.createCell(0).setCellValue(word.word());
            row.getCell(0).setCellStyle(style);
            row.createCell(1).setCellValue(word.meaning());
            row.getCell(1).setCellStyle(style);
        }
    }
}
