package io.barograph.engine.workbook;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A comment on a cell, in a box that fits its text. */
final class CellComment {

    private static final int CHARACTERS = 44;
    private static final int WIDTH_PIXELS = 310;
    private static final int LINE_PIXELS = 18;
    private static final int MARGIN_PIXELS = 14;

    private CellComment() {}

    static void write(XSSFSheet sheet, XSSFDrawing drawing, Styles styles, int row, int column, String text) {
        XSSFClientAnchor anchor = new XSSFClientAnchor();
        anchor.setAnchorType(ClientAnchor.AnchorType.DONT_MOVE_AND_RESIZE);
        place(sheet, anchor, row, column + 1, LineCount.of(text, CHARACTERS) * LINE_PIXELS + MARGIN_PIXELS);
        XSSFComment comment = drawing.createCellComment(anchor);
        XSSFRichTextString rich = new XSSFRichTextString(text);
        rich.applyFont(styles.comment());
        comment.setString(rich);
        comment.setAuthor("Barograph");
        comment.setAddress(row, column);
    }

    /** Boxes are anchored to cells, so their size has to be paced out over columns and rows. */
    private static void place(XSSFSheet sheet, XSSFClientAnchor anchor, int firstRow, int firstColumn, int height) {
        anchor.setCol1(firstColumn);
        anchor.setDx1(Units.pixelToEMU(12));
        anchor.setRow1(firstRow);
        anchor.setDy1(Units.pixelToEMU(4));
        int column = firstColumn;
        int right = WIDTH_PIXELS + 12;
        while (right > sheet.getColumnWidthInPixels(column)) {
            right -= Math.round(sheet.getColumnWidthInPixels(column));
            column++;
        }
        anchor.setCol2(column);
        anchor.setDx2(Units.pixelToEMU(right));
        int row = firstRow;
        int bottom = height + 4;
        while (bottom > rowPixels(sheet, row)) {
            bottom -= rowPixels(sheet, row);
            row++;
        }
        anchor.setRow2(row);
        anchor.setDy2(Units.pixelToEMU(bottom));
    }

    private static int rowPixels(XSSFSheet sheet, int row) {
        float points = sheet.getRow(row) == null
                ? sheet.getDefaultRowHeightInPoints()
                : sheet.getRow(row).getHeightInPoints();
        return Math.round(points * Units.PIXEL_DPI / Units.POINT_DPI);
    }
}
