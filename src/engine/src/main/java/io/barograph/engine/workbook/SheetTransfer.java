package io.barograph.engine.workbook;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidations;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetViews;

/** Carries a whole sheet from one workbook into another: cells, looks, widths, comments, drop-down lists, frozen panes. */
final class SheetTransfer {

    private final XSSFWorkbook target;
    private final CellTransfer cells;
    private final Styles styles;

    SheetTransfer(CellTransfer cells, XSSFWorkbook target) {
        this.cells = cells;
        this.target = target;
        this.styles = new Styles(target);
    }

    void copy(XSSFSheet from) {
        XSSFSheet to = target.createSheet(from.getSheetName());
        int columns = 0;
        for (int number = from.getFirstRowNum(); number <= from.getLastRowNum(); number++) {
            XSSFRow row = from.getRow(number);
            if (row != null) {
                row(row, to.createRow(number));
                columns = Math.max(columns, row.getLastCellNum());
            }
        }
        for (int column = 0; column < columns; column++) {
            to.setColumnWidth(column, from.getColumnWidth(column));
            to.setColumnHidden(column, from.isColumnHidden(column));
            if (from.getColumnStyle(column) instanceof org.apache.poi.xssf.usermodel.XSSFCellStyle style) {
                to.setDefaultColumnStyle(column, cells.style(style));
            }
        }
        for (CellRangeAddress region : from.getMergedRegions()) {
            to.addMergedRegion(region);
        }
        comments(from, to);
        furnish(from, to);
        target.setSheetVisibility(
                target.getSheetIndex(to),
                from.getWorkbook().getSheetVisibility(from.getWorkbook().getSheetIndex(from)));
    }

    private void row(XSSFRow from, XSSFRow to) {
        if (from.getCTRow().isSetHt()) {
            to.setHeight(from.getHeight());
        }
        to.setZeroHeight(from.getZeroHeight());
        from.forEach(cell -> cells.valueAndLook((XSSFCell) cell, to.createCell(cell.getColumnIndex())));
    }

    private void comments(XSSFSheet from, XSSFSheet to) {
        from.getCellComments().forEach((place, comment) -> comment(comment, to, place.getRow(), place.getColumn()));
    }

    void comment(XSSFComment comment, XSSFSheet to, int row, int column) {
        CellComment.write(
                to,
                to.createDrawingPatriarch(),
                styles,
                row,
                column,
                comment.getString().getString());
    }

    private static void furnish(XSSFSheet from, XSSFSheet to) {
        CTDataValidations choices = from.getCTWorksheet().getDataValidations();
        if (choices != null) {
            to.getCTWorksheet().setDataValidations((CTDataValidations) choices.copy());
        }
        CTSheetViews views = from.getCTWorksheet().getSheetViews();
        if (views != null) {
            CTSheetViews copy = (CTSheetViews) views.copy();
            copy.getSheetViewList().forEach(view -> view.setTabSelected(false));
            to.getCTWorksheet().setSheetViews(copy);
        }
        if (from.getCTWorksheet().isSetAutoFilter()) {
            to.setAutoFilter(CellRangeAddress.valueOf(
                    from.getCTWorksheet().getAutoFilter().getRef()));
        }
    }
}
