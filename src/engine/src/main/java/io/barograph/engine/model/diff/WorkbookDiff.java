package io.barograph.engine.model.diff;

import io.barograph.engine.model.Table;
import io.barograph.engine.model.diff.ModelChange.Kind;
import io.barograph.engine.model.parse.ModelReading;
import io.barograph.engine.model.parse.TableContent;
import io.barograph.engine.text.Names;
import io.barograph.engine.workbook.Sheet;
import io.barograph.engine.workbook.Workbook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the workbooks of two models sheet by sheet. */
final class WorkbookDiff {

    private static final Comparator<String> SEGMENTS_FIRST = Comparator.<String, Boolean>comparing(
                    file -> !ModelReading.isSegments(file))
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, Workbook> old;
    private final Map<String, Workbook> now;
    private final List<TableContent> oldTables;
    private final List<TableContent> newTables;
    private final Collection<String> skipped;
    private final List<ModelChange> changes = new ArrayList<>();

    /** @param skipped names of files that could not be read in one of the models */
    WorkbookDiff(
            List<Workbook> old,
            List<TableContent> oldTables,
            List<Workbook> now,
            List<TableContent> newTables,
            Collection<String> skipped) {
        this.old = byName(old);
        this.now = byName(now);
        this.oldTables = oldTables;
        this.newTables = newTables;
        this.skipped = skipped.stream().map(WorkbookDiff::key).toList();
    }

    List<ModelChange> changes() {
        Map<String, String> files = new TreeMap<>(SEGMENTS_FIRST);
        old.forEach((key, workbook) -> files.put(key, workbook.file()));
        now.forEach((key, workbook) -> files.put(key, workbook.file()));
        files.forEach((key, file) -> {
            if (skipped.contains(key)) {
                return;
            }
            if (!old.containsKey(key)) {
                changes.add(ofFile(Kind.WORKBOOK_ADDED, file, "workbook added" + rows(newTables, file)));
            } else if (!now.containsKey(key)) {
                changes.add(ofFile(Kind.WORKBOOK_REMOVED, file, "workbook removed" + rows(oldTables, file)));
            } else {
                compare(file, old.get(key), now.get(key));
            }
        });
        return changes;
    }

    private void compare(String file, Workbook before, Workbook after) {
        for (Table table : Table.values()) {
            TableContent oldTable = table(oldTables, before.file(), table);
            TableContent newTable = table(newTables, after.file(), table);
            if (oldTable != null && newTable != null) {
                changes.addAll(new TableDiff(oldTable, newTable).changes());
            }
        }
        Map<String, Sheet> oldSheets = sheets(before);
        Map<String, Sheet> newSheets = sheets(after);
        newSheets.forEach((name, sheet) -> {
            Sheet other = oldSheets.get(name);
            if (other == null) {
                changes.add(
                        ofSheet(Kind.SHEET_ADDED, file, sheet.name(), "sheet added" + rows(newTables, file, sheet)));
            } else if (table(newTables, after.file(), sheet) == null
                    && !texts(sheet).equals(texts(other))) {
                changes.add(ofSheet(Kind.TEXT_CHANGED, file, sheet.name(), "the text changed; no rule reads it"));
            }
        });
        oldSheets.forEach((name, sheet) -> {
            if (!newSheets.containsKey(name)) {
                changes.add(ofSheet(
                        Kind.SHEET_REMOVED,
                        file,
                        sheet.name(),
                        "sheet removed" + rows(oldTables, before.file(), sheet)));
            }
        });
    }

    private static Map<String, Workbook> byName(List<Workbook> workbooks) {
        Map<String, Workbook> byName = new LinkedHashMap<>();
        workbooks.forEach(workbook -> byName.put(key(workbook.file()), workbook));
        return byName;
    }

    private static String key(String file) {
        return file.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Sheet> sheets(Workbook workbook) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        workbook.sheets().forEach(sheet -> sheets.putIfAbsent(Names.fold(sheet.name()), sheet));
        return sheets;
    }

    private static @Nullable TableContent table(List<TableContent> tables, String file, Table table) {
        return tables.stream()
                .filter(content -> content.file().equals(file) && content.table() == table)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable TableContent table(List<TableContent> tables, String file, Sheet sheet) {
        return tables.stream()
                .filter(content ->
                        content.file().equals(file) && content.sheet().equals(sheet.name()))
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(Sheet sheet) {
        return sheet.rows().values().stream()
                .flatMap(row -> row.values().stream())
                .map(cell -> Names.clean(cell.text()))
                .toList();
    }

    private static String rows(List<TableContent> tables, String file) {
        return counted(tables.stream()
                .filter(table -> table.file().equals(file))
                .mapToInt(table -> table.rows().size())
                .sum());
    }

    private static String rows(List<TableContent> tables, String file, Sheet sheet) {
        TableContent table = table(tables, file, sheet);
        return table == null ? "; no rule reads it" : counted(table.rows().size());
    }

    private static String counted(int rows) {
        return ", with " + (rows == 1 ? "one row" : rows + " rows");
    }

    private static ModelChange ofFile(Kind kind, String file, String message) {
        return new ModelChange(kind, file, null, null, null, null, null, null, null, null, null, message);
    }

    private static ModelChange ofSheet(Kind kind, String file, String sheet, String message) {
        Table table = null;
        for (Table known : Table.values()) {
            table = Names.same(known.sheet(), sheet) ? known : table;
        }
        return new ModelChange(kind, file, table, sheet, null, null, null, null, null, null, null, message);
    }
}
