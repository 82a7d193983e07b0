package io.barograph.engine.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes native Drools RuleTable workbooks. Every cell is text, since Drools would read a number as it is shown. Equal plans
 * give equal bytes.
 */
public final class RuleTableWriter {

    private static final int TABLE_ROW = 3;
    private static final int KIND_ROW = 4;
    private static final int PATTERN_ROW = 5;
    private static final int TEMPLATE_ROW = 6;
    private static final int LABEL_ROW = 7;
    private static final int FIRST_RULE_ROW = 8;
    private static final int WIDEST = 44;

    /** On one line, however long. */
    private static final ColumnPlan NAME = ColumnPlan.ruleId();

    private static final ColumnPlan TEXT = ColumnPlan.prose("", WIDEST);

    private final RuleTablePlan plan;
    private final XSSFSheet sheet;
    private final Styles styles;

    private RuleTableWriter(RuleTablePlan plan, XSSFWorkbook workbook) {
        this.plan = plan;
        this.sheet = workbook.createSheet("Rules");
        this.styles = new Styles(workbook);
    }

    /** The bytes of an {@code .xlsx} file. */
    public static byte[] write(RuleTablePlan plan) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            WorkbookWriter.describe(workbook.getProperties(), plan.table());
            new RuleTableWriter(plan, workbook).write();
            workbook.write(out);
            return StableZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        property(0, "RuleSet", plan.ruleSet());
        property(1, "Import", String.join(", ", plan.imports()));
        unwrapped(sheet.createRow(TABLE_ROW), 0, "RuleTable " + plan.table());
        header(KIND_ROW, column -> column.kind().name());
        header(PATTERN_ROW, column -> column.pattern() == null ? "" : column.pattern());
        header(TEMPLATE_ROW, RuleTablePlan.RuleColumn::template);
        header(LABEL_ROW, RuleTablePlan.RuleColumn::label);
        mergePatterns();
        for (int i = 0; i < plan.rows().size(); i++) {
            rule(sheet.createRow(FIRST_RULE_ROW + i), plan.rows().get(i));
        }
        for (int i = 0; i < plan.columns().size(); i++) {
            sheet.setColumnWidth(i, TableSheet.columnUnits(width(i)));
        }
        sheet.createFreezePane(1, FIRST_RULE_ROW);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void property(int row, String name, String value) {
        XSSFRow line = sheet.createRow(row);
        unwrapped(line, 0, name);
        unwrapped(line, 1, value);
    }

    private void header(int row, Function<RuleTablePlan.RuleColumn, String> content) {
        XSSFRow line = sheet.createRow(row);
        int lines = 1;
        for (int i = 0; i < plan.columns().size(); i++) {
            RuleTablePlan.RuleColumn column = plan.columns().get(i);
            text(line, i, content.apply(column), column);
            if (row != PATTERN_ROW) {
                lines = Math.max(lines, LineCount.of(content.apply(column), width(i) - 1));
            }
            line.getCell(i).setCellStyle(styles.header(purpose(column)));
        }
        line.setHeightInPoints(lines * LineCount.POINTS + 6f);
    }

    private void rule(XSSFRow row, List<@Nullable String> cells) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            text(row, i, cell == null ? "" : cell, plan.columns().get(i));
            lines = Math.max(lines, cell == null ? 1 : LineCount.of(cell, width(i)));
        }
        row.setHeightInPoints(lines * LineCount.POINTS + 4f);
    }

    /** Merged cells mean one pattern with several constraints. */
    private void mergePatterns() {
        int first = 0;
        for (int i = 1; i <= plan.columns().size(); i++) {
            String pattern = plan.columns().get(first).pattern();
            boolean goesOn = i < plan.columns().size()
                    && pattern != null
                    && pattern.equals(plan.columns().get(i).pattern());
            if (!goesOn) {
                if (pattern != null && i - first > 1) {
                    sheet.addMergedRegion(new CellRangeAddress(PATTERN_ROW, PATTERN_ROW, first, i - 1));
                }
                first = i;
            }
        }
    }

    private void text(XSSFRow row, int column, String content, RuleTablePlan.RuleColumn plan) {
        fill(row, column, content, plan.kind() == RuleTablePlan.Kind.NAME ? NAME : TEXT);
    }

    private void unwrapped(XSSFRow row, int column, String content) {
        fill(row, column, content, NAME);
    }

    private void fill(XSSFRow row, int column, String content, ColumnPlan look) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.body(look, false));
        if (!content.isEmpty()) {
            cell.setCellValue(content);
        }
    }

    private int width(int index) {
        RuleTablePlan.RuleColumn column = plan.columns().get(index);
        int longest = plan.rows().stream()
                .map(row -> row.get(index))
                .mapToInt(cell -> cell == null ? 0 : cell.length())
                .max()
                .orElse(0);
        int template = Math.min(column.template().length(), WIDEST / 2);
        int narrowest = Math.max(template, Math.min(column.label().length(), WIDEST / 2));
        int widest = column.kind() == RuleTablePlan.Kind.DESCRIPTION ? 2 * WIDEST : WIDEST;
        return Math.min(Math.max(narrowest, longest) + 3, widest);
    }

    private static ColumnPlan.Purpose purpose(RuleTablePlan.RuleColumn column) {
        return switch (column.kind()) {
            case NAME, DESCRIPTION, PRIORITY -> ColumnPlan.Purpose.PROSE;
            case CONDITION -> ColumnPlan.Purpose.CONDITION;
            case ACTION -> ColumnPlan.Purpose.OUTCOME;
        };
    }
}
