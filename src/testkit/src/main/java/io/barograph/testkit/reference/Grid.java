package io.barograph.testkit.reference;

import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sheet read as a table: headers in row 1, every later row that holds something and is not switched off a line. */
final class Grid {

    private static final Set<String> COMMON = Set.of("rule id", "because", "active", "note");

    final String title;
    private final @Nullable Sheet sheet;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** @param title the sheet's canonical name; a workbook without such a sheet gives an empty table */
    Grid(Workbook workbook, String title) {
        this.title = title;
        this.sheet = workbook.sheets().stream()
                .filter(candidate -> Words.same(candidate.name(), title))
                .findFirst()
                .orElse(null);
        if (sheet != null && sheet.rows().get(1) != null) {
            sheet.rows().get(1).forEach((column, cell) -> {
                columns.put(Words.key(cell.text()), column);
                headers.put(Words.key(cell.text()), Words.tidy(cell.text()));
            });
        }
        readLines();
    }

    /** Headers that are not the table's own, in column order. */
    List<String> headersBesides(Set<String> own) {
        return headers.entrySet().stream()
                .filter(header -> !COMMON.contains(header.getKey()) && !own.contains(header.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    List<Line> lines() {
        return lines;
    }

    private void readLines() {
        if (sheet != null) {
            for (int row : sheet.rows().tailMap(2).keySet()) {
                Line line = new Line(row);
                if (columns.keySet().stream().anyMatch(header -> line.cell(header) != null) && line.isActive()) {
                    lines.add(line);
                }
            }
        }
    }

    /** Lines whose given column does not say Total or Sum. */
    List<Line> linesBesidesTotals(String header) {
        return lines().stream()
                .filter(line -> !Words.same(line.text(header), "total") && !Words.same(line.text(header), "sum"))
                .toList();
    }

    /** One row of the table. */
    final class Line {

        final int row;

        private Line(int row) {
            this.row = row;
        }

        Grid grid() {
            return Grid.this;
        }

        @Nullable Cell cell(String header) {
            Integer column = columns.get(Words.key(header));
            return column == null || sheet == null ? null : sheet.cell(row, column);
        }

        /** The cell as people see it; null when empty. */
        @Nullable String text(String header) {
            Cell cell = cell(header);
            return cell == null ? null : Words.tidy(cell.text());
        }

        /** As {@link #text}, for cells the format requires. */
        String required(String header) {
            String text = text(header);
            if (text == null) {
                throw new IllegalStateException("no " + header + " in row " + row + " of " + title);
            }
            return text;
        }

        @Nullable BigDecimal number(String header) {
            Cell cell = cell(header);
            if (cell instanceof Cell.Numeric numeric) {
                return numeric.value();
            }
            return cell == null ? null : Words.number(cell.text());
        }

        /** A number in percent or points: 0.6 shown as 60 % is 60. */
        @Nullable BigDecimal percent(String header) {
            Cell cell = cell(header);
            return cell instanceof Cell.Numeric numeric && numeric.percentage()
                    ? numeric.value().multiply(BigDecimal.valueOf(100))
                    : number(header);
        }

        @Nullable Integer days(String header) {
            BigDecimal number = number(header);
            return number == null ? null : number.intValueExact();
        }

        @Nullable String ruleId() {
            return text("Rule ID");
        }

        String address(String header) {
            Integer column = columns.get(Words.key(header));
            if (column == null || sheet == null) {
                throw new IllegalStateException("no column " + header + " in " + title);
            }
            return sheet.address(row, column).toString();
        }

        private boolean isActive() {
            String active = text("Active");
            return active == null || CellTest.isYes(active);
        }
    }
}
