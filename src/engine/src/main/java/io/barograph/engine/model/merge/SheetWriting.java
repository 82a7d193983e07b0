package io.barograph.engine.model.merge;

import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.WorkbookEditor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes into the sheet of one side what the merged one has from the other. */
final class SheetWriting {

    private final SheetMerge.Merged merged;
    private final Map<Source, Sheet> sheets;
    private final Source side;
    private final WorkbookEditor target;
    private final WorkbookEditor source;
    private final String name;

    /** Where a row stands by now. */
    private final Map<Line, Integer> numbers = new HashMap<>();

    private final Map<Column, Integer> positions = new HashMap<>();

    /**
     * @param side whose workbook is written into
     * @param target opened from it
     * @param source opened from the other side's
     */
    SheetWriting(
            SheetMerge.Merged merged,
            Map<Source, Sheet> sheets,
            Source side,
            WorkbookEditor target,
            WorkbookEditor source) {
        this.merged = merged;
        this.sheets = sheets;
        this.side = side;
        this.target = target;
        this.source = source;
        this.name = sheet(side).name();
    }

    void write() {
        removeRows();
        raiseRows();
        insertRows();
        addColumns();
        merged.lines().forEach(line -> merged.columns().forEach(column -> cell(line, column)));
    }

    private Sheet sheet(Source source) {
        return java.util.Objects.requireNonNull(sheets.get(source));
    }

    private void removeRows() {
        Set<Integer> kept = new HashSet<>();
        for (Line line : merged.lines()) {
            if (line.in(side)) {
                numbers.put(line, line.number(side));
                kept.add(line.number(side));
            }
        }
        for (int row : sheet(side).rows().descendingKeySet()) {
            if (!kept.contains(row)) {
                target.removeRow(name, row);
                shift(row, -1);
            }
        }
    }

    private void raiseRows() {
        List<Line> wanted =
                merged.lines().stream().filter(line -> line.in(side)).toList();
        for (int i = 0; i < wanted.size(); i++) {
            int from = number(wanted.get(i));
            int to = wanted.subList(i, wanted.size()).stream()
                    .mapToInt(this::number)
                    .min()
                    .orElse(from);
            if (to < from) {
                target.raiseRow(name, from, to);
                numbers.replaceAll((line, row) -> row >= to && row < from ? row + 1 : row);
                numbers.put(wanted.get(i), to);
            }
        }
    }

    private void insertRows() {
        int before = 0;
        for (Line line : merged.lines()) {
            if (line.in(side)) {
                before = number(line);
                continue;
            }
            int row = Math.max(2, before + 1);
            shift(row - 1, 1);
            target.insertRow(name, row, texts(line));
            numbers.put(line, row);
            before = row;
        }
    }

    /** Texts say how high the row has to be; the cells are written later, each in its form. */
    private Map<Integer, Object> texts(Line line) {
        Map<Integer, Object> texts = new HashMap<>();
        for (Column column : merged.columns()) {
            Cell cell = cell(side.other(), line, column);
            if (cell instanceof Cell.Text text && column.in(side)) {
                texts.put(column.position(side), text.text());
            }
        }
        return texts;
    }

    private void shift(int below, int by) {
        numbers.replaceAll((line, row) -> row > below ? row + by : row);
    }

    private int number(Line line) {
        return numbers.getOrDefault(line, 0);
    }

    /** Columns of the other side come where one was dropped, else to the right of everything. */
    private void addColumns() {
        List<Integer> gaps = new ArrayList<>();
        int last = target.columnCount(name);
        for (Map<Integer, Cell> row : List.copyOf(sheet(side).rows().values())) {
            last = Math.max(
                    last,
                    row.keySet().stream().mapToInt(Integer::intValue).max().orElse(0));
        }
        for (Column column : merged.columns()) {
            if (column.in(side)) {
                positions.put(column, column.position(side));
                if (column.isDropped()) {
                    gaps.add(column.position(side));
                }
            }
        }
        for (Column column : merged.columns()) {
            if (!column.in(side) && column.in(side.other()) && !column.isDropped()) {
                int position = gaps.isEmpty() ? ++last : gaps.remove(0);
                positions.values().remove(position);
                positions.put(column, position);
                clear(position);
                target.addColumn(source, sheet(side.other()).name(), column.position(side.other()), name, position);
            }
        }
    }

    private void clear(int position) {
        merged.lines().forEach(line -> target.clear(name, number(line), position));
    }

    private void cell(Line line, Column column) {
        Integer position = positions.get(column);
        Choice choice = merged.cells().getOrDefault(line, Map.of()).get(column);
        if (position == null || choice == null) {
            return;
        }
        if (choice.typed() != null) {
            typed(line, column, position, choice.typed());
            return;
        }
        Cell now = cell(side, line, column);
        Source of = choice.of();
        Cell wanted = of == null ? null : cell(of, line, column);
        if (of == side || (now == null && wanted == null)) {
            return;
        }
        if (wanted == null) {
            target.clear(name, number(line), position);
        } else if (wanted.formula() || !Sides.identical(now, wanted)) {
            target.copy(source, wanted.address(), name, number(line), position);
        }
    }

    private void typed(Line line, Column column, int position, String text) {
        Cell there = cell(Source.THEIRS, line, column);
        Object value = TypedValue.of(text, there == null ? cell(Source.MINE, line, column) : there);
        if (value == null) {
            target.clear(name, number(line), position);
        } else {
            target.set(name, number(line), position, value);
        }
    }

    private @Nullable Cell cell(Source source, Line line, Column column) {
        return line.in(source) && column.in(source)
                ? sheet(source).cell(line.number(source), column.position(source))
                : null;
    }
}
