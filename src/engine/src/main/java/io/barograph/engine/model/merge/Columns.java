package io.barograph.engine.model.merge;

import io.barograph.engine.model.merge.Column.Head;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds which column is which: by header, then by what it means, where there is no header by place. */
final class Columns {

    private final List<Column> columns = new ArrayList<>();

    /** @param byPlace whether places alone count, as where no rule reads the sheet */
    static List<Column> of(Map<Source, Sheet> sheets, Map<Source, TableContent> tables, boolean byPlace) {
        Columns found = new Columns();
        for (Source source : Source.values()) {
            Sheet sheet = sheets.get(source);
            if (sheet != null) {
                found.add(source, heads(sheet, byPlace ? null : tables.get(source)));
            }
        }
        if (byPlace) {
            found.columns.forEach(column -> everywhere(column, sheets));
        }
        return found.columns;
    }

    /** An empty column is not a missing one where places count. */
    private static void everywhere(Column column, Map<Source, Sheet> sheets) {
        for (Source source : Source.values()) {
            for (Source other : Source.values()) {
                if (sheets.containsKey(source) && !column.in(source) && column.in(other)) {
                    column.with(source, new Head(column.position(other), "", ""));
                }
            }
        }
    }

    private void add(Source source, List<Head> heads) {
        List<Head> left = new ArrayList<>(heads);
        for (boolean byHeader : new boolean[] {true, false}) {
            for (Head head : List.copyOf(left)) {
                columns.stream()
                        .filter(column -> !column.in(source) && column.matches(head, byHeader))
                        .findFirst()
                        .ifPresent(column -> {
                            column.with(source, head);
                            left.remove(head);
                        });
            }
        }
        left.forEach(head -> columns.add(new Column().with(source, head)));
    }

    private static List<Head> heads(Sheet sheet, @Nullable TableContent table) {
        Map<Integer, String> meanings = new HashMap<>();
        if (table != null) {
            table.rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .forEach(cell -> meanings.put(cell.address().column(), cell.column()));
        }
        TreeSet<Integer> positions = new TreeSet<>();
        sheet.rows().values().forEach(row -> positions.addAll(row.keySet()));
        List<Head> heads = new ArrayList<>();
        for (int position : positions) {
            String place = "\n" + position;
            String header = table == null ? "" : Names.fold(table.columns().getOrDefault(position, ""));
            heads.add(new Head(
                    position,
                    header.isEmpty() ? place : header,
                    header.isEmpty() ? place : meanings.getOrDefault(position, header)));
        }
        return heads;
    }
}
