package io.barograph.engine.model.parse;

import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.issue.Issues;
import io.barograph.engine.text.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Segments and workbooks name each other. */
final class SegmentsAndWorkbooks {

    private SegmentsAndWorkbooks() {}

    static void check(List<ParsedWorkbook> workbooks, Issues issues) {
        ParsedWorkbook segments = null;
        List<ParsedWorkbook> others = new ArrayList<>();
        for (ParsedWorkbook workbook : workbooks) {
            if (WorkbookParser.isSegments(workbook.file())) {
                segments = workbook;
            } else {
                others.add(workbook);
            }
        }
        twice(others);
        if (segments != null) {
            named(segments, others, issues);
        }
    }

    private static void twice(List<ParsedWorkbook> workbooks) {
        Map<String, ParsedWorkbook> seen = new HashMap<>();
        for (ParsedWorkbook workbook : workbooks) {
            String segment = workbook.outline().segment();
            ParsedWorkbook first = segment == null ? null : seen.putIfAbsent(Names.fold(segment), workbook);
            TableRow row = segmentRow(workbook);
            if (segment != null && first != null && row != null) {
                row.error(
                        SettingsTable.VALUE,
                        IssueCode.DUPLICATE_ROW,
                        Wording.quoted(first.file()) + " is for the segment " + Wording.quoted(segment) + " too",
                        "keep one workbook a segment");
            }
        }
    }

    private static @Nullable TableRow segmentRow(ParsedWorkbook workbook) {
        return workbook.sources(SettingsTable.KIND).stream()
                .filter(row -> SettingsTable.SEGMENT.equals(row.get(SettingsTable.SETTING)))
                .findFirst()
                .orElse(null);
    }

    private static void named(ParsedWorkbook segments, List<ParsedWorkbook> workbooks, Issues issues) {
        List<String> existing = new ArrayList<>();
        for (ParsedWorkbook workbook : workbooks) {
            String segment = workbook.outline().segment();
            if (segment != null) {
                existing.add(segment);
            }
        }
        Set<String> used = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (TableRow row : segments.sources(SegmentsTable.KIND)) {
            String segment = row.get(SegmentsTable.SEGMENT);
            if (segment == null) {
                continue;
            }
            if (Scope.same(segment, existing) != null) {
                used.add(Names.fold(segment));
            } else {
                Names.closest(segment, existing).ifPresent(meant -> used.add(Names.fold(meant)));
                if (told.add(Names.fold(segment))) {
                    unknown(row, segment, existing);
                }
            }
        }
        ParsedTable<?> table = segments.table(SegmentsTable.KIND);
        if (table != null && table.table().has(SegmentsTable.SEGMENT)) {
            reportUnused(workbooks, used, issues);
        }
    }

    private static void unknown(TableRow row, String segment, List<String> existing) {
        String closest = Wording.didYouMean(segment, existing);
        Place place = row.place(SegmentsTable.SEGMENT);
        String message = "no workbook is for the segment " + Wording.quoted(segment);
        if (closest == null) {
            place.notice(IssueCode.UNKNOWN_SEGMENT, message + "; its accounts stay undecided");
        } else {
            place.error(IssueCode.UNKNOWN_SEGMENT, message, closest);
        }
    }

    private static void reportUnused(List<ParsedWorkbook> workbooks, Set<String> used, Issues issues) {
        for (ParsedWorkbook workbook : workbooks) {
            String segment = workbook.outline().segment();
            if (segment != null && !used.contains(Names.fold(segment))) {
                issues.notice(
                        IssueCode.UNUSED_WORKBOOK,
                        workbook.address(),
                        "no row of Segments leads to the segment " + Wording.quoted(segment)
                                + ", so the workbook is unused");
            }
        }
    }
}
