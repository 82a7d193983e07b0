package io.barograph.engine.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Carries cells from one workbook into another. */
final class CellTransfer {

    private final XSSFWorkbook source;
    private final XSSFWorkbook target;
    private final Map<Integer, XSSFCellStyle> styles = new HashMap<>();

    CellTransfer(XSSFWorkbook source, XSSFWorkbook target) {
        this.source = source;
        this.target = target;
    }

    /** The value; the look stays as it is there, unless it would show the value in another form. */
    void value(XSSFCell from, XSSFCell to) {
        content(from, to);
        if (!from.getCellStyle().getDataFormatString().equals(to.getCellStyle().getDataFormatString())) {
            to.setCellStyle(style(from.getCellStyle()));
        }
    }

    void valueAndLook(XSSFCell from, XSSFCell to) {
        content(from, to);
        to.setCellStyle(style(from.getCellStyle()));
    }

    /** The same look in the other workbook. */
    XSSFCellStyle style(XSSFCellStyle style) {
        return styles.computeIfAbsent((int) style.getIndex(), any -> {
            XSSFCellStyle copy = target.createCellStyle();
            copy.cloneStyleFrom(style);
            return copy;
        });
    }

    private void content(XSSFCell from, XSSFCell to) {
        to.setBlank();
        switch (from.getCellType()) {
            case STRING -> to.setCellValue(from.getStringCellValue());
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
            case ERROR -> to.setCellErrorValue(from.getErrorCellValue());
            case FORMULA -> formula(from, to);
            default -> {}
        }
    }

    /** What a formula refers to moves with it, as when people copy a cell; one that the other workbook cannot hold stays a value. */
    private void formula(XSSFCell from, XSSFCell to) {
        try {
            to.setCellFormula(shifted(from, to));
        } catch (FormulaParseException | IllegalArgumentException | IllegalStateException notThere) {
            CellType type = from.getCachedFormulaResultType();
            if (type == CellType.NUMERIC) {
                to.setCellValue(from.getNumericCellValue());
            } else if (type == CellType.BOOLEAN) {
                to.setCellValue(from.getBooleanCellValue());
            } else if (type == CellType.STRING) {
                to.setCellValue(from.getStringCellValue());
            }
        }
    }

    private String shifted(XSSFCell from, XSSFCell to) {
        String formula = from.getCellFormula();
        int rows = to.getRowIndex() - from.getRowIndex();
        if (rows == 0) {
            return formula;
        }
        int sheet = source.getSheetIndex(from.getSheet());
        XSSFEvaluationWorkbook parsing = XSSFEvaluationWorkbook.create(source);
        Ptg[] parts = FormulaParser.parse(formula, parsing, FormulaType.CELL, sheet);
        int row = from.getRowIndex();
        FormulaShifter shifter = FormulaShifter.createForRowCopy(
                sheet, from.getSheet().getSheetName(), row, row, rows, SpreadsheetVersion.EXCEL2007);
        shifter.adjustFormula(parts, sheet);
        return FormulaRenderer.toFormulaString(parsing, parts);
    }
}
