package io.barograph.engine.ruleset;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.ModelFiles.ModelFile;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Reading;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.jspecify.annotations.Nullable;

/**
 * A native Drools RuleTable workbook, translated to DRL by drools-decisiontables.
 *
 * <p>Left alone, that path reads only the first sheet, takes a blank row for the end of the table, lets number formats change
 * conditions and resets a safety limit of the spreadsheet library for the whole process. So the workbook is read by our own
 * reader, looked over, and handed on as plain values.
 */
final class NativeTable {

    private static final Pattern RULE_PLACE = Pattern.compile("^// rule values at ([A-Z]+)(\\d+)");
    private static final String RULE_TABLE = "ruletable";
    private static final int ROWS_ABOVE_RULES = 4;

    private final String file;
    private final Sheet sheet;
    private final Issues issues;

    private NativeTable(String file, Sheet sheet, Issues issues) {
        this.file = file;
        this.sheet = sheet;
        this.issues = issues;
    }

    /** @return null when there was an error */
    static @Nullable GuardrailFile translate(ModelFile file, Issues issues) {
        Reading reading = WorkbookReader.read(file.name(), file.bytes());
        if (reading instanceof Reading.Refused refused) {
            issues.add(refused.reason());
            return null;
        }
        List<Sheet> sheets = ((Reading.Read) reading)
                .workbook().sheets().stream()
                        .filter(sheet -> !sheet.rows().isEmpty())
                        .toList();
        if (sheets.size() != 1) {
            issues.error(
                    IssueCode.BAD_RULE_FILE,
                    CellAddress.ofFile(file.name()),
                    "a native rule table is one sheet, but this workbook has " + sheets.size()
                            + " with content; use a workbook for each");
            return null;
        }
        NativeTable table = new NativeTable(file.name(), sheets.get(0), issues);
        return table.isSound() ? table.compile() : null;
    }

    private boolean isSound() {
        boolean sound = true;
        int end = 0;
        int previous = 0;
        for (Map.Entry<Integer, NavigableMap<Integer, Cell>> line : sheet.rows().entrySet()) {
            int row = line.getKey();
            if (isRuleTable(line.getValue())) {
                end = row + ROWS_ABOVE_RULES;
            } else if (end > 0 && row > end && previous >= end && row > previous + 1) {
                issues.error(
                        IssueCode.BAD_RULE_FILE,
                        sheet.address(previous + 1, 0),
                        "a blank row ends a native rule table, so the rows below it would be ignored",
                        null,
                        "delete the blank row");
                sound = false;
            }
            previous = row;
            for (Cell cell : line.getValue().values()) {
                if (cell instanceof Cell.Faulty) {
                    issues.error(IssueCode.BAD_CELL, cell.address(), "`" + cell.text() + "` is not a value");
                    sound = false;
                }
            }
        }
        if (end == 0) {
            issues.error(
                    IssueCode.BAD_RULE_FILE,
                    CellAddress.ofSheet(file, sheet.name()),
                    "no cell starts with `RuleTable`, so there are no rules");
            return false;
        }
        return sound;
    }

    private static boolean isRuleTable(NavigableMap<Integer, Cell> cells) {
        return cells.values().stream()
                .anyMatch(cell -> cell.text().strip().toLowerCase(Locale.ROOT).startsWith(RULE_TABLE));
    }

    private @Nullable GuardrailFile compile() {
        String drl;
        try {
            drl = new SpreadsheetCompiler()
                    .compile(new ByteArrayInputStream(csv().getBytes(StandardCharsets.UTF_8)), InputType.CSV);
        } catch (RuntimeException e) {
            issues.error(
                    IssueCode.BAD_RULE_FILE,
                    CellAddress.ofSheet(file, sheet.name()),
                    "is not a native rule table: " + firstLine(e));
            return null;
        }
        return GuardrailFile.of(file, file + ".drl", drl, places(drl), issues);
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage();
        return message == null
                ? "it cannot be translated"
                : message.lines().findFirst().orElse("");
    }

    /** Each cell by its exact value; a merged region repeats its text with the ellipsis that means merging in this format. */
    private String csv() {
        StringWriter text = new StringWriter();
        int last = sheet.rows().lastKey();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            for (int row = 1; row <= last; row++) {
                csv.writeRecord(record(row));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return text.toString();
    }

    private List<String> record(int row) {
        int width = sheet.rows().values().stream()
                .mapToInt(cells -> cells.lastKey())
                .max()
                .orElse(1);
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            Cell cell = sheet.cell(row, column);
            values.add(cell == null ? "" : cell.text());
        }
        for (Sheet.MergedRegion region : sheet.merged()) {
            Cell first = sheet.cell(region.firstRow(), region.firstColumn());
            if (first != null && region.firstRow() == row && region.lastColumn() > region.firstColumn()) {
                for (int column = region.firstColumn(); column <= Math.min(region.lastColumn(), width); column++) {
                    values.set(column - 1, first.text() + "...");
                }
            }
        }
        return values;
    }

    /** The translation says above each rule which cell its values start at. */
    private IntFunction<CellAddress> places(String drl) {
        List<String> lines = drl.lines().toList();
        return line -> {
            for (int i = Math.min(line, lines.size()); i > 0; i--) {
                Matcher place = RULE_PLACE.matcher(lines.get(i - 1).strip());
                if (place.find()) {
                    return sheet.address(Integer.parseInt(place.group(2)), columnNumber(place.group(1)));
                }
            }
            return CellAddress.ofSheet(file, sheet.name());
        };
    }

    private static int columnNumber(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + (letter - 'A' + 1));
    }
}
