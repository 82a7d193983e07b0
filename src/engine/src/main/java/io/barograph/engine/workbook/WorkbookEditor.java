package io.barograph.engine.workbook;

import io.barograph.engine.issue.CellAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;

/**
 * Changes single cells and rows of a workbook and leaves everything else as people made it: comments, widths, colours,
 * other sheets. Rows and columns count from 1, as a spreadsheet shows them. Values are String,
 * BigDecimal, Boolean or LocalDate.
 */
public final class WorkbookEditor implements Closeable {

    private final XSSFWorkbook workbook;
    private final Map<WorkbookEditor, CellTransfer> transfers = new HashMap<>();

    private WorkbookEditor(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /** @param bytes of a workbook that {@link WorkbookReader} reads */
    public static WorkbookEditor open(byte[] bytes) {
        try {
            return new WorkbookEditor(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one cell, which keeps its look. */
    public void set(String sheet, int row, int column, Object value) {
        XSSFSheet target = sheet(sheet);
        XSSFRow line = target.getRow(row - 1);
        fill(cell(line == null ? target.createRow(row - 1) : line, column - 1), value);
    }

    /**
     * Inserts a row that looks like the one above it (below it, when that is the header); the rows from there on move down.
     *
     * @param row number the new row gets, 2 or more
     * @param cells values by column
     */
    public void insertRow(String sheet, int row, Map<Integer, Object> cells) {
        XSSFSheet target = sheet(sheet);
        int last = target.getLastRowNum();
        if (row - 1 <= last) {
            target.shiftRows(row - 1, last, 1, true, false);
        }
        XSSFRow neighbour = target.getRow(row > 2 ? row - 2 : row);
        XSSFRow inserted = target.createRow(row - 1);
        int lines = 1;
        for (int column = 0; column < columns(target); column++) {
            XSSFCell cell = inserted.createCell(column);
            cell.setCellStyle(style(target, neighbour, column));
            Object value = cells.get(column + 1);
            if (value != null) {
                fill(cell, value);
                lines = Math.max(lines, LineCount.of(value.toString(), target.getColumnWidth(column) / 256));
            }
        }
        inserted.getCTRow().setHt(lines * LineCount.POINTS + 4f);
        extendFilter(target);
        extendChoices(target.getSheetName(), row);
    }

    /** Adds a column at the right end of a table, with its header, explanation and drop-down list; tells its number. */
    public int addColumn(String sheet, ColumnPlan plan) {
        XSSFSheet target = sheet(sheet);
        int column = columns(target);
        Styles styles = new Styles(workbook);
        target.setColumnWidth(column, TableSheet.columnUnits(plan.width()));
        target.setDefaultColumnStyle(column, styles.body(plan, false));
        for (int row = 1; row <= target.getLastRowNum(); row++) {
            XSSFRow line = target.getRow(row);
            if (line != null) {
                line.createCell(column).setCellStyle(styles.body(plan, false));
            }
        }
        XSSFRow head = target.getRow(0);
        XSSFCell header = (head == null ? target.createRow(0) : head).createCell(column);
        header.setCellValue(plan.header());
        header.setCellStyle(styles.header(plan.purpose()));
        if (plan.comment() != null) {
            CellComment.write(target, target.createDrawingPatriarch(), styles, 0, column, plan.comment());
        }
        return column + 1;
    }

    /** Empties one cell, which keeps its look. */
    public void clear(String sheet, int row, int column) {
        XSSFRow line = sheet(sheet).getRow(row - 1);
        XSSFCell cell = line == null ? null : line.getCell(column - 1);
        if (cell != null) {
            cell.setBlank();
        }
    }

    /**
     * Writes what a cell of another workbook holds, be it a formula. The cell keeps its look, unless that would show the value in
     * another form, for example no percentage.
     *
     * @param place of the cell there; its file is not looked at
     */
    public void copy(WorkbookEditor from, CellAddress place, String sheet, int row, int column) {
        XSSFRow source = from.sheet(String.valueOf(place.sheet())).getRow(place.row() - 1);
        XSSFCell cell = source == null ? null : source.getCell(place.column() - 1);
        if (cell == null) {
            clear(sheet, row, column);
            return;
        }
        XSSFSheet target = sheet(sheet);
        XSSFRow line = target.getRow(row - 1);
        transfer(from).value(cell, cell(line == null ? target.createRow(row - 1) : line, column - 1));
    }

    /** Takes a row away; those below it move up. */
    public void removeRow(String sheet, int row) {
        XSSFSheet target = sheet(sheet);
        XSSFRow line = target.getRow(row - 1);
        if (line != null) {
            line.forEach(cell -> cell.removeCellComment());
            target.removeRow(line);
        }
        if (row <= target.getLastRowNum()) {
            target.shiftRows(row, target.getLastRowNum(), -1, true, false);
        }
    }

    /** Moves a row up, to where {@code to} is; the rows between move down. */
    public void raiseRow(String sheet, int from, int to) {
        if (to >= from) {
            throw new IllegalArgumentException("row " + from + " cannot be raised to " + to);
        }
        XSSFSheet target = sheet(sheet);
        target.shiftRows(to - 1, target.getLastRowNum(), 1, true, false);
        XSSFRow source = target.getRow(from);
        XSSFRow raised = target.createRow(to - 1);
        if (source != null) {
            raised.copyRowFrom(source, new CellCopyPolicy());
            for (Cell cell : source) {
                if (cell.getCellComment() != null) {
                    cell.getCellComment().setAddress(to - 1, cell.getColumnIndex());
                }
            }
        }
        removeRow(sheet, from + 1);
    }

    /** Takes a column of another workbook's sheet, with its looks, width and explanation, and the cells of the header row. */
    public void addColumn(WorkbookEditor from, String fromSheet, int fromColumn, String sheet, int column) {
        XSSFSheet source = from.sheet(fromSheet);
        XSSFSheet target = sheet(sheet);
        CellTransfer transfer = transfer(from);
        target.setColumnWidth(column - 1, source.getColumnWidth(fromColumn - 1));
        for (int number = 0; number <= target.getLastRowNum(); number++) {
            XSSFRow row = target.getRow(number);
            XSSFRow model = source.getRow(Math.min(number, 1));
            XSSFCell look = model == null ? null : model.getCell(fromColumn - 1);
            if (row != null && look != null) {
                cell(row, column - 1).setCellStyle(transfer.style(look.getCellStyle()));
            }
        }
        XSSFComment comment = source.getCellComment(new org.apache.poi.ss.util.CellAddress(0, fromColumn - 1));
        XSSFRow head = target.getRow(0);
        if (comment != null && head != null && cell(head, column - 1).getCellComment() == null) {
            new SheetTransfer(transfer, workbook).comment(comment, target, 0, column - 1);
        }
    }

    /** How many columns of a sheet have a header, gaps counted. */
    public int columnCount(String sheet) {
        return columns(sheet(sheet));
    }

    /** Takes a whole sheet of another workbook, at the end. */
    public void addSheet(WorkbookEditor from, String sheet) {
        new SheetTransfer(transfer(from), workbook).copy(from.sheet(sheet));
    }

    public void removeSheet(String sheet) {
        workbook.removeSheetAt(workbook.getSheetIndex(sheet(sheet)));
    }

    /** The formula of a cell, without the equals sign; null when it has none. */
    public @Nullable String formula(String sheet, int row, int column) {
        XSSFRow line = sheet(sheet).getRow(row - 1);
        XSSFCell cell = line == null ? null : line.getCell(column - 1);
        return cell != null && cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : null;
    }

    /** Computes every formula anew. One that cannot be computed here has no value then, and a reader will say so. */
    public void compute() {
        XSSFFormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        compute(evaluator, (XSSFCell) cell);
                    }
                }
            }
        }
    }

