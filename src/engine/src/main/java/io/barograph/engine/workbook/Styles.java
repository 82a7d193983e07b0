package io.barograph.engine.workbook;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, each made once. */
final class Styles {

    private static final String FONT = "Calibri";

    private static final String INK = "1F2A37";
    private static final String FAINT = "6B7280";
    private static final String RULE = "D5DAE1";
    private static final String SHADE = "F3F6FA";

    private record BodyKey(ColumnPlan.Purpose purpose, ColumnPlan.Format format, boolean shaded) {}

    private record MarkedKey(ColumnPlan.Purpose purpose, ColumnPlan.Format format, CellMark.Tone tone) {}

    private final XSSFWorkbook workbook;
    private final Map<ColumnPlan.Purpose, XSSFCellStyle> headers = new HashMap<>();
    private final Map<BodyKey, XSSFCellStyle> bodies = new HashMap<>();
    private final Map<MarkedKey, XSSFCellStyle> marked = new HashMap<>();
    private final XSSFFont comment;

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.comment = font(FONT, 10, false, INK);
    }

    XSSFCellStyle header(ColumnPlan.Purpose purpose) {
        return headers.computeIfAbsent(purpose, this::newHeader);
    }

    XSSFCellStyle body(ColumnPlan column, boolean shaded) {
        return bodies.computeIfAbsent(new BodyKey(column.purpose(), column.format(), shaded), this::newBody);
    }

    /** The usual look in the colour of a mark. */
    XSSFCellStyle marked(ColumnPlan column, CellMark.Tone tone) {
        return marked.computeIfAbsent(
                new MarkedKey(column.purpose(), column.format(), tone),
                key -> newMarked(new BodyKey(key.purpose(), key.format(), false), tone));
    }

    private XSSFCellStyle newMarked(BodyKey key, CellMark.Tone tone) {
        XSSFCellStyle style = newBody(key);
        style.setFillForegroundColor(colour(tone.colour()));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    XSSFCellStyle title() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(FONT, 20, true, "1F3A5F"));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    XSSFCellStyle paragraph() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(FONT, 11, false, INK));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    XSSFFont comment() {
        return comment;
    }

    private XSSFFont font(String name, int points, boolean bold, String colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(colour(colour));
        return font;
    }

    private XSSFCellStyle newHeader(ColumnPlan.Purpose purpose) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(FONT, 11, true, "FFFFFF"));
        style.setFillForegroundColor(colour(band(purpose)));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setBorderRight(BorderStyle.THIN);
        style.setRightBorderColor(colour("FFFFFF"));
        return style;
    }

    private static String band(ColumnPlan.Purpose purpose) {
        return switch (purpose) {
            case RULE_ID, PROSE -> "4B5A6B";
            case CONDITION -> "2F5D8C";
            case OUTCOME -> "1F6F66";
        };
    }

    private XSSFCellStyle newBody(BodyKey key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(
                key.purpose() == ColumnPlan.Purpose.RULE_ID
                        ? font("Consolas", 10, false, FAINT)
                        : font(FONT, 11, false, INK));
        style.setDataFormat(workbook.createDataFormat().getFormat(key.format().pattern()));
        boolean words = key.format() == ColumnPlan.Format.TEXT || key.format() == ColumnPlan.Format.GENERAL;
        style.setWrapText(words && key.purpose() != ColumnPlan.Purpose.RULE_ID);
        style.setAlignment(words ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setIndention((short) 1);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(RULE));
        style.setBorderRight(BorderStyle.THIN);
        style.setRightBorderColor(colour(RULE));
        if (key.shaded()) {
            style.setFillForegroundColor(colour(SHADE));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex));
    }
}
