package io.barograph.engine.model.merge;

import io.barograph.engine.model.diff.RowPairs;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.model.parse.TableContent.RowContent;
import io.barograph.engine.workbook.Cell;
import io.barograph.engine.workbook.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;

/** Finds which row is which: rows of tables as the diff does, others by their place or, where rows came or went, by content. */
final class Lines {

    private final Map<Source, Sheet> sheets;
    private final List<Line> lines = new ArrayList<>();

    private Lines(Map<Source, Sheet> sheets) {
        this.sheets = sheets;
    }

    /** Rows of a sheet that no rule reads, by place. */
    static List<Line> byPlace(Map<Source, Sheet> sheets) {
        TreeSet<Integer> numbers = new TreeSet<>();
        sheets.values().forEach(sheet -> numbers.addAll(sheet.rows().keySet()));
        List<Line> lines = new ArrayList<>();
        for (int number : numbers) {
            Line line = new Line();
            sheets.keySet().forEach(source -> line.with(source, number));
            lines.add(line);
        }
        return lines;
    }

    static List<Line> ofTable(Map<Source, Sheet> sheets, Map<Source, TableContent> tables) {
        Lines found = new Lines(sheets);
        Line header = new Line();
        sheets.keySet().forEach(source -> header.with(source, 1));
        found.lines.add(header);
        found.rows(rows(tables, Source.BASE), rows(tables, Source.THEIRS), rows(tables, Source.MINE));
        found.others(tables);
        return found.lines;
    }

    private static List<RowContent> rows(Map<Source, TableContent> tables, Source source) {
        TableContent table = tables.get(source);
        return table == null ? List.of() : table.rows();
    }

    private void rows(List<RowContent> base, List<RowContent> theirs, List<RowContent> mine) {
        Map<RowContent, Line> ofBase = new LinkedHashMap<>();
        base.forEach(row -> ofBase.put(row, new Line().with(Source.BASE, row)));
        lines.addAll(ofBase.values());
        List<RowContent> addedThere = added(Source.THEIRS, new RowPairs(base, theirs), theirs, ofBase);
        List<RowContent> addedHere = added(Source.MINE, new RowPairs(base, mine), mine, ofBase);
        Map<RowContent, Line> ofTheirs = new LinkedHashMap<>();
        addedThere.forEach(row -> ofTheirs.put(row, new Line().with(Source.THEIRS, row)));
        lines.addAll(ofTheirs.values());
        added(Source.MINE, new RowPairs(addedThere, addedHere), addedHere, ofTheirs)
                .forEach(row -> lines.add(new Line().with(Source.MINE, row)));
    }

    /** Enters what a row was before; answers the rows that were nothing before. */
    private static List<RowContent> added(
            Source source, RowPairs pairs, List<RowContent> rows, Map<RowContent, Line> before) {
        List<RowContent> added = new ArrayList<>();
        for (RowContent row : rows) {
            RowContent old = pairs.before(row);
            Line line = old == null ? null : before.get(old);
            if (line == null) {
                added.add(row);
            } else {
                line.with(source, row);
            }
        }
        return added;
    }

    private void others(Map<Source, TableContent> tables) {
        Map<Source, List<Integer>> others = new LinkedHashMap<>();
        sheets.forEach((source, sheet) -> {
            TreeSet<Integer> numbers = new TreeSet<>(sheet.rows().keySet());
            numbers.remove(1);
            rows(tables, source).forEach(row -> numbers.remove(row.number()));
            others.put(source, List.copyOf(numbers));
        });
        boolean alike = others.values().stream().map(List::size).distinct().count() == 1;
        Map<Object, List<Line>> known = new HashMap<>();
        for (Map.Entry<Source, List<Integer>> entry : others.entrySet()) {
            for (int i = 0; i < entry.getValue().size(); i++) {
                int number = entry.getValue().get(i);
                Object key = alike ? (Object) i : content(entry.getKey(), number);
                List<Line> same = known.computeIfAbsent(key, any -> new ArrayList<>());
                Line line = same.stream()
                        .filter(one -> !one.in(entry.getKey()))
                        .findFirst()
                        .orElse(null);
                if (line == null) {
                    line = new Line();
                    same.add(line);
                    lines.add(line);
                }
                line.with(entry.getKey(), number);
            }
        }
    }

    private Object content(Source source, int number) {
        Sheet sheet = sheets.get(source);
        NavigableMap<Integer, Cell> cells = sheet == null ? null : sheet.rows().get(number);
        List<String> content = new ArrayList<>();
        if (cells != null) {
            cells.forEach((column, cell) -> content.add(column + "\n" + cell.text()));
        }
        return content;
    }
}