    private static void compute(XSSFFormulaEvaluator evaluator, XSSFCell cell) {
        try {
            evaluator.evaluateFormulaCell(cell);
        } catch (RuntimeException beyondTheLibrary) {
            CTCell stored = cell.getCTCell();
            if (stored.isSetV()) {
                stored.unsetV();
            }
        }
    }

    private CellTransfer transfer(WorkbookEditor from) {
        return transfers.computeIfAbsent(from, any -> new CellTransfer(from.workbook, workbook));
    }

    /** The bytes of the workbook as it is now. */
    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return StableZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private XSSFSheet sheet(String name) {
        return Objects.requireNonNull(workbook.getSheet(name), () -> "no sheet `" + name + "`");
    }

    /** How many columns have a header. */
    private static int columns(XSSFSheet sheet) {
        XSSFRow header = sheet.getRow(0);
        return header == null ? 0 : header.getLastCellNum();
    }

    private static CellStyle style(XSSFSheet sheet, @Nullable XSSFRow neighbour, int column) {
        XSSFCell cell = neighbour == null ? null : neighbour.getCell(column);
        return cell == null ? sheet.getColumnStyle(column) : cell.getCellStyle();
    }

    private static XSSFCell cell(XSSFRow row, int column) {
        XSSFCell cell = row.getCell(column);
        return cell == null ? row.createCell(column) : cell;
    }

    private static void fill(XSSFCell cell, Object value) {
        cell.setBlank();
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else {
            cell.setCellValue((String) value);
        }
    }

    /** Filter buttons reach over a row that was added at the end. */
    private static void extendFilter(XSSFSheet sheet) {
        if (sheet.getCTWorksheet().isSetAutoFilter()) {
            CellRangeAddress filtered = CellRangeAddress.valueOf(
                    sheet.getCTWorksheet().getAutoFilter().getRef());
            if (filtered.getLastRow() < sheet.getLastRowNum()) {
                filtered.setLastRow(sheet.getLastRowNum());
                sheet.setAutoFilter(filtered);
            }
        }
    }

    /** Drop-down lists that offer a column of the sheet offer the new row too. */
    private void extendChoices(String name, int row) {
        Pattern range = Pattern.compile(
                "'?" + Pattern.quote(name.replace("'", "''")) + "'?!\\$([A-Z]+)\\$(\\d+):\\$\\1\\$(\\d+)");
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            var validations = workbook.getSheetAt(i).getCTWorksheet().getDataValidations();
            if (validations == null) {
                continue;
            }
            for (CTDataValidation validation : validations.getDataValidationList()) {
                Matcher formula = range.matcher(String.valueOf(validation.getFormula1()));
                if (formula.matches()
                        && Integer.parseInt(formula.group(2)) <= row
                        && Integer.parseInt(formula.group(3)) >= row - 1) {
                    validation.setFormula1("'%s'!$%s$%s:$%s$%d"
                            .formatted(
                                    name.replace("'", "''"),
                                    formula.group(1),
                                    formula.group(2),
                                    formula.group(1),
                                    Integer.parseInt(formula.group(3)) + 1));
                }
            }
        }
    }
}
