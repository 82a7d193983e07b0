package io.barograph.engine.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Writes one table: header, rows, drop-downs, comments and print set-up. */
final class TableSheet {

    /** Last row that drop-downs reach, so that rows people add have them too. */
    private static final int LAST_CHOICE_ROW = 999;

    /** From this many rows on a table gets filter buttons; shorter ones read better without. */
    private static final int ROWS_WORTH_FILTERING = 12;

    /** Characters of running text per unit of width, which is that of a digit. */
    private static final float PROSE_DENSITY = 1.12f;

    /** Width in characters from which a table is printed on the larger paper. */
    private static final int WIDEST_ON_A4 = 200;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final WorkbookPlan plan;
    private final SheetPlan table;
    private final Styles styles;
    private final XSSFSheet sheet;

    TableSheet(XSSFWorkbook workbook, Styles styles, WorkbookPlan plan, SheetPlan table) {
        this.plan = plan;
        this.table = table;
        this.styles = styles;
        this.sheet = workbook.createSheet(table.name());
    }

    void write() {
        columns();
        header();
        rows();
        marks();
        comments();
        choices();
        furnish();
    }

    /** Column width in the file's unit, with room for the cell's margins. */
    static int columnUnits(int characters) {
        return Math.min(255, characters + 1) * 256;
    }

    private void columns() {
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnPlan column = table.columns().get(i);
            sheet.setColumnWidth(i, columnUnits(column.width()));
            sheet.setDefaultColumnStyle(i, styles.body(column, false));
        }
    }

    private void header() {
        XSSFRow row = sheet.createRow(0);
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnPlan column = table.columns().get(i);
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(column.header());
            cell.setCellStyle(styles.header(column.purpose()));
            lines = Math.max(lines, LineCount.of(column.header(), column.width() - 1));
        }
        row.setHeightInPoints(lines * LineCount.POINTS + 9f);
    }

    private void rows() {
        int group = table.indexOf(table.groupBy());
        boolean shaded = false;
        for (int i = 0; i < table.rows().size(); i++) {
            List<@Nullable Object> values = table.rows().get(i);
            if (group >= 0 && i > 0) {
                shaded ^= !Objects.equals(
                        values.get(group), table.rows().get(i - 1).get(group));
            }
            row(sheet.createRow(i + 1), values, shaded);
        }
    }

    private void row(XSSFRow row, List<@Nullable Object> values, boolean shaded) {
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnPlan column = table.columns().get(i);
            XSSFCell cell = row.createCell(i);
            cell.setCellStyle(styles.body(column, shaded));
            Object value = i < values.size() ? values.get(i) : null;
            fill(cell, column.format(), value);
            if (value instanceof String text && column.purpose() != ColumnPlan.Purpose.RULE_ID) {
                lines = Math.max(lines, LineCount.of(text, Math.round(column.width() * PROSE_DENSITY)));
            }
        }
        // Without the flag of a height set by hand, so that a spreadsheet fits the row again when its text is edited.
        row.getCTRow().setHt(lines * LineCount.POINTS + 4f);
    }

    private static void fill(XSSFCell cell, ColumnPlan.Format format, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            BigDecimal stored = format == ColumnPlan.Format.PERCENT ? number.divide(HUNDRED) : number;
            cell.setCellValue(stored.doubleValue());
        } else if (value instanceof Integer number) {
            fill(cell, format, BigDecimal.valueOf(number));
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof String text && !text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private void comments() {
        for (int i = 0; i < table.columns().size(); i++) {
            comment(0, i, table.columns().get(i).comment());
        }
        for (CellMark mark : table.marks()) {
            comment(mark.row() + 1, mark.column(), mark.comment());
        }
    }

    private void comment(int row, int column, @Nullable String text) {
        if (text != null) {
            CellComment.write(sheet, sheet.createDrawingPatriarch(), styles, row, column, text);
        }
    }

    private void marks() {
        for (CellMark mark : table.marks()) {
            sheet.getRow(mark.row() + 1)
                    .getCell(mark.column())
                    .setCellStyle(styles.marked(table.columns().get(mark.column()), mark.tone()));
        }
    }

    private void choices() {
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        for (int i = 0; i < table.columns().size(); i++) {
            Choices choices = table.columns().get(i).choices();
            if (choices instanceof Choices.Listed listed) {
                offer(
                        helper,
                        i,
                        helper.createExplicitListConstraint(listed.values().toArray(String[]::new)),
                        listed.strict() ? DataValidation.ErrorStyle.STOP : null);
            } else if (choices instanceof Choices.ColumnOf other) {
                offer(
                        helper,
                        i,
                        helper.createFormulaListConstraint(range(other)),
                        other.open() ? null : DataValidation.ErrorStyle.WARNING);
            } else if (choices instanceof Choices.Glossary && !plan.glossary().isEmpty()) {
                offer(
                        helper,
                        i,
                        helper.createFormulaListConstraint(ReadMeSheet.glossary(plan)),
                        DataValidation.ErrorStyle.WARNING);
            }
        }
    }

    private void offer(
            XSSFDataValidationHelper helper, int column, DataValidationConstraint list, @Nullable Integer errorStyle) {
        DataValidation validation =
                helper.createValidation(list, new CellRangeAddressList(1, LAST_CHOICE_ROW, column, column));
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(errorStyle != null);
        if (errorStyle != null) {
            validation.setErrorStyle(errorStyle);
            validation.createErrorBox(table.columns().get(column).header(), "Please choose from the list.");
        }
        sheet.addValidationData(validation);
    }

    private String range(Choices.ColumnOf choices) {
        SheetPlan other = plan.sheets().stream()
                .filter(candidate -> candidate.name().equals(choices.sheet()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sheet `" + choices.sheet() + "` to choose from"));
        int column = other.indexOf(choices.header());
        if (column < 0) {
            throw new IllegalArgumentException(
                    "sheet `" + choices.sheet() + "` has no column `" + choices.header() + "` to choose from");
        }
        String letters = CellReference.convertNumToColString(column);
        return "'%s'!$%s$2:$%s$%d"
                .formatted(
                        other.name().replace("'", "''"),
                        letters,
                        letters,
                        other.rows().size() + 1);
    }

    private int totalWidth() {
        return table.columns().stream().mapToInt(ColumnPlan::width).sum();
    }

    private void furnish() {
        int columns = table.columns().size();
        sheet.createFreezePane(table.columns().get(0).purpose() == ColumnPlan.Purpose.RULE_ID ? 1 : 0, 1);
        sheet.setDisplayGridlines(false);
        if (table.rows().size() >= ROWS_WORTH_FILTERING) {
            sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, columns - 1));
        }
        sheet.addIgnoredErrors(
                new CellRangeAddress(0, LAST_CHOICE_ROW, 0, columns - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup()
                .setPaperSize(totalWidth() > WIDEST_ON_A4 ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.getFooter().setCenter("&A");
        sheet.getFooter().setRight("&P / &N");
    }
}
