package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.model.Table;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of a workbook, each as the table its name says. */
final class WorkbookParser {

    static final String SEGMENTS_FILE = "segments.xlsx";
    private static final String READ_ME = "Read me";

    private static final List<TableKind<?>> OF_SEGMENTS = List.of(SegmentsTable.KIND, TiersTable.KIND);
    private static final List<TableKind<?>> OF_SEGMENT = List.of(
            SettingsTable.KIND,
            IndicatorsTable.KIND,
            ScoringTable.KIND,
            WeightsTable.KIND,
            ContextTable.KIND,
            OverallTable.KIND,
            CapsTable.KIND,
            ThresholdsTable.KIND,
            CalibrationTable.KIND,
            TrendsTable.KIND,
            SignalsTable.KIND,
            CohortsTable.KIND,
            PlaybooksTable.KIND,
            EscalationsTable.KIND,
            TestsTable.KIND);
    private static final Set<Table> REQUIRED = EnumSet.of(
            Table.SEGMENTS,
            Table.MODEL,
            Table.INDICATORS,
            Table.SCORING,
            Table.WEIGHTS,
            Table.OVERALL,
            Table.THRESHOLDS);

    private final Workbook workbook;
    private final List<TableKind<?>> kinds;
    private final Scope scope;
    private final Issues issues;
    private final ParsedWorkbook parsed;

    private WorkbookParser(Workbook workbook, Outline outline, Scope scope, Issues issues) {
        this.workbook = workbook;
        this.kinds = isSegments(workbook.file()) ? OF_SEGMENTS : OF_SEGMENT;
        this.scope = scope;
        this.issues = issues;
        this.parsed = new ParsedWorkbook(workbook, outline);
    }

    static ParsedWorkbook parse(Workbook workbook, Outline outline, Scope scope, Issues issues) {
        WorkbookParser parser = new WorkbookParser(workbook, outline, scope, issues);
        parser.reportStrangeSheets();
        parser.kinds.forEach(parser::table);
        return parser.parsed;
    }

    static boolean isSegments(String file) {
        return file.equalsIgnoreCase(SEGMENTS_FILE);
    }

    private <R> void table(TableKind<R> kind) {
        Table table = kind.form().table();
        List<Sheet> sheets = workbook.sheets().stream()
                .filter(sheet -> Names.same(sheet.name(), table.sheet()))
                .toList();
        if (sheets.isEmpty()) {
            if (REQUIRED.contains(table)) {
                issues.error(
                        IssueCode.MISSING_SHEET, parsed.address(), "missing sheet " + Wording.quoted(table.sheet()));
            }
            return;
        }
        for (Sheet again : sheets.subList(1, sheets.size())) {
            issues.error(
                    IssueCode.DUPLICATE_SHEET,
                    CellAddress.ofSheet(workbook.file(), again.name()),
                    "the sheet " + Wording.quoted(table.sheet()) + " is there twice");
        }
        read(sheets.get(0), kind);
    }

    private <R> void read(Sheet sheet, TableKind<R> kind) {
        Table table = kind.form().table();
        CellAddress place = CellAddress.ofSheet(sheet.file(), sheet.name());
        if (sheet.rows().isEmpty()) {
            report(table, place, "the sheet " + Wording.quoted(sheet.name()) + " is empty");
            return;
        }
        SheetTable read = TableReader.read(sheet, kind.form(), scope, issues);
        if (read.rows().isEmpty() && sheet.rows().containsKey(1) && table != Table.CALIBRATION) {
            report(table, place, "the table has headers but no rows");
        }
        parsed.put(kind, ParsedTable.of(read, kind));
    }

    private void report(Table table, CellAddress place, String message) {
        boolean needsRows = REQUIRED.contains(table) && table != Table.INDICATORS;
        if (needsRows) {
            issues.error(IssueCode.EMPTY_TABLE, place, message);
        } else {
            issues.notice(IssueCode.EMPTY_TABLE, place, message);
        }
    }

    private void reportStrangeSheets() {
        for (Sheet sheet : workbook.sheets()) {
            CellAddress place = CellAddress.ofSheet(sheet.file(), sheet.name());
            String bad = Characters.firstBad(sheet.name());
            if (bad != null) {
                issues.error(
                        IssueCode.BAD_CHARACTER,
                        place,
                        "the sheet's name holds the invisible character `" + bad + "`",
                        null,
                        "type the name again");
                continue;
            }
            Table table = tableNamed(sheet.name());
            if (table == null) {
                reportUnknown(sheet, place);
            } else if (kinds.stream().noneMatch(kind -> kind.form().table() == table)) {
                issues.notice(
                        IssueCode.UNKNOWN_SHEET,
                        place,
                        "the sheet " + Wording.quoted(table.sheet()) + " is ignored here",
                        null,
                        isSegments(workbook.file())
                                ? "it belongs in a segment's workbook"
                                : "it belongs in " + Wording.quoted(SEGMENTS_FILE));
            }
        }
    }

    private void reportUnknown(Sheet sheet, CellAddress place) {
        if (Names.same(sheet.name(), READ_ME)) {
            return;
        }
        List<String> known = new ArrayList<>();
        kinds.forEach(kind -> known.add(kind.form().table().sheet()));
        issues.notice(
                IssueCode.UNKNOWN_SHEET,
                place,
                "unknown sheet " + Wording.quoted(sheet.name()) + " is ignored",
                null,
                Wording.didYouMean(sheet.name(), known));
    }

    private static @Nullable Table tableNamed(String name) {
        for (Table table : Table.values()) {
            if (Names.same(table.sheet(), name)) {
                return table;
            }
        }
        return null;
    }

    /** All kinds of table. */
    static List<TableKind<?>> kinds() {
        List<TableKind<?>> all = new ArrayList<>(OF_SEGMENTS);
        all.addAll(OF_SEGMENT);
        return all;
    }
}
