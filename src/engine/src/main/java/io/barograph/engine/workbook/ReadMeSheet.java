package io.barograph.engine.workbook;

import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet that greets whoever opens the workbook: a title and a few paragraphs in one wide column. */
final class ReadMeSheet {

    static final String NAME = "Read me";

    private static final int WIDTH = 100;

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
            XSSFRow row = sheet.createRow(2 + i);
            row.setHeightInPoints(LineCount.of(paragraph, WIDTH) * LineCount.POINTS + 7f);
            row.createCell(0).setCellValue(paragraph);
            row.getCell(0).setCellStyle(style);
        }
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }
}
