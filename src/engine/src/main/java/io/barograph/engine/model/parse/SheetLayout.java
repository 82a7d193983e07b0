package io.barograph.engine.model.parse;

import io.barograph.engine.issue.CellAddress;
import io.barograph.engine.issue.IssueCode;
import io.barograph.engine.workbook.Sheet;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What the way a sheet looks hides from its readers: hidden rows and columns, merged cells. */
final class SheetLayout {

    private SheetLayout() {}

    static void check(SheetTable table) {
        Sheet sheet = table.sheet();
        if (sheet.hidden()) {
            table.issues()
                    .notice(
                            IssueCode.HIDDEN_CONTENT,
                            CellAddress.ofSheet(sheet.file(), sheet.name()),
                            "the sheet is hidden and counts all the same");
        }
        List<Integer> rows = table.rows().stream()
                .map(TableRow::number)
                .filter(sheet.hiddenRows()::contains)
                .toList();
        report(table, rows, "row", row -> sheet.address(row, 0), String::valueOf);
        List<Integer> columns =
                sheet.hiddenColumns().stream().filter(table::hasHeader).sorted().toList();
        report(table, columns, "column", column -> sheet.address(1, column), CellAddress::columnName);
        sheet.merged().forEach(region -> merged(table, region));
    }

    private static void report(
            SheetTable table,
            Collection<Integer> hidden,
            String what,
            IntFunction<CellAddress> address,
            IntFunction<String> name) {
        if (hidden.isEmpty()) {
            return;
        }
        String names = hidden.stream().map(name::apply).collect(Collectors.joining(", "));
        int first = hidden.iterator().next();
        boolean one = hidden.size() == 1;
        table.issues()
                .notice(
                        IssueCode.HIDDEN_CONTENT,
                        address.apply(first),
                        what + (one ? " " : "s ") + names + (one ? " is hidden and counts" : " are hidden and count")
                                + " all the same");
    }

    private static void merged(SheetTable table, Sheet.MergedRegion region) {
        boolean inColumns = false;
        for (int column = region.firstColumn(); column <= region.lastColumn() && !inColumns; column++) {
            inColumns = table.hasHeader(column);
        }
        boolean inRows = table.rows().stream()
                .anyMatch(row -> row.number() >= region.firstRow() && row.number() <= region.lastRow());
        if (inColumns && inRows) {
            String range = CellAddress.columnName(region.firstColumn()) + region.firstRow() + ":"
                    + CellAddress.columnName(region.lastColumn()) + region.lastRow();
            table.issues()
                    .error(
                            IssueCode.MERGED_CELL,
                            table.sheet().address(region.firstRow(), region.firstColumn()),
                            "the cells " + range + " are merged",
                            null,
                            "unmerge them and write the value into every row it is meant for");
        }
    }
}
